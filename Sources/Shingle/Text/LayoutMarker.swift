/// Marks quotations, lines and paragraphs on tokens, from the characters between them.
///
/// In a hard-wrapped text a line break alone ends no paragraph; a blank line or an indented line
/// does. For quotations see ``Quotations``.
struct LayoutMarker {
  private let isHardWrapped: Bool

  init(_ text: Span<UInt8>) {
    isHardWrapped = Self.detectHardWrap(text)
  }

  /// Sets the flags of all tokens of `text`; `tokens.flags` must be as long as the other columns.
  ///
  /// - Complexity: O(*g*) in the number *g* of bytes that stand in no token.
  func mark(_ tokens: inout Tokens, in text: Span<UInt8>) {
    var quotations = Quotations()
    var position = 0
    for index in 0..<tokens.count {
      let start = Int(tokens.starts[index])
      var flags: TokenFlags = index == 0 ? [.startsParagraph, .startsLine] : []
      if start &- position > 1 || (start > position && text[position] != 0x20) {
        flags.formUnion(readGap(text, from: position, to: start, before: index, &quotations))
      }
      if isCapital(decodeScalar(text, at: start).scalar) { flags.insert(.capitalised) }
      tokens.flags[index] = flags
      position = Int(tokens.ends[index])
    }
    if tokens.count > 0 {
      _ = readGap(text, from: position, to: text.count, before: tokens.count, &quotations)
    }
    quotations.mark(&tokens)
  }

  private func readGap(
    _ text: Span<UInt8>, from start: Int, to end: Int, before token: Int,
    _ quotations: inout Quotations
  ) -> TokenFlags {
    var flags: TokenFlags = []
    var position = start
    var followsWord = start > 0
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position)
      let next = position &+ length
      if scalar == 0x0A || scalar == 0x2029 || scalar == 0x2028 || scalar == 0x0D {
        flags.insert(.startsLine)
        if scalar == 0x2029 || !isHardWrapped || isBlankOrIndented(text, after: position, before: end)
        {
          flags.insert(.startsParagraph)
        }
      } else if scalar == 0x60 || scalar == 0x27, next < end, text[next] == text[position] {
        quotations.takeDoubled(scalar, before: token)
        position = next &+ 1
        continue
      } else if scalar == 0x22 || scalar >= 0xAB {
        quotations.take(
          scalar, before: token, followsWord: followsWord,
          precedesWord: next == end && end < text.count)
      }
      followsWord = !isSpace(scalar)
      position = next
    }
    return flags
  }

  /// Whether a scalar is a digit, or a capital of a script that has them; the ranges alternate
  /// capitals and small letters where Unicode does.
  @inline(__always)
  private func isCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x30...0x39: true
    case 0..<0xC0: false
    case 0xC0...0xDE, 0x391...0x3AB, 0x400...0x42F, 0x531...0x556: true
    case 0x100...0x137, 0x14A...0x177, 0x460...0x4FF, 0x1E00...0x1EFF: scalar & 1 == 0
    default: false
    }
  }

  private func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
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
