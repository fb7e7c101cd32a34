/// What two texts have in common: similarity, matches, and the weight of the matches.
///
/// It depends on the tokens alone, so it holds for every pair of documents with these texts.
struct Comparison: Sendable {
  /// The overlap of their shingle sets.
  var overlap: Overlap
  /// Whether passages were looked for.
  var isAligned = false
  /// The shared passages, in the order of the first text.
  var matches: [WeighedMatch] = []
  /// The share of the first text's unmarked words that stand in matches.
  var coverageA = 0.0
  /// The share of the second text's unmarked words that stand in matches.
  var coverageB = 0.0
  /// The unmarked words of the first text.
  var wordsA = 0
  /// The unmarked words of the second text.
  var wordsB = 0
  /// The share of the shorter text's runs of three words that the longer one has.
  var shortRunShare = 0.0

  /// The share of the pairs of informative words of the text with fewer that the other has.
  var wordPairShare = 0.0
  /// What was changed between the matches and inside them.
  var edits = Edits()

  /// The unmarked words of the shorter text.
  var words: Int { min(wordsA, wordsB) }
  /// The share of the shorter text's unmarked words that stand in matches.
  var coverage: Double {
    wordsA == wordsB ? max(coverageA, coverageB) : wordsA < wordsB ? coverageA : coverageB
  }

  /// What the matches share outside quotations.
  var prose: Weight { matches.reduce(Weight()) { $0 + $1.prose } }
  /// What the matches share inside quotations.
  var quoted: Weight { matches.reduce(Weight()) { $0 + $1.quoted } }
}

/// The words of matches that speak for a relation; boilerplate weighs nothing.
struct Weight: Sendable, Equatable {
  /// Matched words.
  var words = 0
  /// Their information, in bits.
  var bits = 0.0
  /// The part of it in words that are neither names nor figures: how a thing is put, and not what
  /// it is about.
  var plainBits = 0.0
  /// The most words in one match.
  var longest = 0

  /// The weights of two matches together.
  static func + (left: Weight, right: Weight) -> Weight {
    Weight(
      words: left.words + right.words, bits: left.bits + right.bits,
      plainBits: left.plainBits + right.plainBits, longest: max(left.longest, right.longest))
  }

  /// Adds a word to the weight of one match.
  mutating func add(bits: Double, isPlain: Bool) {
    words += 1
    self.bits += bits
    if isPlain { plainBits += bits }
    longest = words
  }
}

/// A match with its weight, without its runs: a scan holds millions of them.
struct WeighedMatch: Sendable, Equatable {
  var match: Place
  /// The information of all its words, in bits, boilerplate among them.
  var bits: Double
  private let proseBits: Double
  private let plainProseBits: Double
  private let quotedBits: Double
  private let plainQuotedBits: Double
  private let proseWords: UInt32
  private let quotedWords: UInt32

  /// Keeps of a match what is asked of it once it has been weighed; each weight is that of one
  /// match.
  init(match: Match, bits: Double = 0, prose: Weight = Weight(), quoted: Weight = Weight()) {
    self.match = Place(match)
    self.bits = bits
    (proseBits, plainProseBits) = (prose.bits, prose.plainBits)
    (quotedBits, plainQuotedBits) = (quoted.bits, quoted.plainBits)
    (proseWords, quotedWords) = (UInt32(prose.words), UInt32(quoted.words))
  }

  /// The weight of its words outside quotations.
  var prose: Weight { Weight(words: proseWords, bits: proseBits, plainBits: plainProseBits) }
  /// The weight of its words inside a quotation in either text.
  var quoted: Weight { Weight(words: quotedWords, bits: quotedBits, plainBits: plainQuotedBits) }
  /// Whether most of its words stand inside a quotation.
  var isQuoted: Bool { quotedWords > proseWords }
}

extension WeighedMatch {
  /// Where a match stands in either text, and how many words are equal.
  struct Place: Sendable, Equatable {
    private var startA: UInt32
    private var endA: UInt32
    private var startB: UInt32
    private var endB: UInt32
    private let equalWords: UInt32
    /// Whether the passages are word for word the same.
    let isVerbatim: Bool

    fileprivate init(_ match: Match) {
      let (a, b) = (match.a, match.b)
      (startA, endA) = (UInt32(a.lower), UInt32(a.upper))
      (startB, endB) = (UInt32(b.lower), UInt32(b.upper))
      equalWords = UInt32(match.words)
      isVerbatim = match.isVerbatim
    }

    /// The passage in the first text.
    var a: TokenRange { TokenRange(Int(startA), Int(endA)) }
    /// The passage in the second text.
    var b: TokenRange { TokenRange(Int(startB), Int(endB)) }
    /// The number of equal words.
    var words: Int { Int(equalWords) }

    /// The place as seen from the second text.
    var swapped: Place {
      var other = self
      (other.startA, other.endA, other.startB, other.endB) = (startB, endB, startA, endA)
      return other
    }
  }
}

extension Weight {
  /// The weight of one match.
  fileprivate init(words: UInt32, bits: Double, plainBits: Double) {
    self.init(words: Int(words), bits: bits, plainBits: plainBits, longest: Int(words))
  }
}
