/// A multiset of pairs of documents under construction: each pair is one integer, so that
/// counting equal pairs is a sort and a scan.
struct CandidatePairs: Sendable {
  private var pairs: [UInt64] = []
  private var compactAt = 1 << 20
  /// Distinct pairs with their counts, ascending, from earlier compactions.
  private var counted: [(pair: UInt64, count: Int)] = []

  /// Adds every pair of ascending documents.
  ///
  /// - Complexity: O(*n*²) for *n* documents.
  mutating func addAll(_ documents: some Collection<UInt32>) {
    var later = documents[...]
    while let first = later.popFirst() {
      for second in later { add(first, second) }
    }
  }

  /// Adds the pair of two different documents.
  mutating func add(_ first: UInt32, _ second: UInt32) {
    pairs.append(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
    if pairs.count >= compactAt { compact() }
  }

  /// Calls `body` with each distinct pair, ascending, and how often it was added.
  mutating func forEach(_ body: (UInt32, UInt32, Int) -> Void) {
    compact()
    for (pair, count) in counted {
      body(UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair), count)
    }
  }

  /// Folds what was added into the distinct pairs, so memory follows their number and not that of
  /// the collisions.
  private mutating func compact() {
    pairs.sort()
    var merged: [(pair: UInt64, count: Int)] = []
    merged.reserveCapacity(counted.count + pairs.count / 2)
    var old = 0
    var next = 0
    while old < counted.count || next < pairs.count {
      let isOld = next == pairs.count || (old < counted.count && counted[old].pair <= pairs[next])
      let pair = isOld ? counted[old].pair : pairs[next]
      var count = 0
      if isOld {
        count = counted[old].count
        old += 1
      }
      while next < pairs.count, pairs[next] == pair {
        count += 1
        next += 1
      }
      merged.append((pair, count))
    }
    counted = merged
    pairs.removeAll(keepingCapacity: true)
    compactAt = max(1 << 20, counted.count)
  }
}
