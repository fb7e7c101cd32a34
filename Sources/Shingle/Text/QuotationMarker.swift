/// Follows quotation marks through a text and marks the tokens between them.
///
/// A quotation runs from an opening mark to its closing one. One that is still open at the end of
/// its paragraph goes on in the next if that opens with a mark too, as a quotation over several
/// paragraphs does, or closes it within 100 words, as in texts with a sentence a line. Otherwise
/// its closing mark was forgotten: then it counts up to 100 words, which is longer than a spoken
/// sentence, and not at all where the mark is also an apostrophe.
struct QuotationMarker {
  /// Whether the next token stands in a quotation.
  private(set) var isOpen = false
  private var style = QuotationStyle.straight
  /// The first token of the open quotation.
  private var opening = 0
  /// The first token of the paragraph into which an open quotation may go on.
  private var carriedTo: Int?

  /// The most words of a quotation that nothing closes.
  private static let unclosedLimit = 100

  /// Takes a character that stands before the token `index`.
  mutating func take(
    _ mark: UInt32, _ place: GapReader.Place, before index: Int, _ tokens: inout Tokens
  ) {
    if isOpen {
      if style.isClosed(by: mark, place) {
        isOpen = false
      } else if style == .apostrophe, let next = QuotationStyle(opening: mark, place) {
        drop(opening..<index, &tokens)
        open(next, before: index)
      }
    } else if let start = carriedTo, start < index, style.isClosed(by: mark, place) {
      goOn(from: start, to: index, &tokens)
    } else if let next = QuotationStyle(opening: mark, place) {
      settle(before: index, next, &tokens)
      open(next, before: index)
    }
  }

  /// Ends a paragraph; the next one begins with the token `index`.
  mutating func endParagraph(before index: Int, _ tokens: inout Tokens) {
    if isOpen {
      isOpen = false
      carriedTo = index
    } else if let start = carriedTo, index - start > Self.unclosedLimit {
      settle(before: index, nil, &tokens)
    }
  }

  /// Ends the text.
  mutating func finish(_ tokens: inout Tokens) {
    endParagraph(before: tokens.count, &tokens)
    settle(before: tokens.count, nil, &tokens)
  }

  private mutating func open(_ next: QuotationStyle, before index: Int) {
    isOpen = true
    style = next
    opening = index
  }

  /// Decides what becomes of a quotation without a closing mark, now that `next` opens before the
  /// token `index`, or nothing does.
  private mutating func settle(
    before index: Int, _ next: QuotationStyle?, _ tokens: inout Tokens
  ) {
    guard let start = carriedTo else { return }
    carriedTo = nil
    let isContinued = index == start && next == style
    if !isContinued, style.isApostrophe || start - opening > Self.unclosedLimit {
      drop(opening..<start, &tokens)
    }
  }

  private mutating func goOn(from start: Int, to end: Int, _ tokens: inout Tokens) {
    carriedTo = nil
    guard !style.isApostrophe, end - start <= Self.unclosedLimit else { return }
    for index in start..<end { tokens.flags[index].insert(.quoted) }
  }

  private func drop(_ range: Range<Int>, _ tokens: inout Tokens) {
    for index in range { tokens.flags[index].remove(.quoted) }
  }
}
