/// Finds the credits in a text: names of the agency table, and from their place and the words
/// beside them what each says.
struct CreditFinder: Sendable {
  private let table: AgencyTable
  let cues: CreditCues

  init(table: AgencyTable = .shipped, cues: CreditCues = .shipped) {
    self.table = table
    self.cues = cues
  }

  /// A credit in terms of tokens.
  struct Found: Sendable, Equatable {
    var name: String
    var type: CreditType
    var kind: CreditKind
    var tokens: TokenRange
  }

  /// A name in the text.
  struct Mention {
    var name: AgencyTable.Name
    var tokens: TokenRange
    var paragraph: TokenRange
    /// The paragraph's number from the start, and from the end.
    var fromStart: Int
    var fromEnd: Int
    /// Whether few enough words of prose stand before it.
    var isInLead: Bool
  }

  /// The words of prose, boilerplate apart, within which a credit stands in the lead.
  private static let leadLength = 60

  /// Returns the credits of a text, in its order. The tokens must have their boilerplate marked.
  ///
  /// - Complexity: O(*n*) for *n* tokens and bytes, and O(1) more for each name found.
  func find(_ text: Span<UInt8>, _ tokens: Tokens) -> [Found] {
    var mentions: [Mention] = []
    var paragraphs: [TokenRange] = []
    var paragraph = 0
    var (counted, prose) = (0, 0)
    var position = 0
    while position < tokens.count {
      guard table.names.mayBegin(with: tokens.hashes[position]),
        let name = name(at: position, text, tokens)
      else {
        position &+= 1
        continue
      }
      if paragraphs.isEmpty { paragraphs = tokens.paragraphs }
      while paragraphs[paragraph].upper <= position { paragraph += 1 }
      while counted < position {
        if !tokens.flags[counted].contains(.boilerplate) { prose += 1 }
        counted += 1
      }
      let upper = position + name.letters.count
      mentions.append(
        Mention(
          name: name, tokens: TokenRange(position, upper), paragraph: paragraphs[paragraph],
          fromStart: paragraph, fromEnd: paragraphs.count - 1 - paragraph,
          isInLead: prose < Self.leadLength))
      position = upper
    }
    guard !mentions.isEmpty else { return [] }
    let gaps = Gaps(text, tokens)
    return mentions.compactMap { credit($0, gaps) }
  }

  private func name(
    at position: Int, _ text: Span<UInt8>, _ tokens: Tokens
  ) -> AgencyTable.Name? {
    table.names.phrases(at: position, in: tokens.hashes).first {
      AgencyTable.isWritten($0.value.letters, at: position, tokens, in: text)
    }?.value
  }

  /// Decides what a mention says; the first rule that fits wins.
  private func credit(_ mention: Mention, _ gaps: Gaps) -> Found? {
    let tokens = gaps.tokens
    let before = cues.find(before: mention.tokens.lower, tokens.hashes)
      .flatMap { isJoined($0.tokens.lower, mention.tokens.lower, mention, gaps) ? $0 : nil }
    let after = cues.find(after: mention.tokens.upper, tokens.hashes)
      .flatMap { isJoined(mention.tokens.upper - 1, $0.tokens.upper - 1, mention, gaps) ? $0 : nil }
    if tokens.flags[mention.tokens.lower].contains(.boilerplate) {
      return creditInFurniture(mention, tokens)
    }
    let effects = Set([before?.effect, after?.effect].compactMap(\.self))
    if effects.contains(.photo) || gaps.holds([0xA9], before: mention.tokens.lower) {
      let isFooter = !effects.contains(.photo) && isLastLine(mention)
      return found(mention, isFooter ? .footer : .photo, before: nil, after: nil)
    }
    if isDateline(mention, gaps) { return found(mention, .dateline, before: nil, after: nil) }
    if isContribution(mention, before, after, tokens) {
      return found(mention, .contribution, before: before, after: after)
    }
    if effects.contains(.about) { return found(mention, .about, before: before, after: after) }
    if effects.contains(.footer), mention.paragraph.count <= Self.contributionLength {
      return found(mention, .footer, before: before, after: after)
    }
    if !effects.isDisjoint(with: [.source, .footer]), !isSentenceStart(mention, before, gaps) {
      return foundInProse(mention, before: before, after: after)
    }
    if isSignOff(mention, gaps) { return found(mention, .footer, before: nil, after: nil) }
    if isByline(mention, gaps) { return found(mention, .byline, before: nil, after: nil) }
    guard mention.name.type == .agency, !mention.name.isAmbiguous else { return nil }
    return foundInProse(mention, before: nil, after: nil)
  }

