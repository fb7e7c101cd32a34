/// Recognises names of outlets that no table has, by how they are written and the words in and
/// beside them. A name found so is no credit yet: a cue must stand beside it.
struct OutletSpotter {
  let words: OutletWords
  let gaps: Gaps
  /// The first token that a name may take: those before belong to another.
  var floor = 0

  var tokens: Tokens { gaps.tokens }

  init(_ words: OutletWords, _ gaps: Gaps) {
    self.words = words
    self.gaps = gaps
  }

  /// An outlet's name in the text.
  struct Spotted {
    /// The tokens of the name.
    var name: TokenRange
    /// The tokens of the name and of the word beside it that says what it is.
    var tokens: TokenRange
    var trait: AgencyTable.Trait
    var type = CreditType.outlet
  }

  /// Returns the name of which a word of ``OutletWords`` at `position` tells.
  func outlet(at position: Int) -> Spotted? {
    var spotted = fronted(at: position)
    if spotted != nil { return spotted }
    _ = words.roles.first(at: position, in: tokens.hashes) { phrase in
      let range = TokenRange(position, position + phrase.count)
      spotted =
        switch phrase.value {
        case .strongHead, .weakHead: headed(at: position)
        case .outlet: described(by: range, as: .outlet)
        case .agency: described(by: range, as: .agency)
        case .domain: address(endingAt: position)
        case .front: nil
        }
      return spotted != nil
    }
    return spotted
  }

  /// `Radio Harbour`, `Channel 9 News`: words with capitals or a number, the first of them a front
  /// that no other capital stands before.
  private func fronted(at position: Int) -> Spotted? {
    guard words.fronts.contains(tokens.hashes[position]), gaps.isCapital(position),
      extendedLeft(from: position) == position
    else { return nil }
    var upper = extendedOverPlace(from: position + 1)
    guard upper > position + 1 else { return nil }
    while upper < tokens.count, words.head(tokens.hashes[upper]) != nil, gaps.isCapital(upper),
      joins(upper)
    {
      upper += 1
    }
    let range = TokenRange(position, upper)
    return Spotted(name: range, tokens: range, trait: .weakHead)
  }

  /// `the Harbour Town Gazette`: words with capitals, the last of them a head.
  func headed(at position: Int) -> Spotted? {
    guard gaps.isCapital(position) else { return nil }
    let lower = extendedLeft(from: position)
    var upper = position + 1
    while upper < tokens.count, upper - position < 3, words.head(tokens.hashes[upper]) != nil,
      gaps.isCapital(upper), joins(upper)
    {
      upper += 1
    }
    let isStrong = (position..<upper).contains {
      words.head(tokens.hashes[$0]) == .strongHead
    }
    upper = extendedRight(from: isStrong ? extendedOverTail(from: upper, lower) : upper)
    guard upper - lower > 1 || isStrong else { return nil }
    let range = TokenRange(lower, upper)
    return Spotted(
      name: range, tokens: range,
      trait: range.count == 1 ? .shortName : isStrong ? .strongHead : .weakHead)
  }

  /// The name with a head that a shorter name ends with or stands right before: `Harbour FM`.
  func headed(around name: TokenRange) -> Spotted? {
    if words.head(tokens.hashes[name.upper - 1]) != nil { return headed(at: name.upper - 1) }
    guard name.upper < tokens.count, words.head(tokens.hashes[name.upper]) != nil,
      joins(name.upper)
    else { return nil }
    return headed(at: name.upper)
  }

  /// Takes the capitalised words before a head into the name, at most four.
  private func extendedLeft(from position: Int) -> Int {
    var lower = position
    while lower > floor, position - lower < 4, gaps.isCapital(lower - 1), joins(lower),
      !words.stops.contains(tokens.hashes[lower - 1])
        || words.articles.contains(tokens.hashes[lower - 1])
    {
      lower -= 1
    }
    return lower
  }

  /// Takes the second half of `Herald-Leader` into a name, and the last word of `Harbour
  /// Broadcasting Service`, which alone is a company's.
  private func extendedOverTail(from upper: Int, _ lower: Int) -> Int {
    guard upper < tokens.count, gaps.isCapital(upper) else { return upper }
    let gap = gaps.gap(before: upper)
    if gap.elementsEqual([0x2D]) || gap.elementsEqual([0x20, 0x2D, 0x20]) {
      return words.stops.contains(tokens.hashes[upper]) ? upper : upper + 1
    }
    let isTail = upper - lower > 1 && words.tails.contains(tokens.hashes[upper])
    return isTail && gaps.isSpace(before: upper) ? upper + 1 : upper
  }

  /// Takes at most two words with capitals, or one number, into the name of a network.
  func extendedOverPlace(from start: Int) -> Int {
    var upper = start
    while upper < tokens.count, upper - start < 2, gaps.isSpace(before: upper),
      gaps.isCapital(upper), !words.stops.contains(tokens.hashes[upper]),
      words.head(tokens.hashes[upper]) == nil
    {
      upper += 1
      if gaps.startsWithDigit(upper - 1) { break }
    }
    return upper
  }

