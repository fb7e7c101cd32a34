/// How far two partitions agree on pairs, beyond chance.
///
/// Hubert and Arabie, "Comparing Partitions", Journal of Classification 2, 1985: with *s* pairs
/// together in both, *a* in the one, *b* in the other and *n* in all, it is
/// (*s* − *ab*/*n*)/((*a* + *b*)/2 − *ab*/*n*). It is 1 for equal partitions, and 0 on average for
/// random ones of the same sizes. Not for clusters that overlap.
///
/// It is Cohen's kappa of pairs (Warrens, "On the Equivalence of Cohen's Kappa and the Hubert-Arabie
/// Adjusted Rand Index", Journal of Classification 25, 2008), so it has a meaning too where only
/// some pairs are counted.
enum AdjustedRandIndex {
  /// Counts of pairs.
  struct Counts {
    /// The pairs together in both, in the first and in the second, and all.
    fileprivate(set) var both = 0.0
    fileprivate(set) var first = 0.0
    fileprivate(set) var second = 0.0
    fileprivate(set) var all = 0.0

    /// Counts no pair yet.
    init() {}

    /// Counts a pair, or takes one off.
    mutating func add(_ isFirst: Bool, _ isSecond: Bool, times: Double = 1) {
      both += isFirst && isSecond ? times : 0
      first += isFirst ? times : 0
      second += isSecond ? times : 0
      all += times
    }
  }

  /// Compares two partitions, given as the number of each document's part.
  ///
  /// - Complexity: O(*n*) for *n* documents.
  static func value(_ first: [Int], _ second: [Int]) -> Double {
    value(Counts(first, second))
  }

  /// Compares by counts of pairs.
  static func value(_ counts: Counts) -> Double {
    guard counts.all > 0 else { return 1 }
    let expected = counts.first * counts.second / counts.all
    let most = (counts.first + counts.second) / 2
    // Both all in one part, or both all apart: they agree, and chance has no say.
    return most == expected ? 1 : (counts.both - expected) / (most - expected)
  }
}

extension AdjustedRandIndex.Counts {
  /// Counts all pairs of two partitions, given as the number of each document's part.
  ///
  /// - Complexity: O(*n*) for *n* documents.
  init(_ first: [Int], _ second: [Int]) {
    precondition(first.count == second.count, "\(first.count) and \(second.count) documents")
    var sizes: [Int: Int] = [:]
    var others: [Int: Int] = [:]
    var both: [Cell: Int] = [:]
    for (one, other) in zip(first, second) {
      sizes[one, default: 0] += 1
      others[other, default: 0] += 1
      both[Cell(first: one, second: other), default: 0] += 1
    }
    self.both = Self.pairs(both.values)
    self.first = Self.pairs(sizes.values)
    self.second = Self.pairs(others.values)
    all = Self.pairs(CollectionOfOne(first.count))
  }

  private static func pairs(_ sizes: some Sequence<Int>) -> Double {
    Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }

  private struct Cell: Hashable {
    var first: Int
    var second: Int
  }
}
