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
struct WeighedMatch: Sendable, Equatable, BitwiseCopyable {
  var match: Place
  /// The information of all its words, in bits, boilerplate among them.
  var bits: Double
  private let proseBits: Double
  private let plainProseBits: Double
  private let quotedBits: Double
  private let plainQuotedBits: Double
  private let proseWords: UInt32
  private let quotedWords: UInt32

  /// Keeps of a match of two texts what is asked of it once it has been weighed; each weight is that
  /// of one match.
  init(
    match: Match, in first: TokenPlaces = TokenPlaces(),
    _ second: TokenPlaces = TokenPlaces(), bits: Double = 0,
    prose: Weight = Weight(), quoted: Weight = Weight()
  ) {
    self.match = Place(match, first, second)
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
  /// Where a match stands in either text, in tokens and in code points, and how many words are equal.
  struct Place: Sendable, Equatable, BitwiseCopyable {
    private var sideA: Side
    private var sideB: Side
    private let equalWords: UInt32
    /// Whether the passages are word for word the same.
    let isVerbatim: Bool

    fileprivate init(_ match: Match, _ first: TokenPlaces, _ second: TokenPlaces) {
      sideA = Side(match.a, in: first)
      sideB = Side(match.b, in: second)
      equalWords = UInt32(match.words)
      isVerbatim = match.isVerbatim
    }

    /// The passage in the first text.
    var a: TokenRange { sideA.tokens }
    /// The passage in the second text.
    var b: TokenRange { sideB.tokens }
    /// The passage in the first text, in code points.
    var codePointsA: CodePointRange { sideA.codePoints }
    /// The passage in the second text, in code points.
    var codePointsB: CodePointRange { sideB.codePoints }
    /// The number of equal words.
    var words: Int { Int(equalWords) }

    /// The place as seen from the second text.
    var swapped: Place {
      var other = self
      (other.sideA, other.sideB) = (sideB, sideA)
      return other
    }
  }

  /// One side of a match, in half the bytes of its ranges.
  private struct Side: Sendable, Equatable, BitwiseCopyable {
    private let lower: UInt32
    private let upper: UInt32
    private let start: UInt32
    private let end: UInt32

    init(_ range: TokenRange, in text: TokenPlaces) {
      (lower, upper) = (UInt32(range.lower), UInt32(range.upper))
      let codePoints = text.codePoints(of: range)
      (start, end) = (UInt32(codePoints.start), UInt32(codePoints.end))
    }

    var tokens: TokenRange { TokenRange(Int(lower), Int(upper)) }
    var codePoints: CodePointRange { CodePointRange(start: Int(start), end: Int(end)) }
  }
}

extension Weight {
  /// The weight of one match.
  fileprivate init(words: UInt32, bits: Double, plainBits: Double) {
    self.init(words: Int(words), bits: bits, plainBits: plainBits, longest: Int(words))
  }
}
