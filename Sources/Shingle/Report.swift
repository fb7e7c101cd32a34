/// Everything that one run found, ready to be printed; documents are referred to by their index.
///
/// All arrays are in a canonical order that depends neither on the order of the input nor on the
/// number of threads: documents by id, pairs by the ids of their two documents, clusters by size
/// and then id. Ids are compared by their UTF-8 bytes.
public struct Report: Sendable {
  /// The documents, ordered by id.
  public var documents: [Document]
  /// What was found of each document; parallel to `documents`.
  public var findings: [DocumentFinding]
  /// The pairs that the contract writes: every relation but `none`, and notable `none`.
  public var pairs: PairFindings
  /// The clusters of documents from the same copy, largest first.
  public var clusters: [ClusterFinding]
  /// Counts of the run.
  public var statistics: RunStatistics
  /// The parameters of the run.
  public var configuration: Configuration

  /// Creates a report.
  public init(
    documents: [Document], findings: [DocumentFinding], pairs: PairFindings,
    clusters: [ClusterFinding], statistics: RunStatistics, configuration: Configuration
  ) {
    self.documents = documents
    self.findings = findings
    self.pairs = pairs
    self.clusters = clusters
    self.statistics = statistics
    self.configuration = configuration
  }
}

/// What was found of one document.
public struct DocumentFinding: Sendable, Equatable {
  /// The number of tokens.
  public var tokenCount: Int
  /// The index of its cluster in ``Report/clusters``.
  public var cluster: Int?
  /// The credits in it, in the order of its text.
  public var credits: [Credit]
  /// The ranges marked as boilerplate, in order, apart.
  public var boilerplate: [CodePointRange]
  /// The document with the same tokens that stands for this one, where there are more than
  /// ``Configuration/identicalPairLimit`` of them.
  public var sameTextAs: Int?

  /// Creates a finding.
  public init(
    tokenCount: Int = 0, cluster: Int? = nil, credits: [Credit] = [],
    boilerplate: [CodePointRange] = [], sameTextAs: Int? = nil
  ) {
    self.tokenCount = tokenCount
    self.cluster = cluster
    self.credits = credits
    self.boilerplate = boilerplate
    self.sameTextAs = sameTextAs
  }
}

/// What was found of one pair; `a`'s id is before `b`'s.
public struct PairFinding: Sendable, Equatable {
  /// The index of the first document.
  public var a: Int
  /// The index of the second document.
  public var b: Int
  /// The relation.
  public var relation: Relation
  /// The probability, in 0...1, that the two are the same copy.
  public var confidence: Double
  /// The exact Jaccard similarity of the two shingle sets, in 0...1.
  public var jaccard: Double
  /// The share of `a`'s shingles that `b` has, in 0...1.
  public var containmentA: Double
  /// The share of `b`'s shingles that `a` has, in 0...1.
  public var containmentB: Double
  /// Why, each a short clause, in a fixed order.
  public var reasons: [String]
  /// The shared passages, in the order of `a`.
  public var matches: [MatchFinding]
  /// The document through which alone the two are joined.
  public var via: Int?
  /// Who had the copy from whom, where that is known.
  public var direction: Direction?
  /// The agency that both credit, from which each had the copy by itself.
  public var commonSource: String?

  /// Creates a finding.
  public init(
    a: Int, b: Int, relation: Relation, confidence: Double, jaccard: Double, containmentA: Double,
    containmentB: Double, reasons: [String] = [], matches: [MatchFinding] = [], via: Int? = nil,
    direction: Direction? = nil, commonSource: String? = nil
  ) {
    self.a = a
    self.b = b
    self.relation = relation
    self.confidence = confidence
    self.jaccard = jaccard
    self.containmentA = containmentA
    self.containmentB = containmentB
    self.reasons = reasons
    self.matches = matches
    self.via = via
    self.direction = direction
    self.commonSource = commonSource
  }
}

/// A passage of one document aligned with one of another.
public struct MatchFinding: Sendable, Equatable {
  /// The passage in the first document.
  public var a: CodePointRange
  /// The passage in the second document.
  public var b: CodePointRange
  /// The number of words that are the same in both.
  public var words: Int
  /// The information of those words, in bits: rare words weigh more.
  public var bits: Double
  /// Whether the two passages are word for word the same.
  public var verbatim: Bool
  /// Whether the passage is mostly inside a quotation.
  public var quoted: Bool

  /// Creates a match.
  public init(
    a: CodePointRange, b: CodePointRange, words: Int, bits: Double, verbatim: Bool, quoted: Bool
  ) {
    self.a = a
    self.b = b
    self.words = words
    self.bits = bits
    self.verbatim = verbatim
    self.quoted = quoted
  }
}

/// Documents from the same copy.
public struct ClusterFinding: Sendable, Equatable {
  /// Stays the same as the cluster grows; for instance `c-1f2e3d4c5b6a7988`.
  public var id: String
  /// Whose copy it is.
  public var origin: Origin
  /// The index of the document that stands for the cluster.
  public var representative: Int
  /// The criteria of ``Configuration/representativeRule`` that decided for it, with how many members
  /// each left of how many: `earliest (2 of 5), longest (1 of 2)`.
  public var representativeReason: String
  /// The earliest known publication of a member.
  public var firstPublished: Timestamp?
  /// The members, representative first, then by date and id.
  public var members: [MemberFinding]

  /// Creates a cluster.
  public init(
    id: String, origin: Origin, representative: Int, representativeReason: String = "",
    firstPublished: Timestamp?, members: [MemberFinding]
  ) {
    self.id = id
    self.origin = origin
    self.representative = representative
    self.representativeReason = representativeReason
    self.firstPublished = firstPublished
    self.members = members
  }
}

/// What was found of one member of a cluster.
public struct MemberFinding: Sendable, Equatable {
  /// The index of the document.
  public var document: Int
  /// What the document is to the cluster.
  public var role: MemberRole
  /// Its relation to the representative, or to the member it is joined through.
  public var relation: Relation
  /// The share, in 0...1, of its unmarked words that stand in passages shared with other members.
  public var coverage: Double
  /// Whether it says whose copy it is.
  public var attribution: Attribution
  /// The index of the member through whose outlet it credits the origin, for
  /// ``Attribution/creditedIndirectly``.
  public var through: Int?
  /// The ids of other clusters with a document of which it is the same copy too, ascending: an
  /// article that mixes two stories is in one cluster and linked to the other.
  public var alsoSharesWith: [String]

  /// Creates a member.
  public init(
    document: Int, role: MemberRole, relation: Relation, coverage: Double,
    attribution: Attribution, through: Int? = nil, alsoSharesWith: [String] = []
  ) {
    self.document = document
    self.role = role
    self.relation = relation
    self.coverage = coverage
    self.attribution = attribution
    self.through = through
    self.alsoSharesWith = alsoSharesWith
  }
}

/// What a member is to its cluster.
public enum MemberRole: String, Sendable, Hashable, CaseIterable {
  /// Stands for the cluster.
  case representative
  /// A copy of it or of a common source.
  case copy
}
