internal import CShingleKernels

/// How many runs of three words two texts have in common: what is left of a sentence in which
/// every fourth word was changed, and of which no shingle is.
///
/// The longer text's runs are kept as bits of a filter of at least 64 bits a run, up to a million
/// runs, so that one in about 64 of the others is taken for common by chance at most (Bloom, 1970,
/// with one hash). The filter of a text stays until another one on its side of the pair is the
/// longer one.
struct ShortRuns: Sendable {
  private var ofFirst = RunFilter()
  private var ofSecond = RunFilter()

  /// Returns the share of the shorter text's runs of three unmarked words that stand in the longer
  /// one.
  ///
  /// - Complexity: O(*n* + *m*) for texts of *n* and *m* tokens.
  mutating func share(_ first: AnalyzedText, _ second: AnalyzedText) -> Double {
    guard min(first.proseCount, second.proseCount) >= 3 else { return 0 }
    return first.proseCount <= second.proseCount
      ? ofSecond.share(of: first, in: second) : ofFirst.share(of: second, in: first)
  }
}

/// The runs of three unmarked words of one text.
private struct RunFilter: Sendable {
  /// Its first ``bits`` are used: as long as the texts take turns, giving the memory back and taking
  /// it anew costs as much as the marking.
  private var filter: [UInt64] = []
  /// A power of two.
  private var bits = 0
  private var kept: AnalyzedText?

  mutating func share(of few: AnalyzedText, in many: AnalyzedText) -> Double {
    if kept !== many { keep(many) }
    let words = few.unmarkedHashes
    let common = unsafe shingle_count_runs(words, words.count, filter, mask)
    return Double(common) / Double(words.count - 2)
  }

  private mutating func keep(_ text: AnalyzedText) {
    kept = text
    let words = text.unmarkedHashes
    bits = 4096
    while bits < words.count * 64, bits < Self.mostBits { bits *= 2 }
    if filter.count * 64 < bits {
      filter = [UInt64](repeating: 0, count: bits / 64)
    } else {
      for index in 0..<bits / 64 { filter[index] = 0 }
    }
    unsafe shingle_mark_runs(words, words.count, &filter, mask)
  }

  private var mask: UInt64 { UInt64(bits - 1) }

  /// 8 MB, for a text of a million words and more.
  private static let mostBits = 1 << 26
}
