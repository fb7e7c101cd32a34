/// Where the texts of documents can be read again, so that a batch need not hold them in memory.
///
/// ```swift
/// document.leaveText(in: source, at: TextPlace(start: 17, byteCount: 2048, ...))
/// ```
public protocol TextSource: AnyObject, Sendable {
  /// Returns the text at a place that this source gave out, from any thread.
  ///
  /// Where it is no longer there, as many spaces as the text had bytes of UTF-8 stand for it, so
  /// that no offset leads beyond it; the source remembers that, and whoever reads from it must ask
  /// before the results are used.
  func text(at place: TextPlace) -> String
}

/// Where a text stands in its source.
public struct TextPlace: Sendable, Equatable {
  /// The offset of its first byte in the source.
  public var start: Int
  /// The bytes that it takes there, escapes among them.
  public var byteCount: UInt32
  /// The bytes of its UTF-8.
  public var textByteCount: UInt32
  /// A hash of its UTF-8, by which the source knows it again.
  public var digest: UInt64

  /// Creates a place.
  public init(start: Int, byteCount: UInt32, textByteCount: UInt32, digest: UInt64) {
    self.start = start
    self.byteCount = byteCount
    self.textByteCount = textByteCount
    self.digest = digest
  }
}

/// A text that is held, or where it can be read again.
enum TextBody: Sendable, Equatable {
  case held(String)
  case left(in: any TextSource, at: TextPlace)

  var text: String {
    switch self {
    case .held(let text): text
    case .left(let source, let place): source.text(at: place)
    }
  }

  static func == (left: TextBody, right: TextBody) -> Bool { left.text == right.text }
}
