/// Finds the names in a text in one pass over its tokens: those of the table in whatever spelling,
/// and those that look like an outlet's.
struct NameScanner {
  let table: AgencyTable
  let words: OutletWords
  /// The words with which a name, or a word that tells of one, may begin.
  private let starts: TokenFilter
  /// Those of them that need no capital.
  private let smallStarts: TokenFilter

  init(table: AgencyTable, words: OutletWords) {
    self.table = table
    self.words = words
    var starts = table.names.filter
    starts.formUnion(words.roles.filter)
    var smallStarts = table.smallWords
    smallStarts.formUnion(words.smallWords)
    self.starts = starts
    self.smallStarts = smallStarts
  }

  /// Returns the names in the order of the text; none overlaps another.
  ///
  /// - Complexity: O(*n*) for *n* tokens: of most tokens one bit of a filter is read.
  func mentions(in gaps: Gaps) -> [Mention] {
    var spotter = OutletSpotter(words, gaps)
    var mentions: [Mention] = []
    var position = 0
    while let next = candidate(from: position, gaps) {
      guard let mention = mention(at: next, after: mentions.last, spotter) else {
        position = next + 1
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

  /// The first token from `start` on with which a name may begin, or nil.
  private func candidate(from start: Int, _ gaps: Gaps) -> Int? {
    let (hashes, flags) = (gaps.tokens.hashes, gaps.tokens.flags)
    var position = start
    while position < hashes.count {
      let hash = hashes[position]
      if flags[position].contains(.capitalised) {
        if starts.mayHold(hash) || gaps.isOdd(position) { return position }
      } else if smallStarts.mayHold(hash)
        || table.names.mayBegin(with: hash) && gaps.followsMark(position)
      {
        return position
      }
      position &+= 1
    }
    return nil
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
    let written = table.names.first(at: position, in: hashes) { phrase in
      gaps.isWritten(phrase.value.writing, at: position)
    }
    if let written {
      return Mention(
        name: written.value, tokens: TokenRange(position, position + written.count))
    }
    let abbreviated = table.names.first(at: position, in: hashes) { phrase in
      phrase.value.isAbbreviation && phrase.value.type == .agency
    }
    guard let abbreviated, isInSignOff(position, gaps, after: previous) else { return nil }
    var name = abbreviated.value
    name.isAmbiguous = true
    return Mention(name: name, tokens: TokenRange(position, position + abbreviated.count))
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
    guard known.name.type == .outlet,
      let spotted = spotter.headed(around: known.tokens),
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
      canonical: withoutArticle(canonical), type: spotted.type, isAmbiguous: true,
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
    for (index, letters) in table.longWords.enumerated() {
      let limit = letters.count / 5
      guard abs(letters.count - word.count) <= limit else { continue }
      // One change leaves the first letter or the last as it was.
      if limit == 1, letters.first != word.first, letters.last != word.last { continue }
      guard editDistance(word, letters, limit: limit) <= limit else { continue }
      return Mention(name: table.longNames[index], tokens: TokenRange(position, position + 1))
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
