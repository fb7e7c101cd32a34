/// Reads the characters between two tokens with what stands beside each.
struct GapReader {
  /// A character's place.
  struct Place {
    /// The byte offset.
    var position: Int
    /// Whether white space, an opening bracket, a dash or the start of the text comes before.
    var isAfterSpace: Bool
    /// Whether a word follows directly.
    var isBeforeWord: Bool
    /// Whether a word follows directly and does not begin with a digit, as `'90s` does.
    var isBeforeLetter: Bool

    var looksOpening: Bool { isAfterSpace && isBeforeWord }
  }

  private var position: Int
  private let end: Int
  private let isTextEnd: Bool
  private var isAfterSpace: Bool

  init(start: Int, end: Int, isTextEnd: Bool) {
    position = start
    self.end = end
    self.isTextEnd = isTextEnd
    isAfterSpace = start == 0
  }

  /// Returns the next character and its place; a doubled backtick, apostrophe or single mark is
  /// given as the double mark that it stands for.
  mutating func next(_ text: Span<UInt8>) -> (scalar: UInt32, place: Place)? {
    guard position < end else { return nil }
    let start = position
    var (scalar, length) = decodeScalar(text, at: start)
    if let double = Self.doubled(scalar), start &+ 2 * length <= end,
      decodeScalar(text, at: start &+ length).scalar == scalar
    {
      scalar = double
      length *= 2
    }
    position = start &+ length
    let isBeforeWord = position == end && !isTextEnd
    let isBeforeDigit = isBeforeWord && (0x30...0x39).contains(text[end])
    let place = Place(
      position: start, isAfterSpace: isAfterSpace, isBeforeWord: isBeforeWord,
      isBeforeLetter: isBeforeWord && !isBeforeDigit)
    isAfterSpace = Self.isSpaceLike(scalar)
    return (scalar, place)
  }

  private static func doubled(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x60, 0x2018: 0x201C
    case 0x27, 0x2019: 0x201D
    default: nil
    }
  }

  private static func isSpaceLike(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x28, 0x5B, 0x7B, 0x2D, 0xA0, 0x2000...0x200B, 0x2010...0x2015, 0x2028...0x202F,
      0x3000, 0xFEFF:
      true
    case 0x22, 0x27, 0x60, 0xAB, 0x2018, 0x201C, 0x201E: true
    default: false
    }
  }
}
