/// The places in an article where a name alone is a credit: dateline, byline, sign-off.
extension CreditFinder {
  /// `CITY, Nov 22 (Reuters) -`: near the start of a paragraph or line, also of a later one where a
  /// page prints several dispatches, in brackets, slashes or dashes; or as Chinese and Japanese
  /// agencies write it, `新华社昆明3月5日电`.
  func isDateline(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let (lower, upper) = (mention.tokens.lower, mention.tokens.upper)
    guard let start = lineStart(mention, gaps), mention.paragraph.upper > upper
    else { return false }
    if !mention.isUnknown, startsWireLine(mention, gaps) || isInLenticularBrackets(mention, gaps) {
      return true
    }
    let places = TokenRange(start, lower)
    let endsInDash = gaps.holds(Self.dashes, before: upper) || gaps.isUnderscore(upper)
    let isDated = (max(start, lower - 2)..<lower).contains { gaps.startsWithDigit($0) }
    if mention.name.type == .agency, gaps.tokens.flags[lower].contains(.startsLine),
      isPlainDash(before: upper, gaps)
    {
      return true
    }
    if gaps.holds(Self.dashes, before: lower), endsInDash, !mention.isUnknown {
      return places.count > 0 && gaps.lowerCaseWords(in: places) <= 2
        && (isDated || start == mention.paragraph.lower)
    }
    guard gaps.holds(Self.opening, before: lower) else { return false }
    let isClosed = gaps.holds(Self.closing, before: upper) || mention.isJoinedToNext
    if endsInDash, !mention.isJoinedToNext, isClosed || isDated { return true }
    guard isClosed, !mention.isUnknown else { return false }
    if gaps.holds([0x2F], before: lower) {
      return start == mention.paragraph.lower && gaps.lowerCaseWords(in: places) <= 2
    }
    if isDated { return true }
    let isPlace = gaps.lowerCaseWords(in: places) <= 2
    return isPlace && start == mention.paragraph.lower && !mention.name.isAmbiguous
      || startsDispatch(mention, places, gaps)
  }

  /// Whether a dash between spaces, and at most a full stop before it, is all that stands before a
  /// token: `UPI. — Im Hafen`.
  private func isPlainDash(before position: Int, _ gaps: Gaps) -> Bool {
    let gap = gaps.gap(before: position)
    let isPlain = gap.allSatisfy { $0 >= 0x80 || [0x20, 0x2D, 0x2E].contains($0) }
    return isPlain && gap.contains(0x20) && gaps.holds(Self.dashes, before: position)
  }

  /// `Kelmünde. (AP) Im Hafen`: a place, and then a sentence of its own.
  private func startsDispatch(_ mention: Mention, _ places: TokenRange, _ gaps: Gaps) -> Bool {
    gaps.lowerCaseWords(in: places) == 0 && places.count <= 4
      && (places.count == 0 || gaps.holds(Self.stops, before: mention.tokens.lower))
      && gaps.isCapital(mention.tokens.upper)
  }

  /// The first token of the paragraph or line in which a mention stands, if it is near.
  private func lineStart(_ mention: Mention, _ gaps: Gaps) -> Int? {
    let lower = mention.tokens.lower
    if lower - mention.paragraph.lower <= 10 { return mention.paragraph.lower }
    let start = (lower - 10..<lower).last { gaps.tokens.flags[$0].contains(.startsLine) }
    return start ?? (gaps.tokens.flags[lower].contains(.startsLine) ? lower : nil)
  }

  /// A name at the start of a paragraph with the word for "by wire" a few characters on.
  private func startsWireLine(_ mention: Mention, _ gaps: Gaps) -> Bool {
    guard mention.tokens.lower == mention.paragraph.lower, mention.fromStart < 3
    else { return false }
    let end = min(mention.tokens.upper + 14, mention.paragraph.upper)
    return cues.effects(in: TokenRange(mention.tokens.upper, end), gaps.tokens.hashes)
      .contains(.dateline)
  }

  /// `【仙台共同】` at the start of a paragraph.
  private func isInLenticularBrackets(_ mention: Mention, _ gaps: Gaps) -> Bool {
    gaps.holds([0x3010], before: mention.paragraph.lower)
      && gaps.holds([0x3011], before: mention.tokens.upper)
  }

  /// What an agency's name in brackets says away from the usual places: it ends or begins a
  /// dispatch. In the midst of a sentence `(AFP)` is the army of the Philippines.
  func bracketed(_ mention: Mention, _ gaps: Gaps) -> CreditKind? {
    let (lower, upper) = (mention.tokens.lower, mention.tokens.upper)
    guard mention.name.type == .agency, gaps.holds(Self.brackets, before: lower),
      upper == gaps.tokens.count || closesSoon(mention, gaps),
      !isSpeltOut(mention, gaps)
    else { return nil }
    let endsSentence =
      gaps.holds(Self.stops.union(Self.dashes), before: lower)
      || gaps.tokens.flags[lower].contains(.startsLine)
    guard endsSentence || upper == gaps.tokens.count || !mention.name.isAmbiguous else {
      return nil
    }
    let endsParagraph = upper == mention.paragraph.upper || gaps.isBreak(before: upper)
    if endsParagraph || endsSentence { return .footer }
    return mention.isInLead ? .lead : .inText
  }

