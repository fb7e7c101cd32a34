/// The names and figures that each of two texts has outside their shared passages, and the other
/// has nowhere.
///
/// A form that is filled in twice exchanges facts. A copy that was cut leaves some out, a longer one
/// adds some, and a digest holds the copy with all of its facts: none of them exchanges any.
struct ExchangedFacts: Sendable, Equatable {
  /// How many distinct facts each text has for itself: the fewer of the two numbers, at most
  /// ``most``.
  var count = 0
  /// Whether each text has a name for itself, and not figures alone.
  var includesNames = false

  /// The most facts that are counted: by then it is plain that the two state other things. With 3 to
  /// 8 the labelled forms are told equally well.
  static let most = 4

  init(count: Int = 0, includesNames: Bool = false) {
    self.count = count
    self.includesNames = includesNames
  }

  /// The share of the shorter text in passages below which each text is taken to have facts of its
  /// own, if it has any: most pairs of a large batch share a phrase or two, and reading the facts of
  /// them all took a tenth of a scan.
  private static let leastCoverage = 0.2

  /// Reads the facts outside matches, of which there is one at least. What stands before the first
  /// match of either text is the dateline, byline or opening line of an outlet, and left out.
  ///
  /// - Complexity: O(*n* + *m* + *r* log *r*) for texts of *n* and *m* tokens with *r* runs.
  init(
    _ matches: [Match], _ first: AnalyzedText, _ second: AnalyzedText, coverage: Double,
    _ figures: FigureWords
  ) {
    if coverage < Self.leastCoverage {
      count = min(Self.most, first.facts.tokens.count, second.facts.tokens.count)
      includesNames = count > 0
      return
    }
    let runs = matches.flatMap(\.runs)
    let ownOfFirst = OwnFacts(first, outside: runs.map { $0.a..<$0.endA }, second, figures)
    guard !ownOfFirst.facts.isEmpty else { return }
    let ownOfSecond = OwnFacts(second, outside: runs.map { $0.b..<$0.endB }, first, figures)
    count = min(ownOfFirst.facts.count, ownOfSecond.facts.count)
    includesNames = ownOfFirst.hasName && ownOfSecond.hasName
  }
}

/// The facts of one text that another has nowhere.
private struct OwnFacts {
  /// Their keys, each once.
  private(set) var facts: [UInt64] = []
  private(set) var hasName = false

  init(
    _ text: AnalyzedText, outside runs: [Range<Int>], _ other: AnalyzedText,
    _ figures: FigureWords
  ) {
    let ordered = runs.sorted { $0.lowerBound < $1.lowerBound }
    var words = OtherWords(other.tokens.hashes)
    var run = 0
    for (number, token) in text.facts.tokens.enumerated() {
      let index = Int(token)
      while run < ordered.count, ordered[run].upperBound <= index { run += 1 }
      let isShared = run < ordered.count && ordered[run].lowerBound <= index
      if index < ordered[0].lowerBound || isShared { continue }
      let key = text.facts.keys[number]
      if facts.contains(key) || words.contains(text.tokens.hashes[index]) { continue }
      if other.facts.keys.contains(key) { continue }
      take(key, isName: !text.tokens.isFigure(index, figures))
      if isFull { return }
    }
  }

  private var isFull: Bool { hasName && facts.count >= ExchangedFacts.most }

  private mutating func take(_ key: UInt64, isName: Bool) {
    if facts.count < ExchangedFacts.most { facts.append(key) }
    if isName { hasName = true }
  }
}

/// The words of a text, looked through for few others, and in a set from then on.
private struct OtherWords {
  private let hashes: [UInt64]
  private var asked = 0
  private var known: Set<UInt64> = []

  /// The words up to which looking through them all is less work than a set of them.
  private static let few = 32

  init(_ hashes: [UInt64]) { self.hashes = hashes }

  mutating func contains(_ word: UInt64) -> Bool {
    asked += 1
    if asked <= Self.few { return hashes.contains(word) }
    if known.isEmpty { known = Set(hashes) }
    return known.contains(word)
  }
}
