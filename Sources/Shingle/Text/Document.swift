/// One article as it was read: its text and what the feed says about it.
///
/// ```swift
/// let report = Document(id: "a1", text: "A delegation met the envoy on Thursday.")
/// ```
///
/// `text` is the decoded string as it came: only ill-formed units are replaced by U+FFFD, and
/// every offset in a ``Report`` counts its code points.
public struct Document: Sendable, Equatable {
  /// Identifies the document within one run; unique there (see ``Detector``).
  public var id: String
  /// The article's text; decoded anew each time it is asked for where it was left in its source.
  public var text: String {
    get { body.text }
    set { body = .held(newValue) }
  }
  private var body: TextBody
  /// The headline.
  public var title: String?
  /// The outlet that published the article.
  public var source: String?
  /// The article's address.
  public var url: String?
  /// The moment of publication, or nil where it is unknown or doubtful.
  public var published: Timestamp?
  /// The byline as printed, for instance `By Jane Doe, Reuters`.
  public var byline: String?
  /// A BCP 47 language tag, for instance `pt-BR`.
  public var language: String?
  /// The version of the item, as the feed gives it.
  public var version: String?
  /// The other fields of the record, in their order.
  public var metadata: [MetadataField]

  /// Creates a document.
  public init(
    id: String, text: String, title: String? = nil, source: String? = nil, url: String? = nil,
    published: Timestamp? = nil, byline: String? = nil, language: String? = nil,
    version: String? = nil, metadata: [MetadataField] = []
  ) {
    self.id = id
    body = .held(text)
    self.title = title
    self.source = source
    self.url = url
    self.published = published
    self.byline = byline
    self.language = language
    self.version = version
    self.metadata = metadata
  }

  /// The bytes that the document's strings take outside it, about.
  var heldByteCount: Int {
    let optional = [title, source, url, byline, language, version]
    let fields = optional.reduce(Self.heldByteCount(id)) {
      $0 + ($1.map(Self.heldByteCount) ?? 0)
    }
    let others = metadata.reduce(0) { $0 + 64 + $1.name.utf8.count + $1.json.utf8.count }
    if case .held(let text) = body { return fields + others + Self.heldByteCount(text) }
    return fields + others
  }

  /// A string of up to 15 bytes stands in its place, a longer one after 32 bytes of its own.
  private static func heldByteCount(_ string: String) -> Int {
    string.utf8.count > 15 ? 32 + string.utf8.count : 0
  }

  /// Holds the text no longer: it is read from a source each time it is asked for.
  public mutating func leaveText(in source: any TextSource, at place: TextPlace) {
    body = .left(in: source, at: place)
  }
}

/// A field of a record that Shingle does not read, carried through untouched.
public struct MetadataField: Sendable, Equatable {
  /// The field's name.
  public var name: String
  /// The field's value as JSON text, byte for byte as it was read.
  public var json: String

  /// Creates a field.
  public init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}
