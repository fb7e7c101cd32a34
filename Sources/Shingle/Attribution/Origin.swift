/// Whose copy a cluster is.
public struct Origin: Sendable, Equatable {
  /// The agency or outlet, or nil for an unknown upstream.
  public var name: String?
  /// The probability, in 0...1, that it is this one.
  public var confidence: Double
  /// The credits and facts it rests on.
  public var evidence: [OriginEvidence]

  /// Creates an origin.
  public init(name: String?, confidence: Double, evidence: [OriginEvidence]) {
    self.name = name
    self.confidence = confidence
    self.evidence = evidence
  }
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

/// Whether a member says whose copy it is.
public enum Attribution: String, Sendable, Hashable, CaseIterable {
  /// Credits the origin.
  case credited
  /// Credits another outlet of the cluster, which credits the origin.
  case creditedIndirectly = "credited-indirectly"
  /// Credits nobody.
  case uncredited
  /// Credits another agency than the origin.
  case creditsOther = "credits-other"
  /// Is the origin's own article.
  case isOrigin = "is-origin"
  /// The origin is not known.
  case unknown
}
