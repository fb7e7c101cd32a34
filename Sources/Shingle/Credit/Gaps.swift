/// The characters between the tokens of a text, where datelines and bylines show.
struct Gaps {
  private let bytes: [UInt8]
  let tokens: Tokens

  init(_ text: Span<UInt8>, _ tokens: Tokens) {
    bytes = unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
    self.tokens = tokens
  }

  /// Whether one of the characters stands right before a token; after the last token there is the
  /// rest of the text.
  func holds(_ characters: Set<UInt32>, before position: Int) -> Bool {
    var byte = position == 0 ? 0 : Int(tokens.ends[position - 1])
    let end = position < tokens.count ? Int(tokens.starts[position]) : bytes.count
    while byte < end {
      let (scalar, length) = decodeScalar(bytes.span, at: byte)
      if characters.contains(scalar) { return true }
      byte += length
    }
    return false
  }

  /// Whether one of the marks stands between a token and the next and parts them, as the full stop
  /// of `example.org` does not; a dash between spaces parts a page's title from its outlet.
  func separates(_ marks: Set<UInt32>, after position: Int) -> Bool {
    guard position + 1 < tokens.count else { return true }
    let isOneByte = tokens.starts[position + 1] == tokens.ends[position] + 1
    let isInside = isOneByte && bytes[Int(tokens.ends[position])] == 0x2E
    return !isInside && (holds(marks, before: position + 1) || holdsSpacedDash(after: position))
  }

  private func holdsSpacedDash(after position: Int) -> Bool {
    // Two tokens of one character share its bytes, so the next may start before this one ends.
    let end = Int(tokens.ends[position])
    return Int(tokens.starts[position + 1]) == end + 3
      && bytes[end..<end + 3].elementsEqual([0x20, 0x2D, 0x20])
  }

  /// Whether a token begins with a digit.
  func startsWithDigit(_ position: Int) -> Bool {
    (0x30...0x39).contains(bytes[Int(tokens.starts[position])])
  }

  /// Whether a token is the underscore that some wires print as a dash.
  func isUnderscore(_ position: Int) -> Bool {
    position < tokens.count && tokens.ends[position] == tokens.starts[position] + 1
      && bytes[Int(tokens.starts[position])] == 0x5F
  }

  /// The tokens that begin with a small letter of ASCII: few in the place and date of a dateline.
  func lowerCaseWords(in range: TokenRange) -> Int {
    (range.lower..<range.upper).count { (0x61...0x7A).contains(bytes[Int(tokens.starts[$0])]) }
  }
}
