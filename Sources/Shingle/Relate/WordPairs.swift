internal import CShingleKernels

/// The pairs of informative words that stand close together in a text's prose: what is left of a
/// copied sentence when half of its words were replaced.
///
/// "leading Ms. Palin to apologise if the fire" and "she has apologised if the fire" share no run
/// of five words, but that *apologise* stands beside *fire*. These are the skip-bigrams of ROUGE-S
/// (Lin and Och, ACL 2004) over words cut to their first letters. Quotations are left out, since
/// whoever was there may quote, and so are pairs of names, which say what a story is about and not
/// how it is put.
struct WordPairs: Sendable, Equatable {
  /// The hashes of the distinct pairs, ascending. Two of a few hundred pairs are the same by chance
  /// in one text of thousands.
  let keys: [UInt32]

  /// The least information of a word that counts, in bits: every five hundredth word of the
  /// background, or a rarer one.
  static let leastBits: Float = 9
  /// The letters to which a word is cut, so that its endings do not matter.
  static let stemLength = 6
  /// The least letters of a word that the background does not know. In other languages these are
  /// mostly articles and prepositions.
  static let leastUnknownLength = 4
  /// How many informative words further on a partner may stand.
  static let reach = 3

  /// Takes the hashes of pairs, ascending and distinct.
  init(keys: [UInt32] = []) { self.keys = keys }

  /// Finds the pairs of a text.
  ///
  /// - Complexity: O(*n* log *n*) for *n* tokens.
  init(_ tokens: Tokens, in text: Span<UInt8>, _ statistics: WordStatistics) {
    var pairs: [UInt32] = []
    // The last words of the sentence, the latest at `seen - 1` modulo their number.
    var recent = InlineArray<3, Word>(repeating: Word())
    var seen = 0
    for index in 0..<tokens.count {
      let flags = tokens.flags[index]
      if flags.contains(.startsSentence) { seen = 0 }
      guard flags.isDisjoint(with: [.quoted, .boilerplate]),
        let word = Word(tokens, index, in: text, statistics)
      else { continue }
      for place in 0..<min(seen, Self.reach) where !(recent[place].isName && word.isName) {
        pairs.append(recent[place].key(word))
      }
      recent[seen % Self.reach] = word
      seen += 1
    }
    pairs.sortByKey()
    var distinct: [UInt32] = []
    distinct.reserveCapacity(pairs.count)
    for pair in pairs where pair != distinct.last { distinct.append(pair) }
    keys = distinct
  }
}

/// Looks up the word pairs of many texts in those of one.
struct WordPairProbe: Sendable {
  private var directory = KeyDirectory<UInt32>()
  private var places: [UInt32] = []

  /// Takes the pairs to look others up in.
  ///
  /// - Complexity: O(*n*) for *n* pairs.
  mutating func load(_ pairs: WordPairs) { directory.load(pairs.keys) }

  /// Returns the share of the pairs of the text with fewer that the other has too, of `other` and of
  /// `pairs`, which must be those loaded; 0 where there are none.
  ///
  /// - Complexity: O(*m*) for *m* pairs looked up.
  mutating func share(of other: WordPairs, in pairs: WordPairs) -> Double {
    let fewest = min(pairs.keys.count, other.keys.count)
    guard fewest > 0 else { return 0 }
    let (mine, theirs) = (pairs.keys.span, other.keys.span)
    places.reserve(count: theirs.count)
    let count = unsafe shingle_select_short(
      other.keys, theirs.count, directory.filter, directory.shift, &places)
    var shared = 0
    for index in 0..<count
    where directory.firstPlace(of: theirs[Int(places[index])], in: mine) != nil {
      shared &+= 1
    }
    return Double(shared) / Double(fewest)
  }
}

/// An informative word on its way into pairs.
private struct Word {
  var stem: UInt64 = 0
  var isName = false

  /// No word yet.
  init() {}

  /// Reads a token; nil if it tells too little.
  init?(_ tokens: Tokens, _ index: Int, in text: Span<UInt8>, _ statistics: WordStatistics) {
    let bits = statistics.bits(tokens.hashes[index])
    guard bits >= WordPairs.leastBits else { return nil }
    let stem = WordStem(text, Int(tokens.starts[index]), Int(tokens.ends[index]))
    if stem.length < WordPairs.leastUnknownLength, bits == statistics.unknown { return nil }
    self.stem = stem.hash
    isName = tokens.flags[index].isName
  }

  /// The key of a pair, whichever of the two comes first.
  func key(_ other: Word) -> UInt32 {
    let sum = stem &+ other.stem
    let mixed = (sum ^ (sum >> 32)) &* 0x9E37_79B1_85EB_CA87
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}

/// The first letters of a word in its folded form.
private struct WordStem {
  private(set) var hash: UInt64 = 0
  private(set) var length = 0

  init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
    var position = start
    while position < end, length < WordPairs.stemLength {
      let byte = text[position]
      if byte < 0x80 {
        add(UInt32((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
        position &+= 1
      } else {
        let (scalar, width) = decodeScalar(text, at: position)
        ScalarFolding.shared.forEach(scalar) { folded, _ in add(folded) }
        position &+= width
      }
    }
  }

  private mutating func add(_ scalar: UInt32) {
    guard length < WordPairs.stemLength else { return }
    hash = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    length &+= 1
  }
}