  /// Whether the bracket closes behind a name, those joined to it and one other: `(ATS, Echo)`.
  private func closesSoon(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let upper = mention.tokens.upper
    if mention.isJoinedToNext || gaps.holds(Self.closing, before: upper) { return true }
    return upper < gaps.tokens.count && gaps.gap(before: upper).contains(0x2C)
      && gaps.holds(Self.closing, before: upper + 1)
  }

  /// Whether the words before an abbreviation in brackets begin with its letters: it is theirs.
  private func isSpeltOut(_ mention: Mention, _ gaps: Gaps) -> Bool {
    guard mention.name.isAbbreviation else { return false }
    var letters = Array(gaps.bytes(of: mention.tokens.lower))
    var position = mention.tokens.lower - 1
    var skipped = 0
    while let letter = letters.last, position >= mention.paragraph.lower, skipped < 4 {
      if gaps.bytes(of: position).first.map({ $0 | 0x20 }) == letter | 0x20 {
        letters.removeLast()
      } else if gaps.isCapital(position) {
        return false
      } else {
        skipped += 1
      }
      position -= 1
    }
    return letters.isEmpty
  }

  /// A line that is little more than a name near the end: `Reuters`, `- AP`, `© 2024 AFP`; a name
  /// in brackets that ends a paragraph there: `(ANI)`; or one behind a slash or the last full stop.
  func isSignOff(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let endsParagraph = mention.tokens.upper == mention.paragraph.upper
    if mention.name.type == .agency, mention.fromStart > 1 || mention.paragraph.count > 8,
      isBehindSlash(mention, gaps)
    {
      return true
    }
    if endsParagraph, mention.fromEnd == 0, mention.name.isAbbreviation,
      mention.tokens.lower > mention.paragraph.lower,
      gaps.holds(Self.stops, before: mention.tokens.lower)
    {
      return true
    }
    guard mention.fromStart > 1, mention.fromEnd < 4 else { return false }
    if endsParagraph, mention.name.type == .agency,
      gaps.holds(Self.opening, before: mention.tokens.lower),
      gaps.holds(Self.closing, before: mention.tokens.upper)
    {
      return true
    }
    guard mention.paragraph.count <= 6 else { return false }
    return !mention.name.isAmbiguous || standsAlone(mention, gaps)
  }

  /// `... war closed. / ats`: at the end of a line.
  private func isBehindSlash(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let gap = gaps.gap(before: mention.tokens.lower)
    let upper = mention.tokens.upper
    let endsLine = upper == gaps.tokens.count || gaps.isBreak(before: upper)
    return (gap.last == 0x2F || gap.suffix(2).elementsEqual([0x2F, 0x20])) && gap.count > 1
      && (endsLine || mention.isJoinedToNext)
  }

  /// A line that is little more than a name near the start: `By Jane Doe, Reuters`.
  func isByline(_ mention: Mention, _ gaps: Gaps) -> Bool {
    guard mention.fromStart < 4, mention.fromEnd > 0, mention.paragraph.count <= 8
    else { return false }
    return !mention.name.isAmbiguous || standsAlone(mention, gaps)
  }

  /// A line near the start that begins with an agency's name and a date: `AFP, Friday 5 Apr`.
  func isDatedByline(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let (lower, upper) = (mention.tokens.lower, mention.tokens.upper)
    guard mention.name.type == .agency, mention.fromStart < 5, mention.fromEnd > 0,
      gaps.tokens.flags[lower].contains(.startsLine), mention.paragraph.upper > upper,
      mention.paragraph.upper - lower <= 12
    else { return false }
    let rest = upper..<min(upper + 5, mention.paragraph.upper)
    return gaps.isCapital(upper) && rest.contains { gaps.startsWithDigit($0) }
      && cues.outletWords.stops.contains(gaps.tokens.hashes[upper]) || gaps.startsWithDigit(upper)
  }

  /// Whether a paragraph is an agency's name, or ends with it behind a mark: `Jane Doe, AP`.
  private func standsAlone(_ mention: Mention, _ gaps: Gaps) -> Bool {
    mention.name.type == .agency && mention.tokens.upper == mention.paragraph.upper
      && (mention.tokens.lower == mention.paragraph.lower
        || gaps.holds(Self.bylineMarks, before: mention.tokens.lower)
        || gaps.startsWithDigit(mention.tokens.lower - 1))
  }

  /// Whether a mention stands in the last line of a text of several.
  func isLastLine(_ mention: Mention) -> Bool { mention.fromEnd == 0 && mention.fromStart > 0 }

  private static let opening: Set<UInt32> = [0x28, 0x5B, 0x2F, 0xFF08, 0x3010]
  private static let brackets: Set<UInt32> = [0x28, 0x5B, 0xFF08]
  private static let closing: Set<UInt32> = [0x29, 0x5D, 0x2F, 0xFF09, 0x3011]
  private static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2015, 0x2212]
  /// What ends a sentence before a sign-off.
  private static let stops: Set<UInt32> = [
    0x21, 0x22, 0x2E, 0x3F, 0xBB, 0x2019, 0x201D, 0x2026, 0x3002,
  ]
  /// What stands between a reporter's name and an agency's.
  static let bylineMarks: Set<UInt32> = [
    0x28, 0x2C, 0x2D, 0x2F, 0x3A, 0x5B, 0x7C, 0xA9, 0xB7, 0x2013, 0x2014, 0x2022, 0xFF08,
  ]
}
