/// Finds the credits in a text: names of the agency table and names that look like an outlet's, and
/// from their place and the words beside them what each says.
struct CreditFinder: Sendable {
  let scanner: NameScanner
  let cues: CreditCues

  init(table: AgencyTable = .shipped, cues: CreditCues = .shipped) {
    scanner = NameScanner(table: table, words: cues.outletWords)
    self.cues = cues
  }

  /// A credit in terms of tokens.
  struct Found: Sendable, Equatable {
    var name: String
    var type: CreditType
    var kind: CreditKind
    var tokens: TokenRange
  }

  /// Returns the credits of a text, in its order. The tokens must have their boilerplate marked.
  ///
  /// - Complexity: O(*n*) for *n* tokens and bytes, and O(1) more for each name found.
  func find(_ text: Span<UInt8>, _ tokens: Tokens) -> [Found] {
    guard tokens.count > 0 else { return [] }
    let gaps = Gaps(text, tokens)
    let mentions = scanner.mentions(in: gaps)
    var credits: [Found?] = []
    for mention in mentions {
      // In `(AFP / Reuters)` the first name's place is that of all.
      if mention.isJoinedToPrevious, let kind = credits.last??.kind, Self.placed.contains(kind) {
        credits.append(found(mention, kind))
      } else {
        credits.append(credit(mention, gaps))
      }
    }
    shareAmongJoined(mentions, &credits, gaps)
    return credits.compactMap(\.self)
  }

  /// The kinds that a place alone makes.
  private static let placed: Set<CreditKind> = [.dateline, .byline, .footer]

  /// Decides what a mention says; the first rule that fits wins.
  private func credit(_ mention: Mention, _ gaps: Gaps) -> Found? {
    let tokens = gaps.tokens
    if tokens.flags[mention.tokens.lower].contains(.boilerplate) {
      return creditInFurniture(mention, tokens)
    }
    // `<AIM.L>`: a company's mark at the stock exchange.
    if gaps.gap(before: mention.tokens.lower).last == 0x3C { return nil }
    let (before, after) = cuesBeside(mention, gaps)
    let effects = Set([before?.effect, after?.effect].compactMap(\.self))
    if effects.contains(.photo) || gaps.holds([0xA9], before: mention.tokens.lower) {
      let isFooter = !effects.contains(.photo) && isLastLine(mention)
      return found(mention, isFooter ? .footer : .photo)
    }
    if isDateline(mention, gaps) { return found(mention, .dateline) }
    if isContribution(mention, before, after, tokens) {
      return found(mention, .contribution, before, after)
    }
    if effects.contains(.about) {
      let isName = !mention.isUnknown && !isSentenceStart(mention, before, gaps)
      return isName ? found(mention, .about, before, after) : nil
    }
    if mention.isUnknown {
      return isPlain(mention, before, after, gaps) ? foundInProse(mention, before, after) : nil
    }
    return creditOfKnown(mention, before, after, gaps)
  }

  /// What a name of the tables says that is no dateline, contribution or picture's credit.
  private func creditOfKnown(
    _ mention: Mention, _ before: CreditCues.Found?, _ after: CreditCues.Found?, _ gaps: Gaps
  ) -> Found? {
    let effects = Set([before?.effect, after?.effect].compactMap(\.self))
    if effects.contains(.footer), mention.paragraph.count <= Self.contributionLength {
      return found(mention, .footer, before, after)
    }
    if isDatedByline(mention, gaps) { return found(mention, .byline) }
    if isPartOfLongerName(mention, gaps) { return nil }
    let cues: Set<CreditCues.Effect> =
      mention.isAmbiguousWord ? [.source, .footer] : [.source, .speech, .footer]
    if !effects.isDisjoint(with: cues), !isSentenceStart(mention, before, gaps) {
      return foundInProse(mention, before, after)
    }
    if isSignOff(mention, gaps) { return found(mention, .footer) }
    let bracketed = bracketed(mention, gaps)
    if bracketed != .footer, isByline(mention, gaps) { return found(mention, .byline) }
    if let bracketed { return found(mention, bracketed) }
    if !isPossessor(mention, gaps), let link = link(before: mention, gaps) {
      return foundInProse(mention, link, after)
    }
    guard mention.name.type == .agency, !mention.name.isAmbiguous else { return nil }
    return foundInProse(mention, nil, nil)
  }

  private func foundInProse(
    _ mention: Mention, _ before: CreditCues.Found?, _ after: CreditCues.Found?
  ) -> Found {
    found(mention, mention.isInLead ? .lead : .inText, before, after)
  }

  /// What a name in a line of page furniture says: a picture's credit, a copyright line or a
  /// contribution; elsewhere, as in "Read also", nothing.
  private func creditInFurniture(_ mention: Mention, _ tokens: Tokens) -> Found? {
    guard !mention.isUnknown else { return nil }
    let effects = cues.effects(in: mention.paragraph, tokens.hashes)
    let phrases = cues.effects(in: mention.paragraph, tokens.hashes, minimumWords: 2)
    let kind: CreditKind? =
      effects.contains(.photo)
      ? .photo
      : phrases.contains(.contribution)
        ? .contribution : effects.contains(.footer) ? .footer : nil
    return kind.map { found(mention, $0) }
  }

  /// Whether a contribution is said: beside the name, or elsewhere in a short line, as in
  /// `Associated Press writer Jane Doe in Oslo contributed to this report`.
  private func isContribution(
    _ mention: Mention, _ before: CreditCues.Found?, _ after: CreditCues.Found?, _ tokens: Tokens
  ) -> Bool {
    if let before, before.effect == .contribution {
      return before.words > 1 || mention.paragraph.count <= Self.contributionLength
    }
    if after?.effect == .contribution { return true }
    guard mention.name.type == .agency || !mention.name.isAmbiguous else { return false }
    return mention.paragraph.count <= Self.contributionLength
      && cues.effects(in: mention.paragraph, tokens.hashes, minimumWords: 2).contains(.contribution)
  }

  /// The most words of a line of contributions.
  private static let contributionLength = 30

  /// Gives a name beside a credit the same kind: `NTB-AFP-DPA`, `told AFP and Reuters`.
  private func shareAmongJoined(
    _ mentions: [Mention], _ credits: inout [Found?], _ gaps: Gaps
  ) {
    func share(_ from: Int, _ to: Int) {
      guard credits[to] == nil, let kind = credits[from]?.kind, kind != .about,
        mentions[to].name.trait != .weakHead,
        joint(mentions[min(from, to)], mentions[max(from, to)], gaps) != nil
      else { return }
      credits[to] = found(mentions[to], kind)
    }
    for index in mentions.indices.dropFirst() { share(index - 1, index) }
    for index in mentions.indices.dropFirst().reversed() { share(index, index - 1) }
  }

  private func found(
    _ mention: Mention, _ kind: CreditKind, _ before: CreditCues.Found? = nil,
    _ after: CreditCues.Found? = nil
  ) -> Found {
    let tokens = TokenRange(
      max(before?.tokens.lower ?? mention.tokens.lower, mention.paragraph.lower),
      min(after?.tokens.upper ?? mention.tokens.upper, mention.paragraph.upper))
    return Found(name: mention.name.canonical, type: mention.name.type, kind: kind, tokens: tokens)
  }
}
