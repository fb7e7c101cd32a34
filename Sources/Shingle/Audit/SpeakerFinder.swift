/// Says whether a name beside a quotation is that of who speaks it: the subject of a verb of speech
/// in the same sentence (`said the mayor, Odile Ferrant`, `Ferrant told reporters`), or the name
/// before a colon.
///
/// A name elsewhere near a quotation is more often that of a place, a people or a party.
struct SpeakerFinder {
  let gaps: Gaps
  private let words = CreditCues.shipped.speechWords

  /// The most words between a quotation and the far end of what says who speaks.
  static let reach = 24
  /// The most words between a verb and its subject: a title, or who the speaker is.
  private static let titleLength = 8

  private var tokens: Tokens { gaps.tokens }

  init(_ gaps: Gaps) { self.gaps = gaps }

  /// The words beside a quotation that may say who speaks it: to the end of the sentence or the
  /// next quotation, on either side.
  func phrases(
    beside quotation: TokenRange, in paragraph: TokenRange
  ) -> (before: TokenRange, after: TokenRange) {
    var lower = quotation.lower
    while lower > max(paragraph.lower, quotation.lower - Self.reach),
      !isQuoted(lower - 1), !endsSentence(before: lower)
    {
      lower -= 1
    }
    var upper = quotation.upper
    while upper < min(paragraph.upper, quotation.upper + Self.reach),
      !isQuoted(upper), !endsSentence(before: upper)
    {
      upper += 1
    }
    return (TokenRange(lower, quotation.lower), TokenRange(quotation.upper, upper))
  }

  private func isQuoted(_ position: Int) -> Bool { tokens.flags[position].contains(.quoted) }

  /// Whether a sentence ends before a token; a full stop behind a few letters with a capital ends
  /// none, as in `Mr.` and `J.`, and one behind a figure does.
  private func endsSentence(before position: Int) -> Bool {
    if gaps.holds([0x3B, 0x964, 0x3002], before: position) { return true }
    guard gaps.holds([0x2E], before: position), position > 0 else { return false }
    return gaps.startsWithDigit(position - 1)
      || !(gaps.isCapital(position - 1) && gaps.length(position - 1) <= 3)
  }

  /// The names in one of these phrases whose bearers speak.
  func speakers(_ names: [TokenRange], in phrase: TokenRange, isBefore: Bool) -> [TokenRange] {
    var speakers = names.filter { name in
      isBefore && name.upper == phrase.upper && gaps.holds([0x3A], before: name.upper)
    }
    for position in phrase.lower..<phrase.upper {
      guard let verb = words.verb(tokens.hashes[position]) else { continue }
      if verb != .source {
        speakers += names.filter { $0.upper <= position && isSubject($0, before: position) }
      }
      if verb != .tell {
        // The names behind the speaker's are those of the office and the place.
        let subjects = names.filter {
          position < $0.lower && isSubject($0, after: position, isSource: verb == .source)
        }
        speakers += (subjects.first { !isModifier($0) } ?? subjects.first).map { [$0] } ?? []
      }
    }
    return names.filter(speakers.contains)
  }

  /// `Ferrant said`, `Ferrant on Monday also said`, `Ferrant of the hiking club said`, `Ferrant,
  /// the mayor of Kelmouth, said`.
  private func isSubject(_ name: TokenRange, before verb: Int) -> Bool {
    guard !followsPreposition(name) else { return false }
    let between = name.upper..<verb
    let isPlain = between.allSatisfy {
      words.auxiliaries.contains(tokens.hashes[$0])
        || CreditCues.shipped.outletWords.stops.contains(tokens.hashes[$0])
    }
    if isPlain { return between.count <= 3 }
    if words.prepositions.contains(tokens.hashes[name.upper]), isFollowedBySpace(name) {
      return between.count <= Self.titleLength
        && !between.contains {
          words.auxiliaries.contains(tokens.hashes[$0]) || holdsComma(before: $0)
        }
    }
    return between.count <= 2 * Self.titleLength && holdsComma(before: name.upper)
      && holdsComma(before: verb)
  }

  /// `said Ferrant`, `said the mayor of Kelmouth, Odile Ferrant`; not `said the port of Kelmouth`
  /// or `said Ferrant was`.
  private func isSubject(_ name: TokenRange, after verb: Int, isSource: Bool) -> Bool {
    let between = verb + 1..<name.lower
    guard between.count <= Self.titleLength,
      !between.contains(where: { words.auxiliaries.contains(tokens.hashes[$0]) }),
      !(isFollowedBySpace(name) && words.auxiliaries.contains(tokens.hashes[name.upper]))
    else { return false }
    return isSource && between.count <= 1 || !followsPreposition(name)
  }

  private func isFollowedBySpace(_ name: TokenRange) -> Bool {
    name.upper < tokens.count && gaps.isSpace(before: name.upper)
  }

  /// Whether a noun follows a name, as in `said Kelmouth resident Odile Ferrant`.
  private func isModifier(_ name: TokenRange) -> Bool {
    isFollowedBySpace(name) && !words.prepositions.contains(tokens.hashes[name.upper])
      && !gaps.isCapital(name.upper)
  }

  /// Whether a preposition, and perhaps an article, stands right before a name.
  private func followsPreposition(_ name: TokenRange) -> Bool {
    guard name.lower > 1, !holdsComma(before: name.lower) else { return false }
    let isBehindArticle = gaps.word(name.lower - 1, isOneOf: ["the", "The", "a", "an"])
    let before = name.lower - (isBehindArticle ? 2 : 1)
    return words.prepositions.contains(tokens.hashes[before])
  }

  private func holdsComma(before position: Int) -> Bool {
    position < tokens.count && gaps.holds([0x2C, 0x60C], before: position)
  }

  /// Whether the word before a token goes on with it to one name: a space, hyphen or apostrophe
  /// stands between, or the full stop of an initial.
  func continuesName(_ position: Int) -> Bool {
    let gap = gaps.gap(before: position)
    if gaps.isSpace(before: position) || gap.elementsEqual([0x2D]) || gap.elementsEqual([0x27]) {
      return true
    }
    return gap.elementsEqual([0x2E, 0x20]) && gaps.length(position - 1) <= 3
  }

  /// Whether a name is only a people's or a place's adjective, or a word that begins a sentence.
  func isNone(_ name: TokenRange) -> Bool {
    let outlets = CreditCues.shipped.outletWords
    return (name.lower..<name.upper).allSatisfy {
      outlets.nations.contains(tokens.hashes[$0]) || outlets.stops.contains(tokens.hashes[$0])
    }
  }
}
