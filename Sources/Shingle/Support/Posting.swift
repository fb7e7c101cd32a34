/// A 64-bit hash and the dense number of the document it stands in.
struct Posting: Sendable, Equatable, Keyed {
  var key: UInt64
  var document: UInt32

  static let blank = Posting(key: 0, document: 0)
}

/// What is sorted by a 64-bit key, most often a hash.
protocol Keyed: BitwiseCopyable {
  var key: UInt64 { get }
  /// Any value, to fill memory with.
  static var blank: Self { get }
}

/// A hash is its own key.
extension UInt64: Keyed {
  var key: UInt64 { self }
  static var blank: UInt64 { 0 }
}

/// A hash of half the size, as the leading bits of a key.
extension UInt32: Keyed {
  var key: UInt64 { UInt64(self) << 32 }
  static var blank: UInt32 { 0 }
}

extension Array where Element: Keyed {
  /// The elements up to which one pass sorts: as many buckets as elements, which stay in the
  /// processor's cache.
  private static var onePassLimit: Int { 1 << 12 }
  /// The elements that a bucket may have to be sorted by insertion, whatever their keys.
  private static var smallBucket: Int { 32 }

  /// Sorts by key; elements of one key keep their order.
  ///
  /// Counting passes over the most significant bits of the key, one over as many bits as tell the
  /// elements apart or three over 24 bits, then an insertion sort that finds the array nearly
  /// sorted: keys are hashes, so few differ only below. Keys that are no hashes, or were made to
  /// collide there, get passes over all bytes.
  ///
  /// - Complexity: O(*n*) for *n* elements; O(*n*) memory.
  mutating func sortByKey() {
    guard count >= 32 else {
      finishByInsertion()
      return
    }
    var scratch = [Element](repeating: .blank, count: count)
    let isSmall = count <= Self.onePassLimit
    let bits = isSmall ? UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount) : 24
    var largest = count
    if isSmall {
      largest = sort(into: &scratch, shift: 64 - bits, bits: bits)
    } else {
      sortByBytes([40, 48, 56], &scratch)
    }
    if largest > Self.smallBucket, hasLongRun(above: 64 - bits) {
      sortByBytes([0, 8, 16, 24, 32, 40, 48, 56], &scratch)
    }
    finishByInsertion()
  }

  private mutating func sortByBytes(_ shifts: [UInt64], _ scratch: inout [Element]) {
    for shift in shifts { _ = sort(into: &scratch, shift: shift, bits: 8) }
  }

  /// Whether so many elements in a row agree in the bits of unequal keys above `shift` that an
  /// insertion sort would be slow.
  private func hasLongRun(above shift: UInt64) -> Bool {
    let elements = span
    var start = 0
    for index in 1..<count {
      if elements[index].key &>> shift != elements[start].key &>> shift { start = index }
      if index &- start > Self.smallBucket, elements[index].key != elements[index &- 1].key {
        return true
      }
    }
    return false
  }

  /// A counting pass over some bits of the key, after which the two arrays have changed places;
  /// returns the size of the largest bucket.
  private mutating func sort(into scratch: inout [Element], shift: UInt64, bits: UInt64) -> Int {
    let mask: UInt64 = 1 << bits - 1
    var offsets = [UInt32](repeating: 0, count: Int(mask) + 2)
    let largest = countingPass(
      span, into: scratch.mutableSpan, offsets.mutableSpan, shift: shift, mask: mask)
    swap(&self, &scratch)
    return largest
  }

  private mutating func finishByInsertion() {
    guard count > 1 else { return }
    var elements = mutableSpan
    for index in 1..<elements.count {
      let element = elements[index]
      var hole = index
      while hole > 0, elements[hole &- 1].key > element.key {
        elements[hole] = elements[hole &- 1]
        hole &-= 1
      }
      elements[hole] = element
    }
  }
}

/// Moves elements to where the bits of their keys at `shift` put them, and returns how many went to
/// one place at most; `offsets` holds zeros.
private func countingPass<Element: Keyed>(
  _ source: Span<Element>, into target: consuming MutableSpan<Element>,
  _ offsets: consuming MutableSpan<UInt32>, shift: UInt64, mask: UInt64
) -> Int {
  for index in 0..<source.count {
    offsets[Int(truncatingIfNeeded: source[index].key &>> shift & mask) &+ 1] &+= 1
  }
  var largest: UInt32 = 0
  for bucket in 1..<offsets.count {
    largest = max(largest, offsets[bucket])
    offsets[bucket] &+= offsets[bucket &- 1]
  }
  for index in 0..<source.count {
    let bucket = Int(truncatingIfNeeded: source[index].key &>> shift & mask)
    target[Int(offsets[bucket])] = source[index]
    offsets[bucket] &+= 1
  }
  return Int(largest)
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
