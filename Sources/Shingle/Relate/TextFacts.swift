/// The names and figures of a text, as columns in the order of the text.
///
/// Each has a key, by which a name in another spelling is the same fact: `Kyiv` and `Kiev`, `Muammar`
/// and `Moammar`. It is a hash of the name's consonants behind its first letter, each run of one
/// consonant as one: scripts without written vowels, and transcriptions from them, differ in vowels
/// and in doubled letters most of all. A figure's key is the hash of its token, and so is that of a name
/// with other letters than those of ASCII, or with a single consonant.
struct TextFacts: Sendable, Equatable {
  /// The tokens that state a name or figure, ascending.
  let tokens: [UInt32]
  /// Their keys.
  let keys: [UInt64]

  /// Takes the columns of facts.
  init(tokens: [UInt32] = [], keys: [UInt64] = []) {
    self.tokens = tokens
    self.keys = keys
  }

  /// Finds the facts of a text.
  ///
  /// - Complexity: O(*n*) for *n* bytes of text.
  init(of tokens: Tokens, in text: Span<UInt8>, _ figures: FigureWords) {
    var (facts, keys): ([UInt32], [UInt64]) = ([], [])
    for index in tokens.flags.indices where tokens.statesFact(index, figures) {
      facts.append(UInt32(index))
      let isFigure = tokens.isFigure(index, figures)
      let bytes = Int(tokens.starts[index])..<Int(tokens.ends[index])
      keys.append(
        (isFigure ? nil : Self.key(ofName: text.extracting(bytes))) ?? tokens.hashes[index])
    }
    self.init(tokens: facts, keys: keys)
  }

  /// Which of the facts stand in a range of tokens.
  ///
  /// - Complexity: O(log *f*) for *f* facts.
  func indices(in range: Range<Int>) -> Range<Int> {
    let lower = tokens.partitionPoint { $0 >= range.lowerBound }
    var upper = lower
    while upper < tokens.count, tokens[upper] < range.upperBound { upper += 1 }
    return lower..<upper
  }

  /// The key of a name's spellings, or nil where its letters tell none.
  private static func key(ofName name: Span<UInt8>) -> UInt64? {
    var (hash, count) = (Self.basis, 0)
    var last: UInt8 = 0
    for index in name.indices {
      let letter = name[index] | 0x20
      guard (0x61...0x7A).contains(letter) else { return nil }
      if index == 0 || !isVowel(letter) && letter != last {
        hash = (hash ^ UInt64(letter)) &* Self.prime
        count += 1
      }
      last = letter
    }
    return count > 1 ? hash : nil
  }

  /// Basis and prime of FNV-1a with 64 bits (Fowler, Noll and Vo), for a few letters at a time.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// Whether a letter is a, e, i, o, u or y.
  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }
}