  private func foundInProse(
    _ mention: Mention, before: CreditCues.Found?, after: CreditCues.Found?
  ) -> Found {
    found(mention, mention.isInLead ? .lead : .inText, before: before, after: after)
  }

  /// What a name in a line of page furniture says: a picture's credit, a copyright line or a
  /// contribution; elsewhere, as in "Read also", nothing.
  private func creditInFurniture(_ mention: Mention, _ tokens: Tokens) -> Found? {
    let effects = cues.effects(in: mention.paragraph, tokens.hashes)
    let phrases = cues.effects(in: mention.paragraph, tokens.hashes, minimumWords: 2)
    let kind: CreditKind? =
      effects.contains(.photo)
      ? .photo
      : phrases.contains(.contribution)
        ? .contribution : effects.contains(.footer) ? .footer : nil
    return kind.map { found(mention, $0, before: nil, after: nil) }
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
    return mention.paragraph.count <= Self.contributionLength
      && cues.effects(in: mention.paragraph, tokens.hashes, minimumWords: 2).contains(.contribution)
  }

  /// The most words of a line of contributions.
  private static let contributionLength = 30

  /// Whether no sentence or paragraph ends between two tokens, nor, for a name that also means other
  /// things, a comma or bracket parts them.
  private func isJoined(_ lower: Int, _ upper: Int, _ mention: Mention, _ gaps: Gaps) -> Bool {
    let marks = mention.name.isAmbiguous ? Self.separators : Self.terminators
    return (lower..<upper).allSatisfy { !gaps.separates(marks, after: $0) }
      && mention.paragraph.lower <= lower && upper < mention.paragraph.upper
  }

  private static let terminators: Set<UInt32> = [
    0x21, 0x2E, 0x3B, 0x3F, 0x964, 0x3002, 0xFF01, 0xFF1F,
  ]
  private static let separators = terminators.union([0x29, 0x2C, 0x3001, 0xFF09, 0xFF0C])

  /// The bits below which a word is common: seen a dozen times in the million and a half words of
  /// the shipped table.
  private static let commonWord: Float = 17

  /// Whether a word of the language, such as People, stands where every word has a capital, so
  /// that `said` after it makes it no credit.
  private func isSentenceStart(
    _ mention: Mention, _ before: CreditCues.Found?, _ gaps: Gaps
  ) -> Bool {
    guard before == nil, mention.name.isAmbiguous, mention.name.letters.count == 1,
      mention.name.letters[0] != .allCapitals,
      WordStatistics.shipped.bits(gaps.tokens.hashes[mention.tokens.lower]) < Self.commonWord
    else { return false }
    return mention.tokens.lower == mention.paragraph.lower
      || gaps.separates(Self.terminators, after: mention.tokens.lower - 1)
  }

  private func found(
    _ mention: Mention, _ kind: CreditKind, before: CreditCues.Found?, after: CreditCues.Found?
  ) -> Found {
    let tokens = TokenRange(
      max(before?.tokens.lower ?? mention.tokens.lower, mention.paragraph.lower),
      min(after?.tokens.upper ?? mention.tokens.upper, mention.paragraph.upper))
    return Found(name: mention.name.canonical, type: mention.name.type, kind: kind, tokens: tokens)
  }
}

extension CreditFinder {
  /// Returns the agency whose name a field is, in whatever spelling the table has.
  func agency(_ field: String) -> String? {
    guard let found = lastName(field), found.isWhole else { return nil }
    return found.name.canonical
  }

  /// Returns the agency that a short field names: the field is its name, or a byline that ends with
  /// it, as in `Jane Doe, Reuters`.
  func lastName(_ field: String) -> (name: AgencyTable.Name, isWhole: Bool)? {
    guard field.utf8.count <= 200 else { return nil }
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(field)
    let text = field.utf8Span.span
    for position in 0..<tokens.count {
      guard let name = name(at: position, text, tokens), name.type == .agency else { continue }
      let isWhole = name.letters.count == tokens.count
      let isLast = position + name.letters.count == tokens.count
      let isMarked = Gaps(text, tokens).holds(Self.bylineMarks, before: position)
      if isWhole || (isLast && (isMarked || !name.isAmbiguous)) { return (name, isWhole) }
    }
    return nil
  }
}
