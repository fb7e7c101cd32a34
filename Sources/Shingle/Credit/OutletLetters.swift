/// Tells an outlet from an authority where three to five capitals stand right behind `told`.
///
/// Both are told things: "the port is shut, its master told QRX", "the president told QRX that it
/// must pay". By themselves the letters say nothing, so that a second sign must stand beside them;
/// and an authority in the news is named more than once, an outlet rarely but where it is a source.
extension CreditFinder {
  /// Whether letters that no table has are an outlet's: the statement stands before, as when a
  /// reporter is told it, or there was an interview; and nothing else in the text is said of them.
  func isOutlet(byLetters mention: Mention, _ before: CreditCues.Found?, _ gaps: Gaps) -> Bool {
    guard let before, before.effect == .source else { return false }
    let next = words(after: mention, gaps)
    let isInterview = next.contains { gaps.word($0, is: "interview") }
    let isAddressed = next.prefix(4).contains {
      gaps.word($0, isOneOf: ["that", "to", "it", "its", "they"])
    }
    return (isInterview || !isAddressed && hasStatement(before: before.tokens.lower, mention, gaps))
      && !isNamedElsewhere(mention, gaps)
  }

  /// The words of the sentence behind a name, at most eight.
  private func words(after mention: Mention, _ gaps: Gaps) -> Range<Int> {
    let lower = mention.tokens.upper
    let most = min(lower + 8, mention.paragraph.upper)
    let end = (lower..<most).first { gaps.separates(Self.terminators, after: $0 - 1) }
    return lower..<(end ?? most)
  }

  /// Whether a quotation or a clause ends before the words that say who told it. Two commas that
  /// part off who that is, as in "the mayor, a grocer, told", end none.
  private func hasStatement(before cue: Int, _ mention: Mention, _ gaps: Gaps) -> Bool {
    var commas = gaps.separates([0x2C], after: cue - 1) ? -2 : 0
    var position = cue - 1
    while position > mention.paragraph.lower, cue - position <= Self.statementReach {
      if gaps.separates(Self.closingMarks, after: position) { return true }
      if gaps.separates(Self.terminators, after: position) { return false }
      if gaps.separates([0x2C], after: position) { commas += 1 }
      if commas > 0 { return isClause(endingAt: position, mention, gaps) }
      position -= 1
    }
    return false
  }

  /// Whether as many words of the sentence stand before a comma as a statement has at least: "On
  /// Monday," is none.
  private func isClause(endingAt last: Int, _ mention: Mention, _ gaps: Gaps) -> Bool {
    let first = last - Self.leastClause + 1
    return first >= mention.paragraph.lower
      && (first..<last).allSatisfy { !gaps.separates(Self.terminators, after: $0) }
  }

  /// Words of the shortest statement: "It is shut".
  private static let leastClause = 3
  /// The words from a statement's end to `told`: a speaker with a long title has about twenty.
  private static let statementReach = 25
  /// Marks at the end of a quotation: `"`, `”` and `»`.
  private static let closingMarks: Set<UInt32> = [0x22, 0x201D, 0xBB]

  /// Whether the same capitals stand somewhere near without a word that makes them a source.
  private func isNamedElsewhere(_ mention: Mention, _ gaps: Gaps) -> Bool {
    let hashes = gaps.tokens.hashes
    let own = mention.tokens.lower
    let near = max(0, own - Self.articleLength)..<min(hashes.count, own + Self.articleLength)
    return near.contains { position in
      position != own && hashes[position] == hashes[own]
        && gaps.letterCase(position) == .allCapitals
        && cues.find(before: position, hashes)?.effect != .source
        && cues.find(after: position + 1, hashes)?.effect != .source
    }
  }

  /// Words on either side in which another mention is looked for: few articles are longer, and work
  /// must not grow with the square of a text.
  private static let articleLength = 500
}
