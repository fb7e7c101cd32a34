/// The places in an article where a name alone is a credit: dateline, byline, sign-off.
extension CreditFinder {
  /// `CITY, Nov 22 (Reuters) -`: near the start of a paragraph, also of a later one where a page
  /// prints several dispatches, in brackets, slashes or dashes; or as Chinese and Japanese agencies write it, `新华社昆明3月5日电`.
  func isDateline(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let (lower, upper) = (mention.tokens.lower, mention.tokens.upper)
    guard lower - mention.paragraph.lower <= 10, mention.paragraph.upper > upper
    else { return false }
    if startsWireLine(mention, gaps) || isInLenticularBrackets(mention, gaps) { return true }
    let places = TokenRange(mention.paragraph.lower, lower)
    let endsInDash = gaps.holds(Self.dashes, before: upper) || gaps.isUnderscore(upper)
    if gaps.holds(Self.dashes, before: lower), endsInDash {
      return lower > mention.paragraph.lower && gaps.lowerCaseWords(in: places) <= 2
    }
    guard gaps.holds(Self.opening, before: lower), gaps.holds(Self.closing, before: upper)
    else { return false }
    if endsInDash || gaps.holds([0x2F], before: lower) { return true }
    let isDated = (max(places.lower, lower - 2)..<lower).contains { gaps.startsWithDigit($0) }
    return isDated || (!mention.name.isAmbiguous && gaps.lowerCaseWords(in: places) <= 2)
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

  /// A line that is little more than a name near the end: `Reuters`, `- AP`, `© 2024 AFP`; or a
  /// name in brackets that ends a paragraph there: `(ANI)`.
  func isSignOff(_ mention: Mention, _ gaps: Gaps) -> Bool {
    guard mention.fromStart > 1, mention.fromEnd < 4 else { return false }
    let endsParagraph = mention.tokens.upper == mention.paragraph.upper
    if endsParagraph, mention.name.type == .agency,
      gaps.holds(Self.opening, before: mention.tokens.lower),
      gaps.holds(Self.closing, before: mention.tokens.upper)
    {
      return true
    }
    guard mention.paragraph.count <= 6 else { return false }
    return !mention.name.isAmbiguous || standsAlone(mention, gaps)
  }

  /// A line that is little more than a name near the start: `By Jane Doe, Reuters`.
  func isByline(_ mention: Mention, _ gaps: Gaps) -> Bool {
    guard mention.fromStart < 4, mention.fromEnd > 0, mention.paragraph.count <= 8
    else { return false }
    return !mention.name.isAmbiguous || standsAlone(mention, gaps)
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
  private static let closing: Set<UInt32> = [0x29, 0x5D, 0x2F, 0xFF09, 0x3011]
  private static let dashes: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x2015, 0x2212]
  /// What stands between a reporter's name and an agency's.
  static let bylineMarks: Set<UInt32> = [
    0x28, 0x2C, 0x2D, 0x2F, 0x3A, 0x5B, 0x7C, 0xA9, 0xB7, 0x2013, 0x2014, 0x2022, 0xFF08,
  ]
}
