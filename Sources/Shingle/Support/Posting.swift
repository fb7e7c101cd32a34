/// A 64-bit hash and the dense number of the document it stands in.
struct Posting: Sendable, Equatable {
  var key: UInt64
  var document: UInt32
}

extension [Posting] {
  /// The postings up to which one pass sorts: as many buckets as postings, which stay in the
  /// processor's cache.
  private static let onePassLimit = 1 << 12

  /// Sorts by key; postings of one key keep their order.
  ///
  /// Counting passes over the most significant bits of the key, one over as many bits as tell the
  /// postings apart or three over 24 bits, then an insertion sort that finds the array nearly
  /// sorted: keys are hashes, so few differ only below. Keys that are no hashes, or were made to
  /// collide there, get passes over all bytes.
  ///
  /// - Complexity: O(*n*) for *n* postings; O(*n*) memory.
  mutating func sortByKey() {
    guard count >= 32 else {
      finishByInsertion()
      return
    }
    var scratch = [Posting](repeating: Posting(key: 0, document: 0), count: count)
    let isSmall = count <= Self.onePassLimit
    let bits = isSmall ? UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount) : 24
    if isSmall {
      sort(into: &scratch, shift: 64 - bits, bits: bits)
    } else {
      sortByBytes([40, 48, 56], &scratch)
    }
    if hasLongRun(above: 64 - bits) {
      sortByBytes([0, 8, 16, 24, 32, 40, 48, 56], &scratch)
    }
    finishByInsertion()
  }

  private mutating func sortByBytes(_ shifts: [UInt64], _ scratch: inout [Posting]) {
    for shift in shifts { sort(into: &scratch, shift: shift, bits: 8) }
  }

  /// Whether so many postings in a row agree in the bits of unequal keys above `shift` that an
  /// insertion sort would be slow.
  private func hasLongRun(above shift: UInt64) -> Bool {
    let postings = span
    var start = 0
    for index in 1..<count {
      if postings[index].key &>> shift != postings[start].key &>> shift { start = index }
      if index &- start > 32, postings[index].key != postings[index &- 1].key { return true }
    }
    return false
  }

  /// A counting pass over some bits of the key; the two arrays change places.
  private mutating func sort(into scratch: inout [Posting], shift: UInt64, bits: UInt64) {
    let mask: UInt64 = 1 << bits - 1
    var offsets = [Int](repeating: 0, count: Int(mask) + 2)
    countingPass(span, into: scratch.mutableSpan, offsets.mutableSpan, shift: shift, mask: mask)
    swap(&self, &scratch)
  }

  private mutating func finishByInsertion() {
    guard count > 1 else { return }
    var postings = mutableSpan
    for index in 1..<postings.count {
      let posting = postings[index]
      var hole = index
      while hole > 0, postings[hole &- 1].key > posting.key {
        postings[hole] = postings[hole &- 1]
        hole &-= 1
      }
      postings[hole] = posting
    }
  }
}

/// Moves postings to where the bits of their keys at `shift` put them; `offsets` holds zeros.
private func countingPass(
  _ source: Span<Posting>, into target: consuming MutableSpan<Posting>,
  _ offsets: consuming MutableSpan<Int>, shift: UInt64, mask: UInt64
) {
  for index in 0..<source.count {
    offsets[Int(truncatingIfNeeded: source[index].key &>> shift & mask) &+ 1] &+= 1
  }
  for bucket in 1..<offsets.count { offsets[bucket] &+= offsets[bucket &- 1] }
  for index in 0..<source.count {
    let bucket = Int(truncatingIfNeeded: source[index].key &>> shift & mask)
    target[offsets[bucket]] = source[index]
    offsets[bucket] &+= 1
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
