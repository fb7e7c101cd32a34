/// The names under which a JSON Lines record keeps what Shingle reads.
///
/// ```swift
/// var names = FieldNames()
/// names.text = "body_text"
/// ```
///
/// A field that none of these names is carried through as metadata.
public struct FieldNames: Sendable, Equatable {
  /// The field of the document's id: a string or a number.
  public var id = "id"
  /// The field of the article's text.
  public var text = "text"
  /// The field of the headline.
  public var title = "title"
  /// The field of the outlet.
  public var source = "source"
  /// The field of the address.
  public var url = "url"
  /// The field of the moment of publication, as ``FeedDate`` reads it.
  public var published = "published"
  /// The field of the byline.
  public var byline = "byline"
  /// The field of the BCP 47 language tag.
  public var language = "language"
  /// The field of the item's version: a string or a number.
  public var version = "version"

  /// Creates the default names, each the same as its property.
  public init() {}
}
