/// Marks quotations, lines and paragraphs on tokens, from the characters between them.
///
/// A quotation runs from an opening mark to its closing one and at most to the end of its
/// paragraph, since a quotation over several paragraphs opens anew in each. In a hard-wrapped text
/// a line break alone ends no paragraph; a blank line or an indented line does.
struct LayoutMarker {
  private let isHardWrapped: Bool

  init(_ text: Span<UInt8>) {
    isHardWrapped = Self.detectHardWrap(text)
  }

  /// Sets the flags of all tokens of `text`; `tokens.flags` must be as long as the other columns.
  ///
  /// - Complexity: O(*g*) in the number *g* of bytes that stand in no token.
  func mark(_ tokens: inout Tokens, in text: Span<UInt8>) {
    var quotation = Quotation()
    var position = 0
    for index in 0..<tokens.count {
      let start = Int(tokens.starts[index])
      var flags: TokenFlags = index == 0 ? [.startsParagraph, .startsLine] : []
      if start &- position > 1 || (start > position && text[position] != 0x20) {
        flags.formUnion(readGap(text, from: position, to: start, &quotation))
      }
      if quotation.isOpen { flags.insert(.quoted) }
      tokens.flags[index] = flags
      position = Int(tokens.ends[index])
    }
  }

  private func readGap(
    _ text: Span<UInt8>, from start: Int, to end: Int, _ quotation: inout Quotation
  ) -> TokenFlags {
    var flags: TokenFlags = []
    var position = start
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position)
      if scalar == 0x0A || scalar == 0x2029 || scalar == 0x2028 || scalar == 0x0D {
        flags.insert(.startsLine)
        if !flags.contains(.startsParagraph),
          scalar == 0x2029 || !isHardWrapped || isBlankOrIndented(text, after: position, before: end)
        {
          flags.insert(.startsParagraph)
          quotation.reset()
        }
      } else {
        quotation.take(scalar, isAlone: end &- start == length)
      }
      position &+= length
    }
    return flags
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

  /// Whether the text's lines were cut by a column: at least four of them, none past 100 bytes,
  /// and all but the last of each paragraph long.
  private static func detectHardWrap(_ text: Span<UInt8>) -> Bool {
    var lines = 0
    var lineStart = 0
    var filled = 0
    for position in 0..<text.count where text[position] == 0x0A {
      let length = position &- lineStart
      if length > 100 { return false }
      if length > 0 { lines &+= 1 }
      if length > 40 { filled &+= 1 }
      lineStart = position &+ 1
    }
    return lines >= 4 && filled &* 2 > lines && text.count &- lineStart <= 100
  }
}

/// Follows quotation marks through a text.
private struct Quotation {
  private var closers: (UInt32, UInt32) = (0, 0)

  var isOpen: Bool { closers.0 != 0 }

  mutating func reset() { closers = (0, 0) }

  /// Takes a character between two tokens; `isAlone` if no other stands there, so that an
  /// apostrophe inside a word is no closing mark.
  mutating func take(_ mark: UInt32, isAlone: Bool) {
    if isOpen {
      if mark == closers.0 || mark == closers.1, !(isAlone && mark == 0x2019) { reset() }
      return
    }
    switch mark {
    case 0x22: closers = (0x22, 0x201D)
    case 0x60: closers = (0x27, 0x22)
    case 0x201C: closers = (0x201D, 0x22)
    case 0x201E: closers = (0x201C, 0x201D)
    case 0x2018: closers = (0x2019, 0x2019)
    case 0xAB: closers = (0xBB, 0xBB)
    case 0xBB: closers = (0xAB, 0xAB)
    case 0x300C: closers = (0x300D, 0x300D)
    case 0x300E: closers = (0x300F, 0x300F)
    case 0xFF02: closers = (0xFF02, 0xFF02)
    default: break
    }
  }
}
