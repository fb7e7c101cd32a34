/// A pair of documents with the verdict on it; `a` < `b`.
struct RelatedPair: Sendable {
  var a: Int
  var b: Int
  var verdict: Relator.Verdict
  /// What their texts have in common, with `a`'s text as the first.
  var comparison: Comparison
  /// What their records say.
  var context: PairContext
  /// The document through which alone the two are joined.
  var via: Int?

  /// Whether the contract writes the pair.
  var isWritten: Bool { verdict.relation != .none || comparison.hasWrittenSimilarity }
}

extension RelatedPair {
  /// The least probability of a pair that clustering hears of.
  static let leastLink = 0.02

  /// Whether the pair is written or may link its documents' clusters.
  var matters: Bool {
    isWritten || verdict.confidence >= Self.leastLink || verdict.isTemplate
  }
}

extension Comparison {
  /// The comparison as seen from the other text.
  var swapped: Comparison {
    var other = self
    other.overlap = Overlap(first: overlap.second, second: overlap.first, shared: overlap.shared)
    other.matches = matches.map(\.swapped)
    other.matches.sort { $0.match.a.lower < $1.match.a.lower }
    (other.coverageA, other.coverageB) = (coverageB, coverageA)
    (other.wordsA, other.wordsB) = (wordsB, wordsA)
    return other
  }

  /// The comparison of two documents with the same text.
  init(identical text: AnalyzedText, shingleCount: Int, statistics: WordStatistics) {
    self.init(overlap: Overlap(first: shingleCount, second: shingleCount, shared: shingleCount))
    let count = text.tokens.count
    let bits = text.tokens.hashes.reduce(0.0) { $0 + Double(statistics.bits($1)) }
    let match = Match(runs: [CommonRun(a: 0, b: 0, length: count)])
    matches = [WeighedMatch(match: match, in: text.places, text.places, bits: bits)]
    (coverageA, coverageB) = (1, 1)
    (wordsA, wordsB) = (text.proseCount, text.proseCount)
  }
}

extension WeighedMatch {
  fileprivate var swapped: WeighedMatch {
    var other = self
    other.match = match.swapped
    return other
  }
}
