/// A 64-bit hash and the dense number of the document it stands in.
struct Posting: Sendable, Equatable {
  var key: UInt64
  var document: UInt32
}

extension [Posting] {
  /// Sorts by key; postings of one key keep their order.
  ///
  /// Three counting passes over the 24 most significant bits of the key, then an insertion sort
  /// that finds the array nearly sorted: keys are hashes, so few differ only below bit 40. Keys
  /// that are no hashes, or were made to collide there, get passes over all bytes.
  ///
  /// - Complexity: O(*n*) for *n* postings; O(*n*) memory.
  mutating func sortByKey() {
    guard count >= 64 else {
      finishByInsertion()
      return
    }
    var scratch = [Posting](repeating: Posting(key: 0, document: 0), count: count)
    sortByBytes([40, 48, 56], &scratch)
    if hasLongRun { sortByBytes([0, 8, 16, 24, 32, 40, 48, 56], &scratch) }
    finishByInsertion()
  }

  private mutating func sortByBytes(_ shifts: [UInt64], _ scratch: inout [Posting]) {
    for shift in shifts {
      countingPass(into: &scratch, shift: shift)
      swap(&self, &scratch)
    }
  }

  /// Whether so many postings in a row agree in the upper 24 bits of unequal keys that an insertion
  /// sort would be slow.
  private var hasLongRun: Bool {
    var start = 0
    for index in 1..<count {
      if self[index].key >> 40 != self[start].key >> 40 { start = index }
      if index &- start > 32, self[index].key != self[index &- 1].key { return true }
    }
    return false
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
    guard count > 1 else { return }
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
