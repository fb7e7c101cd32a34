/// What an audit says of one member of a cluster.
public struct AuditedMember: Sendable, Equatable {
  /// Names the finding, the same in every run: `m-` and 16 digits made of the document's id.
  public var id: String
  /// The index of its cluster in ``Report/clusters``.
  public var cluster: Int
  /// The index of the document.
  public var document: Int
  /// Whether it says whose copy it is.
  public var attribution: Attribution
  /// The share, in 0...1, of its unmarked words that stand in other members too; 0 for the origin's
  /// own article, which is copied and copies nothing.
  public var copied: Double
  /// Seconds after the origin's article or, where that is not among the documents or has no date,
  /// after the cluster's first; negative where it is dated earlier, nil where a time is not known.
  public var delay: Int64?
  /// From whom it had the copy, or nil for the origin's own article and where that is not known.
  public var upstream: Upstream?
  /// The document with which its passages are shown: its upstream, else the one that shares most.
  public var counterpart: Int?
  /// The passages that it shares with the counterpart, in the order of its text.
  public var passages: [AuditedPassage]

  /// From whom a member had the copy.
  public struct Upstream: Sendable, Equatable {
    /// The index of the document it came from, or nil where that is not among the documents.
    public var document: Int?
    /// The agency or outlet, where it is known.
    public var name: String?
    /// What says so.
    public var basis: [DirectionBasis]
  }
}

/// A passage of a member and where it stands in another document.
public struct AuditedPassage: Sendable, Equatable {
  /// Names the passage, the same in every run on the same two texts: `p-` and 16 digits.
  public var id: String
  /// The passage in the member.
  public var range: CodePointRange
  /// The passage in the counterpart.
  public var other: CodePointRange
  /// The number of words that are the same in both.
  public var words: Int
  /// Whether the two passages are word for word the same.
  public var verbatim: Bool
  /// Whether the passage is mostly inside a quotation.
  public var quoted: Bool
}
