/// A name in a text, of which it is not decided yet whether it is a credit.
struct Mention {
  var name: AgencyTable.Name
  /// The tokens of the name, and of a word such as `newspaper` beside it that made it known.
  var tokens: TokenRange
  var paragraph = TokenRange(0, 0)
  /// The paragraph's number from the start, and from the end.
  var fromStart = 0
  var fromEnd = 0
  /// Whether few enough words of prose stand before it.
  var isInLead = false
  /// Whether another name follows at once, as in `AFP/Reuters`.
  var isJoinedToNext = false
  /// Whether a name stands right before, as in `AFP/Reuters`.
  var isJoinedToPrevious = false

  /// Whether the name is in no table.
  var isUnknown: Bool { name.trait != .known }
  /// Whether the name is a word that means other things too: `Focus`, `Exchange`. An agency's
  /// abbreviation is none.
  var isAmbiguousWord: Bool {
    name.isAmbiguous && name.writing.count == 1
      && !(name.type == .agency && name.isAbbreviation)
  }
}

extension [Mention] {
  /// Sets the paragraphs of mentions that stand in the order of the text, and what follows from
  /// them.
  mutating func place(in gaps: Gaps) {
    let paragraphs = gaps.tokens.paragraphs
    let leadEnd = gaps.leadEnd(paragraphs)
    var paragraph = 0
    for index in indices {
      let lower = self[index].tokens.lower
      while paragraphs[paragraph].upper <= lower { paragraph += 1 }
      self[index].paragraph = paragraphs[paragraph]
      self[index].fromStart = paragraph
      self[index].fromEnd = paragraphs.count - 1 - paragraph
      self[index].isInLead = lower < leadEnd
    }
    for index in indices.dropFirst() where joint(self[index - 1], self[index], gaps) == .mark {
      self[index - 1].isJoinedToNext = true
      self[index].isJoinedToPrevious = true
    }
  }
}

extension Gaps {
  /// The words of prose, boilerplate apart, within which a credit stands in the lead.
  private static var leadLength: Int { 60 }
  /// The least words of a headline or caption; a menu's entry is shorter.
  private static var leastHeading: Int { 4 }

  /// The token past the last word of the lead. Lines that do not end as sentences do, headlines and
  /// captions, are no prose, and what stands before them at the top of a page is none either.
  fileprivate func leadEnd(_ paragraphs: [TokenRange]) -> Int {
    var words = 0
    for paragraph in paragraphs {
      guard endsAsSentence(paragraph) else {
        if paragraph.count >= Self.leastHeading { words = 0 }
        continue
      }
      for position in paragraph.lower..<paragraph.upper
      where !tokens.flags[position].contains(.boilerplate) {
        words += 1
        if words == Self.leadLength { return position + 1 }
      }
    }
    return tokens.count
  }

  /// Whether a paragraph ends with a full stop or another mark that ends a sentence, or is too long
  /// for a headline all the same.
  private func endsAsSentence(_ paragraph: TokenRange) -> Bool {
    paragraph.count > Self.leadLength
      || holds(CreditFinder.terminators, before: paragraph.upper)
      || holds([0x3A, 0x2026], before: paragraph.upper)
  }
}

/// How two names in a row are joined.
enum Joint {
  /// By a slash, hyphen or comma: `AFP/Reuters`.
  case mark
  /// By a word: `AFP and Reuters`.
  case word
}

/// Returns how two mentions are joined, or nil where other words or a sentence's end part them.
func joint(_ first: Mention, _ second: Mention, _ gaps: Gaps) -> Joint? {
  let between = second.tokens.lower - first.tokens.upper
  guard first.paragraph == second.paragraph, (0...2).contains(between) else { return nil }
  if between == 0 {
    let marks = gaps.gap(before: second.tokens.lower).filter { $0 != 0x20 }
    let isMark =
      marks.count == 1
      ? [0x2C, 0x2D, 0x2F, 0x26, 0x2B].contains(marks[0])
      : marks == [0xE2, 0x80, 0x93] || marks == [0xE3, 0x83, 0xBB]
    return isMark ? .mark : nil
  }
  let isAnd = gaps.word(
    first.tokens.upper, isOneOf: ["and", "or", "und", "et", "y", "e", "и", "و", "और"])
  let isRest = between == 1 || gaps.word(first.tokens.upper + 1, isOneOf: ["the", "The", "der"])
  return isAnd && isRest && gaps.isSpace(before: second.tokens.lower) ? .word : nil
}
