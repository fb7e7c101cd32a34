/// Finds the names in a text in one pass over its tokens: those of the table in whatever spelling,
/// and those that look like an outlet's.
struct NameScanner {
  let table: AgencyTable
  let words: OutletWords

  /// Returns the names in the order of the text; none overlaps another.
  ///
  /// - Complexity: O(*n*) for *n* tokens: of most tokens two bits of two filters are read.
  func mentions(in gaps: Gaps) -> [Mention] {
    let tokens = gaps.tokens
    var spotter = OutletSpotter(words, gaps)
    var mentions: [Mention] = []
    var position = 0
    while position < tokens.count {
      let hash = tokens.hashes[position]
      guard
        tokens.flags[position].contains(.capitalised) || words.roles.mayBegin(with: hash)
          || mayBegin(hash, at: position, gaps),
        let mention = mention(at: position, after: mentions.last, spotter)
      else {
        position &+= 1
        continue
      }
      mentions.append(mention)
      position = mention.tokens.upper
      spotter.floor = position
    }
    if !mentions.isEmpty { mentions.place(in: gaps) }
    resolveShortNames(&mentions, gaps)
    return mentions
  }

  /// Whether a name may begin at a token that has no capital: few names do, but for sign-offs.
  @inline(__always)
  private func mayBegin(_ hash: UInt64, at position: Int, _ gaps: Gaps) -> Bool {
    table.names.mayBegin(with: hash)
      && (table.smallNames.mayBegin(with: hash) || gaps.followsMark(position))
  }

  private func mention(
    at position: Int, after previous: Mention?, _ spotter: OutletSpotter
  ) -> Mention? {
    let gaps = spotter.gaps
    if var known = known(at: position, gaps, after: previous) {
      if spotter.isDomain(known.tokens.upper) { known.tokens.upper += 1 }
      return widened(known, spotter) ?? known
    }
    if words.roles.mayBegin(with: gaps.tokens.hashes[position]),
      let spotted = spotter.outlet(at: position)
    {
      return mention(spotted, gaps)
    }
    guard gaps.isCapital(position) else { return nil }
    if let spelled = spelled(at: position, gaps) { return spelled }
    return spotter.glued(at: position).flatMap { mention($0, gaps) }
  }

  /// The longest name of the table that begins at a token and is written as it must be; after a
  /// bracket or slash small letters will do: `(sda)`, `/ ats-afp`.
  private func known(at position: Int, _ gaps: Gaps, after previous: Mention?) -> Mention? {
    let hashes = gaps.tokens.hashes
    guard table.names.mayBegin(with: hashes[position]) else { return nil }
    let phrases = table.names.phrases(at: position, in: hashes)
    for phrase in phrases where gaps.isWritten(phrase.value.letters, at: position) {
      return Mention(
        name: phrase.value, tokens: TokenRange(position, position + phrase.tokens.count))
    }
    guard
      let phrase = phrases.first(where: { $0.value.isAbbreviation && $0.value.type == .agency }),
      isInSignOff(position, gaps, after: previous)
    else { return nil }
    var name = phrase.value
    name.isAmbiguous = true
    return Mention(name: name, tokens: TokenRange(position, position + phrase.tokens.count))
  }

  private func isInSignOff(_ position: Int, _ gaps: Gaps, after previous: Mention?) -> Bool {
    let gap = gaps.gap(before: position)
    if gap.count > 1 || position == 0, [0x28, 0x5B, 0x2F].contains(where: gap.contains) {
      return true
    }
    return previous?.tokens.upper == position && (gap.contains(0x2D) || gap.contains(0x2F))
  }

  /// `Harbour Town Daily News` where the table has `Daily News`: a longer name, of another outlet
  /// where the short one is not one's alone.
  private func widened(_ known: Mention, _ spotter: OutletSpotter) -> Mention? {
    if let station = station(of: known, spotter) { return station }
    let last = known.tokens.upper - 1
    guard known.name.type == .outlet,
      words.head(spotter.gaps.tokens.hashes[last]) != nil,
      let spotted = spotter.headed(at: last),
      spotted.name.lower < known.tokens.lower || spotted.name.upper > known.tokens.upper
    else { return nil }
    if known.name.isAmbiguous { return mention(spotted, spotter.gaps) }
    return Mention(name: known.name, tokens: spotted.tokens)
  }

  /// `NBC New York` or `CBS 2`: a network's name, which is short and no word, and a place or channel.
  private func station(of known: Mention, _ spotter: OutletSpotter) -> Mention? {
    guard known.name.type == .outlet, known.name.isAbbreviation, known.name.isAmbiguous else {
      return nil
    }
    let upper = spotter.extendedOverPlace(from: known.tokens.upper)
    guard upper > known.tokens.upper else { return nil }
    let tokens = TokenRange(known.tokens.lower, upper)
    var name = known.name
    name.canonical = spotter.gaps.name(of: tokens)
    name.trait = .strongHead
    return Mention(name: name, tokens: tokens)
  }

