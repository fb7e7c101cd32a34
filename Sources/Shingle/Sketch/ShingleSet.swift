/// The shingles of one text ordered by hash, with the token at which each starts: what exact
/// similarity and the seeds of alignment are read from.
struct ShingleSet: Sendable {
  /// The hashes, ascending, repeated where a shingle repeats.
  let hashes: [UInt64]
  /// The first token of each, ascending among equal hashes; none where places are not wanted.
  let positions: [UInt32]
  /// The number of distinct hashes.
  let distinctCount: Int

  /// Orders the shingles of a text.
  ///
  /// - Complexity: O(*n*) for *n* shingles.
  init(_ shingles: ShingleHashes) {
    var postings: [Posting] = []
    postings.reserveCapacity(shingles.hashes.count)
    for (position, hash) in shingles.hashes.enumerated() {
      postings.append(Posting(key: hash, document: UInt32(position)))
    }
    postings.sortByKey()
    self.init(hashes: postings.map(\.key), positions: postings.map(\.document))
  }

  /// Orders the shingles of a text of which only similarity is asked, and forgets their places.
  ///
  /// - Complexity: O(*n*) for *n* shingles.
  init(unplaced shingles: ShingleHashes) {
    var hashes = shingles.hashes
    hashes.sortByKey()
    self.init(hashes: hashes, positions: [])
  }

  /// Takes hashes that are ordered already, with the token of each.
  init(hashes: [UInt64], positions: [UInt32]) {
    self.hashes = hashes
    self.positions = positions
    let ordered = hashes.span
    var distinct = ordered.isEmpty ? 0 : 1
    for index in 1..<max(1, ordered.count) {
      distinct &+= ordered[index] != ordered[index &- 1] ? 1 : 0
    }
    distinctCount = distinct
  }

  /// Calls `body` with the places in `self` and in `other` of each hash that both have.
  ///
  /// - Complexity: O(*n* + *m*) for sets of *n* and *m* shingles.
  @inline(__always)
  func forEachShared(with other: ShingleSet, _ body: (Range<Int>, Range<Int>) -> Void) {
    let left = hashes.span
    let right = other.hashes.span
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] < right[j] {
        i &+= 1
      } else if right[j] < left[i] {
        j &+= 1
      } else {
        let hash = left[i]
        let (firstI, firstJ) = (i, j)
        while i < left.count, left[i] == hash { i &+= 1 }
        while j < right.count, right[j] == hash { j &+= 1 }
        body(firstI..<i, firstJ..<j)
      }
    }
  }
}

/// How two texts overlap as sets of shingles.
struct Overlap: Sendable, Equatable {
  /// The distinct shingles of the first text.
  let first: Int
  /// The distinct shingles of the second text.
  let second: Int
  /// The distinct shingles of both.
  let shared: Int

  init(first: Int, second: Int, shared: Int) {
    self.first = first
    self.second = second
    self.shared = shared
  }

  /// Compares two sets.
  init(_ first: ShingleSet, _ second: ShingleSet) {
    var shared = 0
    first.forEachShared(with: second) { _, _ in shared &+= 1 }
    self.init(first: first.distinctCount, second: second.distinctCount, shared: shared)
  }

  /// |A ∩ B| / |A ∪ B|.
  var jaccard: Double { Double(shared) / Double(max(1, first + second - shared)) }
  /// |A ∩ B| / |A|.
  var containmentA: Double { Double(shared) / Double(max(1, first)) }
  /// |A ∩ B| / |B|.
  var containmentB: Double { Double(shared) / Double(max(1, second)) }
  /// The greater containment: that of the shorter text.
  var containment: Double { max(containmentA, containmentB) }
}
