/// Whose copy a cluster is, or may be.
public struct Origin: Sendable, Equatable {
  /// The agency or outlet, or nil for an unknown upstream or an earliest member without an outlet.
  public var name: String?
  /// What the origin is.
  public var kind: OriginKind
  /// The origin's own article, or nil where it is not among the documents.
  public var document: Int?
  /// The probability, in 0...1, that it is this one.
  public var confidence: Double
  /// What speaks for it, each a short clause, in a fixed order.
  public var reasons: [String]
  /// The credits it rests on, the clearest of each member.
  public var evidence: [OriginEvidence]
  /// What else may be the origin, the likeliest first: five at most.
  public var competing: [Origin]

  /// Creates an origin; without a kind it is an agency's, or unknown where it has no name.
  public init(
    name: String?, kind: OriginKind? = nil, document: Int? = nil, confidence: Double,
    reasons: [String] = [], evidence: [OriginEvidence], competing: [Origin] = []
  ) {
    self.name = name
    self.kind = kind ?? (name == nil ? .unknown : .agency)
    self.document = document
    self.confidence = confidence
    self.reasons = reasons
    self.evidence = evidence
    self.competing = competing
  }

  /// An origin that nothing points to.
  public static let unknown = Origin(name: nil, confidence: 0, evidence: [])

  /// Whether the origin's own article is among the documents.
  public var isInFeed: Bool { document != nil }
}

/// What the origin of a cluster is.
public enum OriginKind: String, Sendable, Hashable, CaseIterable {
  /// A news agency that members credit.
  case agency
  /// Another outlet that members credit.
  case outlet
  /// The earliest member, of which the others hold most: nobody is credited.
  case earliestMember = "earliest-member"
  /// An upstream that nothing here names.
  case unknown
}

/// One credit in one document that points to a cluster's origin.
public struct OriginEvidence: Sendable, Equatable {
  /// The index of the document.
  public var document: Int
  /// The credit.
  public var credit: Credit

  /// Creates evidence.
  public init(document: Int, credit: Credit) {
    self.document = document
    self.credit = credit
  }
}
