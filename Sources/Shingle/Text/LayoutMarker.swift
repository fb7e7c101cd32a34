/// Marks quotations, lines and paragraphs on tokens, from the characters between them.
///
/// Quotations are ``QuotationMarker``'s. In a hard-wrapped text a line break alone ends no
/// paragraph; a blank line or an indented line does.
struct LayoutMarker {
  private let isHardWrapped: Bool

  init(_ text: Span<UInt8>) {
    isHardWrapped = Self.detectHardWrap(text)
  }

  /// Sets the flags of all tokens of `text`; `tokens.flags` must be as long as the other columns.
  ///
  /// - Complexity: O(*n* + *g*) for *n* tokens and *g* bytes that stand in none.
  func mark(_ tokens: inout Tokens, in text: Span<UInt8>) {
    var quotations = QuotationMarker()
    var position = 0
    for index in 0..<tokens.count {
      let start = Int(tokens.starts[index])
      if start &- position > 1 || (start > position && text[position] != 0x20) {
        readGap(text, from: position, to: start, before: index, &quotations, &tokens)
      }
      if index == 0 {
        tokens.flags[0].formUnion([.startsParagraph, .startsLine, .startsSentence])
      }
      if quotations.isOpen { tokens.flags[index].insert(.quoted) }
      if isDigit(text[start]) {
        tokens.flags[index].formUnion([.capitalised, .digit])
      } else if isCapital(decodeScalar(text, at: start).scalar) {
        tokens.flags[index].insert(.capitalised)
      }
      position = Int(tokens.ends[index])
    }
    readGap(text, from: position, to: text.count, before: tokens.count, &quotations, &tokens)
    quotations.finish(&tokens)
  }

  /// Reads the characters between two tokens, the second of which is `index`.
  private func readGap(
    _ text: Span<UInt8>, from start: Int, to end: Int, before index: Int,
    _ quotations: inout QuotationMarker, _ tokens: inout Tokens
  ) {
    var flags: TokenFlags = []
    var gap = GapReader(start: start, end: end, isTextEnd: end == text.count)
    while let (scalar, place) = gap.next(text) {
      if Self.isLineBreak(scalar) {
        flags.insert(.startsLine)
        if !isHardWrapped { flags.insert(.startsSentence) }
        if !flags.contains(.startsParagraph),
          scalar == 0x2029 || !isHardWrapped
            || isBlankOrIndented(text, after: place.position, before: end)
        {
          flags.formUnion([.startsParagraph, .startsSentence])
          quotations.endParagraph(before: index, &tokens)
        }
      } else {
        if Self.isSentenceBound(scalar) { flags.insert(.startsSentence) }
        quotations.take(scalar, place, before: index, &tokens)
      }
    }
    if index < tokens.count { tokens.flags[index].formUnion(flags) }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a scalar is a capital of a script that has them; the ranges alternate capitals and
  /// small letters where Unicode does.
  @inline(__always)
  private func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A: true
    case 0..<0xC0: false
    case 0xC0...0xDE, 0x391...0x3AB, 0x400...0x42F, 0x531...0x556: true
    case 0x100...0x137, 0x14A...0x177, 0x460...0x4FF, 0x1E00...0x1EFF: scalar & 1 == 0
    default: false
    }
  }

  /// Whether a character ends a sentence or opens a quotation.
  private static func isSentenceBound(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x22, 0x2E, 0x3A, 0x3F: true
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2026: true
    case 0x061F, 0x06D4, 0x0964, 0x3002, 0xFF01, 0xFF1F: true
    default: false
    }
  }

  private static func isLineBreak(_ scalar: UInt32) -> Bool {
    scalar == 0x0A || scalar == 0x0D || scalar == 0x2028 || scalar == 0x2029
  }

  /// Whether another line break or an indent of two follows the line break at `position`.
  private func isBlankOrIndented(
    _ text: Span<UInt8>, after position: Int, before end: Int
  ) -> Bool {
    var next = position &+ 1
    if text[position] == 0x0D, next < end, text[next] == 0x0A { next &+= 1 }
    var spaces = 0
    while next < end {
      switch text[next] {
      case 0x20: spaces &+= 1
      case 0x09: spaces &+= 2
      case 0x0A, 0x0D: return true
      default: return spaces >= 2
      }
      next &+= 1
    }
    return spaces >= 2
  }

  /// Whether the text's lines were cut by a column: of its first 64 lines (there must be four)
  /// hardly any passes 100 bytes, most are long, and most end within a sentence.
  private static func detectHardWrap(_ text: Span<UInt8>) -> Bool {
    var lines = 0
    var filled = 0
    var tooLong = 0
    var ended = 0
    var lineStart = 0
    for position in 0...text.count where position == text.count || text[position] == 0x0A {
      var lineEnd = position
      while lineEnd > lineStart, text[lineEnd &- 1] <= 0x20 { lineEnd &-= 1 }
      let length = lineEnd &- lineStart
      lineStart = position &+ 1
      guard length > 0 else { continue }
      lines &+= 1
      if length > 40 { filled &+= 1 }
      if length > 100 { tooLong &+= 1 }
      if isSentenceEnd(text[lineEnd &- 1]) { ended &+= 1 }
      if lines == 64 || tooLong == 4 { break }
    }
    return lines >= 4 && tooLong &* 20 < lines && filled &* 2 > lines && ended &* 2 < lines
  }

  private static func isSentenceEnd(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x22 || byte == 0x27
  }
}