  /// The mention of a name that was recognised by a word: the table's where it begins with one.
  private func mention(_ spotted: OutletSpotter.Spotted, _ gaps: Gaps) -> Mention? {
    if var known = known(at: spotted.name.lower, gaps, after: nil),
      spotted.trait != .strongHead && spotted.trait != .weakHead
    {
      known.tokens = TokenRange(
        spotted.tokens.lower, max(known.tokens.upper, spotted.tokens.upper))
      if spotted.type == .agency { known.name.isAmbiguous = false }
      return known
    }
    if spotted.type == .agency,
      var misread = misread(at: spotted.name.lower, gaps)
    {
      misread.tokens.lower = spotted.tokens.lower
      return misread
    }
    // "the Malawi news agency" has no other name.
    let isNamedByPlace = spotted.type == .agency && spotted.name.upper < spotted.tokens.upper
    let canonical = gaps.name(of: isNamedByPlace ? spotted.tokens : spotted.name)
    let name = AgencyTable.Name(
      canonical: withoutArticle(canonical), type: spotted.type, isAmbiguous: true, letters: [],
      trait: spotted.trait)
    return Mention(name: name, tokens: spotted.tokens)
  }

  private func withoutArticle(_ name: String) -> String {
    name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
  }
}

/// Spellings that the tokens of the table do not have.
extension NameScanner {
  /// `A. F. P.`, or a misread name in brackets.
  private func spelled(at position: Int, _ gaps: Gaps) -> Mention? {
    if gaps.length(position) == 1 { return dotted(at: position, gaps) }
    guard gaps.followsMark(position), gaps.gap(before: position).contains(0x28),
      [0x29, 0x2E].contains(gaps.gap(before: position + 1).first { $0 != 0x20 })
    else { return nil }
    return misread(at: position, gaps)
  }

  /// An abbreviation with a full stop behind each letter.
  private func dotted(at position: Int, _ gaps: Gaps) -> Mention? {
    var letters = Array(gaps.bytes(of: position))
    var upper = position + 1
    while upper < gaps.tokens.count, letters.count < 5, gaps.length(upper) == 1,
      gaps.isCapital(upper), !gaps.startsWithDigit(upper),
      gaps.gap(before: upper).elementsEqual([0x2E])
        || gaps.gap(before: upper).elementsEqual([0x2E, 0x20])
        || gaps.gap(before: upper).elementsEqual([0x20, 0x2E, 0x20])
    {
      letters += gaps.bytes(of: upper)
      upper += 1
    }
    guard letters.count > 1, upper == gaps.tokens.count || gaps.gap(before: upper).contains(0x2E),
      var name = table.abbreviations[letters]
    else { return nil }
    name.isAmbiguous = true
    return Mention(name: name, tokens: TokenRange(position, upper))
  }

  /// A name of five letters and more of which a scanner misread a few: one in five.
  private func misread(at position: Int, _ gaps: Gaps) -> Mention? {
    guard position < gaps.tokens.count, (5...14).contains(gaps.length(position)) else { return nil }
    let word = gaps.bytes(of: position).map { $0 | 0x20 }
    for long in table.longNames {
      let limit = long.letters.count / 5
      guard abs(long.letters.count - word.count) <= limit,
        editDistance(word, long.letters, limit: limit) <= limit
      else { continue }
      return Mention(name: long.name, tokens: TokenRange(position, position + 1))
    }
    return nil
  }

  /// Gives a short name, `the Daily News`, the full one that stands before it in the text.
  private func resolveShortNames(_ mentions: inout [Mention], _ gaps: Gaps) {
    for index in mentions.indices {
      let short = mentions[index]
      guard short.name.isAmbiguous, short.name.type == .outlet,
        short.name.trait != .shortName || gaps.hasArticle(before: short.tokens.lower),
        words.head(gaps.tokens.hashes[short.tokens.upper - 1]) != nil
      else { continue }
      let full = mentions[..<index].last { full in
        full.name.type == .outlet && full.tokens.count > short.tokens.count
          && full.name.canonical != short.name.canonical
          && hashes(full.tokens, gaps).suffix(short.tokens.count)
            .elementsEqual(hashes(short.tokens, gaps))
      }
      if let full {
        mentions[index].name.canonical = full.name.canonical
        if mentions[index].name.trait == .shortName { mentions[index].name.trait = .strongHead }
      }
    }
  }

  private func hashes(_ range: TokenRange, _ gaps: Gaps) -> ArraySlice<UInt64> {
    gaps.tokens.hashes[range.lower..<range.upper]
  }
}

/// The least number of letters put in, left out or changed that turn one word into another; what
/// exceeds `limit` is some larger number.
///
/// - Complexity: O(*m* *n*) for words of *m* and *n* letters.
func editDistance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
  var row = Array(0...second.count)
  for (index, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in second.indices {
      let changed = diagonal + (letter == second[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
    }
    if let least = row.min(), least > limit { return limit + 1 }
  }
  return row[second.count]
}
