internal import CShingleKernels

/// Looks up the shingles of many texts in those of one.
///
/// A text is compared with dozens of others in a row. Its hashes are spread over a filter of at
/// least 64 bits each, by their leading bits, which tells of all but one in 64 of the others'
/// hashes that they are not there, without a branch to be mispredicted; the rest is looked up in
/// the ordered hashes, of which a directory says where each prefix begins. Merging the two ordered
/// columns gives the same and takes a mispredicted branch every few steps.
struct ShingleProbe: Sendable {
  /// A shingle that two texts have: where it stands in the ordered hashes of each.
  struct Common: Sendable, Equatable {
    var first: Range<Int>
    var second: Range<Int>
  }

  /// The distinct shingles that the text last looked up has in common with the one loaded, by hash.
  private(set) var common: [Common] = []
  private var filter: [UInt64] = []
  private var filterShift: UInt32 = 0
  private var directory: [UInt32] = []
  private var places: [UInt32] = []

  /// Takes the shingles to look others up in.
  ///
  /// - Complexity: O(*n*) for *n* shingles.
  mutating func load(_ set: ShingleSet) {
    var bits: UInt32 = 6
    while 1 << Int(bits) < 64 * set.hashes.count { bits += 1 }
    filterShift = 64 - bits
    let buckets = 1 << Int(bits - 6)
    filter.clear(count: buckets)
    directory.clear(count: buckets + 1)
    Self.fill(&filter, &directory, set.hashes.span, shift: UInt64(filterShift))
  }

  private static func fill(
    _ filter: inout [UInt64], _ directory: inout [UInt32], _ hashes: Span<UInt64>, shift: UInt64
  ) {
    var bits = filter.mutableSpan
    var starts = directory.mutableSpan
    for place in 0..<hashes.count {
      let bit = hashes[place] &>> shift
      bits[Int(bit >> 6)] |= 1 &<< (bit & 63)
      starts[Int(bit >> 6) &+ 1] &+= 1
    }
    for prefix in 1..<starts.count { starts[prefix] &+= starts[prefix &- 1] }
  }

  /// Finds what `other` has in common with `set`, which must be the one loaded.
  ///
  /// - Complexity: O(*m*) for *m* shingles looked up.
  mutating func find(_ other: ShingleSet, in set: ShingleSet) {
    common.removeAll(keepingCapacity: true)
    let theirs = other.hashes.span
    if places.count < theirs.count {
      places = [UInt32](repeating: 0, count: max(theirs.count, 1024))
    }
    let count = unsafe shingle_select(
      other.hashes, theirs.count, filter, filterShift, &places)
    Self.verify(
      places, count, theirs, set.hashes.span, directory, shift: UInt64(filterShift), to: &common)
  }

  /// Looks up what the filter let through.
  private static func verify(
    _ places: [UInt32], _ count: Int, _ theirs: Span<UInt64>, _ mine: Span<UInt64>,
    _ directory: [UInt32], shift: UInt64, to common: inout [Common]
  ) {
    let starts = directory.span
    // The hash last found, and the end of its places in `set`.
    var (found, last) = (UInt64(0), 0)
    for index in 0..<count {
      let place = Int(places[index])
      let hash = theirs[place]
      if last > 0, hash == found {
        common[common.count - 1].second = common[common.count - 1].second.lowerBound..<place + 1
        continue
      }
      let prefix = Int(truncatingIfNeeded: (hash &>> shift) &>> 6)
      var first = Int(starts[prefix])
      let end = Int(starts[prefix &+ 1])
      while first < end, mine[first] < hash { first &+= 1 }
      guard first < end, mine[first] == hash else { continue }
      last = first &+ 1
      while last < end, mine[last] == hash { last &+= 1 }
      found = hash
      common.append(Common(first: first..<last, second: place..<place + 1))
    }
  }

  /// The number of shingles in common, a repeat counted as often as both repeat it.
  var sharedCount: Int { common.reduce(0) { $0 + min($1.first.count, $1.second.count) } }
}

extension Array where Element: FixedWidthInteger {
  /// Makes it `count` zeros, in the memory it has if their number stays.
  mutating func clear(count newCount: Int) {
    guard count == newCount else {
      self = [Element](repeating: 0, count: newCount)
      return
    }
    var elements = mutableSpan
    for index in 0..<newCount { elements[index] = 0 }
  }
}