  /// Takes `of India` or `on Sunday` into a name.
  private func extendedRight(from upper: Int) -> Int {
    guard upper + 1 < tokens.count, gaps.isSpace(before: upper), gaps.isSpace(before: upper + 1),
      gaps.isCapital(upper + 1)
    else { return upper }
    let isOn =
      gaps.word(upper, is: "on") && gaps.word(upper + 1, is: "Sunday")
      && gaps.word(upper - 1, isOneOf: ["Herald", "Independent", "Mail", "Star"])
    let isOf =
      gaps.word(upper, isOneOf: ["of", "de", "des", "du", "di", "della", "da", "do"])
      && !words.stops.contains(tokens.hashes[upper + 1]) && !gaps.startsWithDigit(upper + 1)
    return isOn || isOf ? upper + 2 : upper
  }

  /// Whether a token continues the name that the one before is part of: a space or hyphen stands
  /// between, the hyphen before a head may have spaces round it, as in tokenised texts, and a full
  /// stop may follow an initial.
  func joins(_ position: Int) -> Bool {
    let gap = gaps.gap(before: position)
    if gaps.isSpace(before: position) || gap.elementsEqual([0x2D]) { return true }
    if gap.elementsEqual([0x20, 0x2D, 0x20]) {
      return words.head(tokens.hashes[position]) != nil
        && !words.stops.contains(tokens.hashes[position - 1])
    }
    if gap.elementsEqual([0x20, 0x26, 0x20]) { return true }
    return gap.elementsEqual([0x2E, 0x20]) && gaps.length(position - 1) <= 2
  }

  /// `the Plamen newspaper`, `the daily Nea Akti`, `журнал «Порт»`.
  private func described(by descriptor: TokenRange, as type: CreditType) -> Spotted? {
    if let name = nameAfter(descriptor.upper) {
      return Spotted(
        name: name, tokens: TokenRange(descriptor.lower, name.upper), trait: .described,
        type: type)
    }
    // In "the Economic Daily newspaper" the word with a capital is part of the name.
    guard !gaps.isCapital(descriptor.lower) else { return nil }
    if let name = nameInApposition(descriptor) {
      return Spotted(
        name: name, tokens: TokenRange(name.lower, descriptor.upper), trait: .apposed, type: type)
    }
    let lower = nameBefore(descriptor.lower)
    let name = TokenRange(lower, descriptor.lower)
    guard name.count > 0, !(lower..<name.upper).allSatisfy({ isNoName($0) }),
      !gaps.word(max(0, lower - 1), isOneOf: ["a", "an", "A", "An"])
    else { return nil }
    return Spotted(
      name: name, tokens: TokenRange(lower, descriptor.upper), trait: .described, type: type)
  }

  /// The name in `Open Ledger, a small newspaper in Kelmouth,`: before a comma and an article.
  private func nameInApposition(_ descriptor: TokenRange) -> TokenRange? {
    var article = descriptor.lower - 1
    while article > floor, descriptor.lower - article <= 5, gaps.isSpace(before: article + 1),
      !gaps.word(article, isOneOf: ["a", "an", "the"])
    {
      article -= 1
    }
    guard article > floor, gaps.word(article, isOneOf: ["a", "an", "the"]),
      endsApposition(descriptor.upper),
      gaps.gap(before: article).elementsEqual([0x2C, 0x20])
        || gaps.gap(before: article).elementsEqual([0x20, 0x2C, 0x20]),
      gaps.isSpace(before: article + 1)
    else { return nil }
    var lower = article
    while lower > floor, article - lower < 4, gaps.isCapital(lower - 1),
      lower == article || joins(lower), !isNoName(lower - 1)
    {
      lower -= 1
    }
    return lower < article ? TokenRange(lower, article) : nil
  }

  /// Whether no other noun follows the word for an outlet, as in `a newspaper editor`.
  private func endsApposition(_ position: Int) -> Bool {
    position == tokens.count || !gaps.isSpace(before: position)
      || gaps.word(position, isOneOf: ["in", "of", "based", "that", "which", "owned", "run"])
  }

  private func isNoName(_ position: Int) -> Bool {
    let hash = tokens.hashes[position]
    return words.nations.contains(hash) || words.stops.contains(hash)
      || gaps.startsWithDigit(position)
  }

  private func nameBefore(_ upper: Int) -> Int {
    var lower = upper
    while lower > floor, upper - lower < 4, gaps.isCapital(lower - 1),
      lower == upper ? gaps.isSpace(before: lower) : joins(lower),
      !words.stops.contains(tokens.hashes[lower - 1])
    {
      lower -= 1
    }
    return lower
  }

  /// A name of at most four words that follows: with capitals, or in quotation marks.
  private func nameAfter(_ lower: Int) -> TokenRange? {
    guard lower < tokens.count, !tokens.flags[lower].contains(.startsParagraph) else { return nil }
    if gaps.opensQuotation(before: lower) {
      let end = (lower..<min(lower + 4, tokens.count)).first {
        gaps.closesQuotation(before: $0 + 1)
      }
      return end.map { TokenRange(lower, $0 + 1) }
    }
    guard gaps.isSpace(before: lower), gaps.isCapital(lower), !isNoName(lower) else { return nil }
    var upper = lower + 1
    while upper < tokens.count, upper - lower < 4, gaps.isCapital(upper), joins(upper),
      !isNoName(upper)
    {
      upper += 1
    }
    return TokenRange(lower, upper)
  }
}
