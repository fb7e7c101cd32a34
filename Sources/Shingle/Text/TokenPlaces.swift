/// Where the tokens of a text stand in it, in code points.
struct TokenPlaces: Sendable, Equatable {
  /// The code points before each token.
  let starts: [UInt32]
  /// The code points before the end of each token.
  let ends: [UInt32]

  /// Knows of no tokens.
  init() { self.init(starts: [], ends: []) }

  init(starts: [UInt32], ends: [UInt32]) {
    self.starts = starts
    self.ends = ends
  }

  /// Counts the code points of a text up to its tokens.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ tokens: Tokens, in text: String) {
    var (starts, ends) = (tokens.starts, tokens.ends)
    var (byte, count) = (0, 0)
    let bytes = text.utf8Span.span
    for index in starts.indices where !text.utf8Span.isKnownASCII {
      (byte, count) = Self.move(to: Int(starts[index]), from: byte, count, in: bytes)
      starts[index] = UInt32(truncatingIfNeeded: count)
      (byte, count) = Self.move(to: Int(ends[index]), from: byte, count, in: bytes)
      ends[index] = UInt32(truncatingIfNeeded: count)
    }
    self.init(starts: starts, ends: ends)
  }

  /// The code points before a byte, counted on from another; or back, since the tokens of one character
  /// share its bytes.
  @inline(__always)
  private static func move(
    to end: Int, from start: Int, _ before: Int, in bytes: Span<UInt8>
  ) -> (byte: Int, count: Int) {
    var (byte, count) = (start, before)
    while byte < end {
      count &+= bytes[byte] & 0xC0 != 0x80 ? 1 : 0
      byte &+= 1
    }
    while byte > end {
      byte &-= 1
      count &-= bytes[byte] & 0xC0 != 0x80 ? 1 : 0
    }
    return (byte, count)
  }

  /// The code points that a range of tokens spans, or none where it is of a text without tokens.
  func codePoints(of range: TokenRange) -> CodePointRange {
    guard range.count > 0, !starts.isEmpty else { return CodePointRange(start: 0, end: 0) }
    return CodePointRange(start: Int(starts[range.lower]), end: Int(ends[range.upper - 1]))
  }
}
