/// The words beside a name that make it a credit in a sentence.
extension CreditFinder {
  /// The cues before and after a mention that belong to it.
  func cuesBeside(
    _ mention: Mention, _ gaps: Gaps
  ) -> (before: CreditCues.Found?, after: CreditCues.Found?) {
    let hashes = gaps.tokens.hashes
    var before = cues.find(before: mention.tokens.lower, hashes)
    // An adjective may stand between, where a word such as `newspaper` stands by the name.
    if before == nil, mention.name.trait == .described {
      var lower = mention.tokens.lower
      while before == nil, lower > mention.paragraph.lower, mention.tokens.lower - lower < 3,
        gaps.isSpace(before: lower)
      {
        lower -= 1
        before = cues.find(before: lower, hashes)
        before?.tokens.upper = mention.tokens.lower
      }
    }
    let after =
      cues.find(after: mention.tokens.upper, hashes)
      ?? placeAfter(mention, gaps).flatMap { cues.find(after: $0, hashes) }
    // "told a CBS affiliate": it is not told to CBS.
    if after == nil, let found = before, found.effect == .source, found.tokens.count > found.words,
      gaps.word(mention.tokens.lower - 1, isOneOf: ["a", "an"])
    {
      before = nil
    }
    let source = before.flatMap {
      isJoined($0, $0.tokens.lower, mention.tokens.lower, mention, gaps) ? $0 : nil
    }
    // "told Reuters journalists were held": what one is told is its report.
    if source?.effect == .source, after?.effect == .about { return (source, nil) }
    return (
      source,
      after.flatMap {
        isJoined($0, mention.tokens.upper - 1, $0.tokens.upper - 1, mention, gaps) ? $0 : nil
      }
    )
  }

  /// The token past the place behind an outlet's name: `7News in Port Arden is reporting`.
  private func placeAfter(_ mention: Mention, _ gaps: Gaps) -> Int? {
    var upper = mention.tokens.upper
    guard mention.name.type == .outlet, upper < mention.paragraph.upper, gaps.word(upper, is: "in")
    else { return nil }
    let start = upper + 1
    upper = start
    while upper < mention.paragraph.upper, upper - start < 3, gaps.isCapital(upper) { upper += 1 }
    return upper > start ? upper : nil
  }

  /// The word by which an earlier one makes the name a source: `said the master to AFP`.
  func link(before mention: Mention, _ gaps: Gaps) -> CreditCues.Found? {
    var start = mention.tokens.lower
    while start > mention.paragraph.lower, mention.tokens.lower - start < 14,
      !gaps.separates(Self.terminators, after: start - 1)
    {
      start -= 1
    }
    return cues.link(before: mention.tokens.lower, from: start, gaps.tokens.hashes)
  }

  /// Whether what stands beside a name that no table has makes it a source beyond doubt: companies
  /// and authorities say things too, but are not told them by their chairmen.
  func isPlain(
    _ mention: Mention, _ before: CreditCues.Found?, _ after: CreditCues.Found?, _ gaps: Gaps
  ) -> Bool {
    if after == nil, isContinued(mention, gaps) { return false }
    let isTold = before?.effect == .source || after?.effect == .source
    let isSaid = before?.effect == .speech || after?.effect == .speech
    return switch mention.name.trait {
    case .known, .weakHead: isTold
    case .letters: isOutlet(byLetters: mention, before, gaps)
    case .shortName: isTold && gaps.hasArticle(before: mention.tokens.lower)
    case .station: isTold || link(before: mention, gaps) != nil
    case .strongHead, .described, .apposed: isTold || isSaid || link(before: mention, gaps) != nil
    case .address, .glued:
      isTold || before?.effect == .speech || link(before: mention, gaps) != nil
    }
  }

  /// Whether a word of the language that is an outlet's name too ends a longer name: `Andrew
  /// Variety`.
  func isPartOfLongerName(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let lower = mention.tokens.lower
    guard mention.isAmbiguousWord, lower > mention.paragraph.lower
    else { return false }
    return gaps.isCapital(lower - 1) && gaps.isSpace(before: lower)
      && !cues.outletWords.stops.contains(gaps.tokens.hashes[lower - 1])
      && cues.find(before: lower, gaps.tokens.hashes) == nil
  }

  /// Whether something belongs to a name that is a word of the language too: `People's Bank`.
  func isPossessor(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let next = mention.tokens.upper
    return mention.name.isAmbiguous && mention.name.type == .outlet
      && next < gaps.tokens.count && gaps.word(next, is: "s")
  }

  /// Whether another word with a capital continues the name: `Times Square`, `Star Wars`.
  private func isContinued(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let next = mention.tokens.upper
    return next < mention.paragraph.upper && gaps.isCapital(next) && gaps.isSpace(before: next)
      && !gaps.startsWithDigit(next)
      && !cues.outletWords.stops.contains(gaps.tokens.hashes[next])
  }

  /// Whether no sentence or paragraph ends between two tokens, nor, for a name that also means
  /// other things and for a picture's or subject's cue, a comma or bracket parts them.
  private func isJoined(
    _ cue: CreditCues.Found, _ lower: Int, _ upper: Int, _ mention: Mention, _ gaps: Gaps
  ) -> Bool {
    let isStrict =
      mention.name.isAmbiguous && mention.name.trait != .apposed || cue.effect == .photo
      || cue.effect == .about
    let marks = isStrict ? Self.separators : Self.terminators
    return (lower..<upper).allSatisfy { gap in
      (mention.tokens.lower..<mention.tokens.upper - 1).contains(gap)
        || gap == mention.tokens.upper - 1 && gaps.endsDotted(gap)
        || !gaps.separates(marks, after: gap)
    }
      && mention.paragraph.lower <= lower && upper < mention.paragraph.upper
  }

  static let terminators: Set<UInt32> = [
    0x21, 0x2E, 0x3B, 0x3F, 0x964, 0x3002, 0xFF01, 0xFF1F,
  ]
  private static let separators = terminators.union([0x29, 0x2C, 0x3001, 0xFF09, 0xFF0C])

  /// Whether a word of the language, such as People, stands where every word has a capital, so
  /// that `said` after it makes it no credit.
  func isSentenceStart(
    _ mention: Mention, _ before: CreditCues.Found?, _ gaps: Gaps
  ) -> Bool {
    guard before == nil, mention.name.isAmbiguous, mention.name.writing.count == 1,
      !mention.name.isAbbreviation,
      AgencyTable.isWordOfTheLanguage(gaps.tokens.hashes[mention.tokens.lower])
    else { return false }
    return mention.tokens.lower == mention.paragraph.lower
      || gaps.separates(Self.terminators, after: mention.tokens.lower - 1)
  }
}

extension Gaps {
  /// Whether a token is one letter whose full stop ends no sentence: `the A.P. reported`.
  func endsDotted(_ position: Int) -> Bool {
    length(position) == 1 && position + 1 < tokens.count && !isCapital(position + 1)
      && gap(before: position + 1).elementsEqual([0x2E, 0x20])
  }

  /// Whether `the` stands right before a token.
  func hasArticle(before position: Int) -> Bool {
    position > 0 && isSpace(before: position) && word(position - 1, isOneOf: ["the", "The"])
  }
}
