/// A mention in a document that names whose copy it is, or whom it quotes: "told Reuters".
public struct Credit: Sendable, Hashable {
  /// The short canonical name: `Reuters`, `AP`, `CNN`.
  public var name: String
  /// Whether the name is a news agency's or another outlet's.
  public var type: CreditType
  /// Where and how the name stands.
  public var kind: CreditKind
  /// The place of `quote` in the text; empty (0 ..< 0) for a credit in the metadata.
  public var range: CodePointRange
  /// The literal string.
  public var quote: String
  /// For a credit in the metadata, the field whose value `quote` is; else nil.
  public var field: String?

  /// Creates a credit.
  public init(
    name: String, type: CreditType, kind: CreditKind, range: CodePointRange, quote: String,
    field: String? = nil
  ) {
    self.name = name
    self.type = type
    self.kind = kind
    self.range = range
    self.quote = quote
    self.field = field
  }
}

/// What a credited name is.
public enum CreditType: String, Sendable, Hashable, CaseIterable {
  /// A news agency, whose copy others print.
  case agency
  /// Any other outlet.
  case outlet
}

/// The place and manner of a credit.
public enum CreditKind: String, Sendable, Hashable, CaseIterable {
  /// `ISLAMABAD (Reuters) -`.
  case dateline
  /// `By Jane Doe, Reuters`.
  case byline
  /// In the prose, within the first 60 unmarked words.
  case lead
  /// In the prose, later.
  case inText = "in-text"
  /// `With inputs from PTI`.
  case contribution
  /// A sign-off or copyright line at the end.
  case footer
  /// In a field of the record, not in its text.
  case metadata
  /// A picture's credit, which says nothing of the text.
  case photo
  /// The agency as the subject of the story: `Reuters journalists arrested`.
  case about

  /// Whether a credit of this kind says where the text, or a fact in it, comes from.
  public var namesSource: Bool { self != .photo && self != .about }
}
