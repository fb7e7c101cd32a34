/// Everything that decided about one pair of documents: why they match, or why not.
///
/// ```swift
/// let explanation = Detector().explain(first, second)
/// print(explanation.pair.relation, explanation.pair.reasons, explanation.obstacles)
/// ```
///
/// Two things only a whole batch can show, and no explanation does: a scan cuts fingerprints that
/// stand in too many of its documents, and marks paragraphs that recur across a source.
public struct Explanation: Sendable, Equatable {
  /// The first document, in the order of the call.
  public var a: ExplainedText
  /// The second document.
  public var b: ExplainedText
  /// The distinct shingles that both have.
  public var sharedShingles: Int
  /// What their signatures say.
  public var bands: BandEvidence
  /// What their fingerprints say.
  public var fingerprints: FingerprintEvidence
  /// Whether a scan would compare them at all, and why.
  public var proposal: Proposal
  /// The verdict of the comparison, made whether or not a scan would make it; its `a` is 0 and its
  /// `b` is 1, the documents in the order of the call.
  public var pair: PairFinding
  /// What they share in reporters' prose, page furniture left out.
  public var prose: SharedWords
  /// What they share inside quotations, page furniture left out.
  public var quoted: SharedWords
  /// What each feature adds to the score of a common copy, the intercept first; empty where nothing
  /// was weighed. The confidence is the logistic function of this score, less the part that
  /// ``templateFeatures`` takes away.
  public var features: [WeighedFeature]
  /// What each feature adds to the score of a template, the intercept first; empty where nothing
  /// was weighed, or one is a later version of the other. With *q* its logistic function, the
  /// confidence is multiplied by 1 − max(0, 2*q* − 1).
  public var templateFeatures: [WeighedFeature]
  /// Whether a scan of the two would write the pair.
  public var isWritten: Bool
  /// Why the two do not count as the same copy, each a short clause; empty if they do.
  public var obstacles: [String]
  /// The parameters.
  public var configuration: Configuration

  /// A feature of the pair with its part in the score.
  public struct WeighedFeature: Sendable, Equatable {
    /// The feature's name in the relation model, or `intercept`.
    public var name: String
    /// Its value for the pair; 1 for the intercept.
    public var value: Double
    /// What it adds to the score.
    public var score: Double
  }

  /// What was found of one of the two documents.
  public struct ExplainedText: Sendable, Equatable {
    /// The document.
    public var document: Document
    /// The number of its tokens.
    public var tokens: Int
    /// The number of its distinct shingles.
    public var shingles: Int
    /// The number of its distinct fingerprints.
    public var fingerprints: Int
    /// The number of its tokens that are page furniture, and weigh nothing.
    public var boilerplateTokens: Int
    /// Where the page furniture stands.
    public var boilerplate: [CodePointRange]
    /// Its paragraphs: together the whole text, each from one line break up to another.
    public var paragraphs: [CodePointRange]
    /// The credits in its text and record.
    public var credits: [Credit]
    /// The share, in 0...1, of its unmarked words that stand in shared passages.
    public var coverage: Double
  }

  /// What the MinHash signatures of the two say.
  public struct BandEvidence: Sendable, Equatable {
    /// The number of bands.
    public var bands: Int
    /// The slots of a band.
    public var rows: Int
    /// The probability that a pair of the configured similarity collides in a band.
    public var expectedRecall: Double
    /// The probability that a pair of this one's Jaccard similarity does.
    public var probability: Double
    /// The bands in which the two collide, counted from 0.
    public var colliding: [Int]
    /// The Jaccard similarity that the signatures estimate; nil where a text is too short for one.
    public var estimatedSimilarity: Double?
  }

  /// What the winnowed fingerprints of the two say.
  public struct FingerprintEvidence: Sendable, Equatable {
    /// The distinct fingerprints that both have.
    public var shared: Int
    /// The common run, in words, that is certain to leave a shared fingerprint.
    public var certainRun: Int
    /// The first shared fingerprints in the order of the first text, at most ten.
    public var examples: [SharedFingerprint]
  }

  /// A fingerprint that both texts have.
  public struct SharedFingerprint: Sendable, Equatable {
    /// Where it first stands in the first text.
    public var a: CodePointRange
    /// Where it first stands in the second text.
    public var b: CodePointRange
  }

  /// Why a scan would compare the two, or not.
  public enum Proposal: Sendable, Equatable {
    /// They have the same tokens, and need no comparison.
    case identical
    /// One of them is shorter than a shingle; such texts pair with nothing.
    case tooShort
    /// They collide in a band, share fingerprints, or both.
    case candidate(sharesBand: Bool, fingerprints: Int)
    /// They do not collide, and have too few fingerprints in common.
    case none
  }

  /// Words that the two share in their passages.
  public struct SharedWords: Sendable, Equatable {
    /// Their number.
    public var words: Int
    /// Their information, in bits.
    public var bits: Double
    /// The most words in one passage.
    public var longest: Int
  }
}

extension Explanation {
  /// A report of the two documents and their one pair, for the printers of reports; in canonical
  /// order, and without clusters.
  public var report: Report {
    guard !b.document.id.utf8.lexicographicallyPrecedes(a.document.id.utf8) else {
      return swapped.report
    }
    var statistics = RunStatistics()
    statistics.documents = 2
    statistics.tokens = a.tokens + b.tokens
    statistics.pairs = 1
    statistics.pairsByRelation = [pair.relation: 1]
    return Report(
      documents: [a.document, b.document],
      findings: [a, b].map {
        DocumentFinding(tokenCount: $0.tokens, credits: $0.credits, boilerplate: $0.boilerplate)
      },
      pairs: [pair], clusters: [], statistics: statistics, configuration: configuration)
  }

  /// The explanation with the two documents exchanged.
  var swapped: Explanation {
    var other = self
    (other.a, other.b) = (b, a)
    other.fingerprints.examples = fingerprints.examples.map {
      SharedFingerprint(a: $0.b, b: $0.a)
    }
    other.fingerprints.examples.sort { $0.a.start < $1.a.start }
    (other.pair.containmentA, other.pair.containmentB) = (pair.containmentB, pair.containmentA)
    for index in pair.matches.indices {
      (other.pair.matches[index].a, other.pair.matches[index].b) = (
        pair.matches[index].b, pair.matches[index].a
      )
    }
    other.pair.matches.sort { $0.a.start < $1.a.start }
    if let direction = pair.direction {
      other.pair.direction = Direction(
        from: 1 - direction.from, to: 1 - direction.to, basis: direction.basis)
    }
    return other
  }
}
