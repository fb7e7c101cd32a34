/// A 64-bit hash and the dense number of the document it stands in.
struct Posting: Sendable, Equatable {
  var key: UInt64
  var document: UInt32
}

extension [Posting] {
  /// Sorts by key; postings of one key keep their order.
  ///
  /// Three counting passes over the 24 most significant bits of the key, then an insertion sort
  /// that finds the array nearly sorted: keys are hashes, so few differ only below bit 40.
  ///
  /// - Complexity: O(*n*) for *n* postings whose keys are hashes; O(*n*) memory.
  mutating func sortByKey() {
    guard count > 1 else { return }
    if count < 2048 {
      insertionSortOrMerge()
      return
    }
    var scratch = [Posting](repeating: Posting(key: 0, document: 0), count: count)
    for shift: UInt64 in [40, 48, 56] {
      countingPass(into: &scratch, shift: shift)
      swap(&self, &scratch)
    }
    finishByInsertion()
  }

  private mutating func insertionSortOrMerge() {
    if count < 24 {
      finishByInsertion()
    } else {
      // The standard library's sort is stable in fact but not by contract; the second key makes
      // the order certain because postings are appended by ascending document.
      sort { ($0.key, $0.document) < ($1.key, $1.document) }
    }
  }

  private func countingPass(into target: inout [Posting], shift: UInt64) {
    var offsets = [Int](repeating: 0, count: 257)
    for posting in self { offsets[Int((posting.key >> shift) & 255) &+ 1] &+= 1 }
    for bucket in 0..<256 { offsets[bucket &+ 1] &+= offsets[bucket] }
    for posting in self {
      let bucket = Int((posting.key >> shift) & 255)
      target[offsets[bucket]] = posting
      offsets[bucket] &+= 1
    }
  }

  private mutating func finishByInsertion() {
    for index in 1..<count {
      let posting = self[index]
      var hole = index
      while hole > 0, self[hole &- 1].key > posting.key {
        self[hole] = self[hole &- 1]
        hole &-= 1
      }
      self[hole] = posting
    }
  }
}

extension [Posting] {
  /// Calls `body` with the range of each run of equal keys; the array must be sorted by key.
  func forEachRun(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < count {
      var end = start &+ 1
      while end < count, self[end].key == self[start].key { end &+= 1 }
      body(start..<end)
      start = end
    }
  }
}
