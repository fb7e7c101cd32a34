/// How far two partitions agree on pairs, beyond chance.
///
/// Hubert and Arabie, "Comparing Partitions", Journal of Classification 2, 1985: with *s* pairs
/// together in both, *a* in the one, *b* in the other and *n* in all, it is
/// (*s* − *ab*/*n*)/((*a* + *b*)/2 − *ab*/*n*). It is 1 for equal partitions, and 0 on average for
/// random ones of the same sizes. Not for clusters that overlap.
enum AdjustedRandIndex {
  /// Compares two partitions, given as the number of each document's part.
  ///
  /// - Complexity: O(*n*) for *n* documents.
  static func value(_ first: [Int], _ second: [Int]) -> Double {
    precondition(first.count == second.count, "\(first.count) and \(second.count) documents")
    var sizes: [Int: Int] = [:]
    var others: [Int: Int] = [:]
    var both: [Cell: Int] = [:]
    for (one, other) in zip(first, second) {
      sizes[one, default: 0] += 1
      others[other, default: 0] += 1
      both[Cell(first: one, second: other), default: 0] += 1
    }
    let (a, b, s) = (pairs(sizes.values), pairs(others.values), pairs(both.values))
    let all = pairs(CollectionOfOne(first.count))
    guard all > 0 else { return 1 }
    let expected = a * b / all
    let most = (a + b) / 2
    // Both all in one part, or both all apart: they agree, and chance has no say.
    return most == expected ? 1 : (s - expected) / (most - expected)
  }

  private static func pairs(_ sizes: some Sequence<Int>) -> Double {
    Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }

  private struct Cell: Hashable {
    var first: Int
    var second: Int
  }
}
