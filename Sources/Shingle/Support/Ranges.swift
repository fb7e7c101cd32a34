/// A half-open range of tokens of one document: `lower ..< upper`.
public struct TokenRange: Sendable, Hashable {
  /// The first token.
  public var lower: Int
  /// One past the last token.
  public var upper: Int

  /// Creates the range `lower ..< upper`.
  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a token range runs forwards, not \(lower) ..< \(upper)")
    self.lower = lower
    self.upper = upper
  }

  /// The number of tokens.
  public var count: Int { upper - lower }

  /// Whether the two ranges have a token in common.
  public func overlaps(_ other: TokenRange) -> Bool { lower < other.upper && other.lower < upper }
}

/// A half-open range of UTF-8 byte offsets into one document's text.
public struct ByteRange: Sendable, Hashable {
  /// The first byte.
  public var lower: Int
  /// One past the last byte.
  public var upper: Int

  /// Creates the range `lower ..< upper`.
  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a byte range runs forwards, not \(lower) ..< \(upper)")
    self.lower = lower
    self.upper = upper
  }
}

/// A half-open range of Unicode code point offsets into one document's text, as the
/// W3C TextPositionSelector counts them; the only offsets that appear in output.
public struct CodePointRange: Sendable, Hashable {
  /// The first code point.
  public var start: Int
  /// One past the last code point.
  public var end: Int

  /// Creates the range `start ..< end`.
  public init(start: Int, end: Int) {
    precondition(start <= end, "a code point range runs forwards, not \(start) ..< \(end)")
    self.start = start
    self.end = end
  }
}
