/// Turns UTF-8 byte offsets of one text into code point offsets.
///
/// Keeps a count at every 256th byte, so a look-up reads at most 256 bytes; a text of ASCII keeps
/// none and answers at once.
struct CodePointMap: Sendable {
  private let text: String
  private let counts: [UInt32]

  private static let stride = 256

  init(_ text: String) {
    let bytes = text.utf8Span.span
    var count: UInt32 = 0
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
      counts.append(count)
      for index in start..<min(start + Self.stride, bytes.count) {
        count &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
      }
    }
    let isASCII = Int(count) == bytes.count
    self.text = isASCII ? "" : text
    self.counts = isASCII ? [] : counts
  }

  /// Returns the number of code points before a byte offset, which must stand between two.
  func offset(atByte byte: Int) -> Int {
    guard !counts.isEmpty else { return byte }
    let block = min(byte / Self.stride, counts.count - 1)
    let bytes = text.utf8Span.span
    var count = Int(counts[block])
    for index in block * Self.stride..<byte where bytes[index] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }

  /// Returns the code points that a byte range spans.
  func range(_ bytes: ByteRange) -> CodePointRange {
    CodePointRange(start: offset(atByte: bytes.lower), end: offset(atByte: bytes.upper))
  }
}
