/// The characters of a text in and between its tokens, where names, datelines and bylines show.
struct Gaps {
  private let bytes: [UInt8]
  let tokens: Tokens

  init(_ text: Span<UInt8>, _ tokens: Tokens) {
    bytes = unsafe text.withUnsafeBufferPointer { unsafe Array($0) }
    self.tokens = tokens
  }

  /// The bytes right before a token; after the last token there is the rest of the text.
  func gap(before position: Int) -> ArraySlice<UInt8> {
    let start = position == 0 ? 0 : Int(tokens.ends[position - 1])
    let end = position < tokens.count ? Int(tokens.starts[position]) : bytes.count
    // Two tokens of one character share its bytes, so the next may start before this one ends.
    return bytes[start..<max(start, end)]
  }

  /// Whether one of the characters stands right before a token.
  func holds(_ characters: Set<UInt32>, before position: Int) -> Bool {
    let gap = gap(before: position)
    if gap.count == 1, gap.first == 0x20 { return false }
    var byte = gap.startIndex
    while byte < gap.endIndex {
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
    let gap = gap(before: position + 1)
    if gap.elementsEqual([0x20]) || gap.elementsEqual([0x2E]) { return false }
    return holds(marks, before: position + 1) || gap.elementsEqual([0x20, 0x2D, 0x20])
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
    (range.lower..<range.upper).count { isLowerCase($0) }
  }

  /// Whether a token begins with a small letter of ASCII.
  func isLowerCase(_ position: Int) -> Bool {
    (0x61...0x7A).contains(bytes[Int(tokens.starts[position])])
  }
}

/// How single tokens are written.
extension Gaps {
  /// Whether a token with a capital is written as few words are: one letter before a full stop,
  /// behind a bracket, slash or hyphen, or with a digit or a capital inside.
  func isOdd(_ position: Int) -> Bool {
    let start = Int(tokens.starts[position])
    let end = Int(tokens.ends[position])
    if end &- start == 1 {
      let mark = end < bytes.count && bytes[end] == 0x20 ? end &+ 1 : end
      return mark < bytes.count && bytes[mark] == 0x2E
    }
    return followsMark(position) || hasInnerMark(position)
  }

  /// The bytes of a token.
  func bytes(of position: Int) -> ArraySlice<UInt8> {
    bytes[Int(tokens.starts[position])..<Int(tokens.ends[position])]
  }

  /// The length of a token in bytes.
  func length(_ position: Int) -> Int {
    Int(tokens.ends[position]) - Int(tokens.starts[position])
  }

  /// Whether a token begins with a capital or a digit.
  func isCapital(_ position: Int) -> Bool { tokens.flags[position].contains(.capitalised) }

  /// Whether a token is written exactly so.
  func word(_ position: Int, is word: StaticString) -> Bool {
    guard length(position) == word.utf8CodeUnitCount else { return false }
    return unsafe bytes(of: position).elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Whether a token is written exactly as one of the words.
  func word(_ position: Int, isOneOf words: [StaticString]) -> Bool {
    words.contains { word(position, is: $0) }
  }

  /// Whether a single space stands before a token, or a line break within a paragraph.
  func isSpace(before position: Int) -> Bool {
    let gap = gap(before: position)
    return gap.elementsEqual([0x20])
      || gap.elementsEqual([0x0A]) && !tokens.flags[position].contains(.startsParagraph)
  }

  /// Whether a line ends before a token.
  func isBreak(before position: Int) -> Bool {
    tokens.flags[position].contains(.startsLine)
  }

  /// Whether a bracket, slash or hyphen stands before a token, a space apart or none.
  func followsMark(_ position: Int) -> Bool {
    var byte = Int(tokens.starts[position]) - 1
    if byte > 0, bytes[byte] == 0x20 { byte -= 1 }
    guard byte >= 0 else { return false }
    return switch bytes[byte] {
    case 0x28, 0x5B, 0x2F, 0x2D: true
    default: false
    }
  }

  /// Whether a quotation mark stands right before a token.
  func opensQuotation(before position: Int) -> Bool {
    gap(before: position).last.map { $0 == 0x22 } == true
      || holds([0xAB, 0x201C, 0x201E, 0x300A, 0x300C], before: position)
  }

  /// Whether a quotation mark stands between a token and the one before.
  func closesQuotation(before position: Int) -> Bool {
    holds([0x22, 0xBB, 0x201D, 0x201C, 0x300B, 0x300D], before: position)
  }

  /// Whether a token of ASCII holds a capital behind its first letter, or a digit beside a letter.
  func hasInnerMark(_ position: Int) -> Bool {
    let start = Int(tokens.starts[position])
    let end = Int(tokens.ends[position])
    guard end - start >= 3 else { return false }
    var (letters, digits, inner) = (0, 0, 0)
    for index in start..<end {
      let byte = bytes[index]
      if byte &- 0x30 < 10 { digits &+= 1 } else { letters &+= 1 }
      if index > start, byte &- 0x41 < 26 { inner &+= 1 }
    }
    return letters >= 2 && (inner > 0 || digits > 0)
  }

  /// Whether a token is four capitals, the first K or W.
  func isCallSign(_ position: Int) -> Bool {
    let word = bytes(of: position)
    return word.count == 4 && (word.first == 0x4B || word.first == 0x57)
      && word.allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether a token is three capitals, the first K or W.
  func isShortCallSign(_ position: Int) -> Bool {
    let word = bytes(of: position)
    return word.count == 3 && (word.first == 0x4B || word.first == 0x57)
      && word.allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether a token is two to four capitals and then one or two digits: `NY1`.
  func isNumberedStation(_ position: Int) -> Bool {
    let word = bytes(of: position)
    let capitals = word.prefix { $0 &- 0x41 < 26 }.count
    let digits = word.count - capitals
    return (2...4).contains(capitals) && (1...2).contains(digits)
      && word.suffix(digits).allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether a token is three to five capitals.
  func isLetters(_ position: Int) -> Bool {
    (3...5).contains(length(position)) && bytes(of: position).allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether a token ends with letters, in whatever case, and has a character more before them.
  func ends(_ position: Int, with suffix: [UInt8]) -> Bool {
    let (start, end) = (Int(tokens.starts[position]), Int(tokens.ends[position]))
    // The last letter tells most apart before a slice is made.
    guard suffix.count >= 2, end - start > suffix.count,
      bytes[end - 1] | 0x20 == suffix[suffix.count - 1]
    else { return false }
    return zip(bytes[(end - suffix.count)..<end], suffix).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The number of letters from a token's last capital on, if a small letter stands before it, as
  /// in `HarbourOnline`; else none.
  func lastWordLength(_ position: Int) -> Int {
    let (start, end) = (Int(tokens.starts[position]), Int(tokens.ends[position]))
    var capital = end - 1
    while capital > start, bytes[capital] &- 0x41 >= 26 { capital -= 1 }
    return capital > start && bytes[capital - 1] &- 0x61 < 26 ? end - capital : 0
  }

  /// The text of a range of tokens, with single spaces and none round a hyphen or full stop inside.
  func name(of range: TokenRange) -> String {
    var result: [UInt8] = []
    for position in range.lower..<range.upper {
      if position > range.lower {
        let gap = gap(before: position)
        let mark = gap.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }
        let isDot = mark == 0x2E && position + 1 == range.upper && !isCapital(position)
        result += mark.map { $0 == 0x2D || isDot ? [$0] : Array(gap) } ?? [0x20]
      }
      result += bytes(of: position)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
