internal import CShingleKernels

/// Looks up the shingles of many texts in those of one.
struct ShingleProbe: Sendable {
  /// A shingle that two texts have: where it stands in the ordered hashes of each.
  struct Common: Sendable, Equatable {
    var first: Range<Int>
    var second: Range<Int>
  }

  /// The distinct shingles that the text last looked up has in common with the one loaded, by hash.
  private(set) var common: [Common] = []
  private var directory = KeyDirectory<UInt64>()
  private var places: [UInt32] = []

  /// Takes the shingles to look others up in.
  ///
  /// - Complexity: O(*n*) for *n* shingles.
  mutating func load(_ set: ShingleSet) { directory.load(set.hashes) }

  /// Finds what `other` has in common with `set`, which must be the one loaded.
  ///
  /// - Complexity: O(*m*) for *m* shingles looked up.
  mutating func find(_ other: ShingleSet, in set: ShingleSet) {
    common.removeAll(keepingCapacity: true)
    let theirs = other.hashes.span
    places.reserve(count: theirs.count)
    let count = unsafe shingle_select(
      other.hashes, theirs.count, directory.filter, directory.shift, &places)
    Self.verify(places, count, theirs, set.hashes.span, directory, to: &common)
  }

  /// Looks up what the filter let through.
  private static func verify(
    _ places: [UInt32], _ count: Int, _ theirs: Span<UInt64>, _ mine: Span<UInt64>,
    _ directory: KeyDirectory<UInt64>, to common: inout [Common]
  ) {
    // The hash last found, and the end of its places in `set`.
    var (found, last) = (UInt64(0), 0)
    for index in 0..<count {
      let place = Int(places[index])
      let hash = theirs[place]
      if last > 0, hash == found {
        common[common.count - 1].second = common[common.count - 1].second.lowerBound..<place + 1
        continue
      }
      guard let first = directory.firstPlace(of: hash, in: mine) else { continue }
      last = first &+ 1
      while last < mine.count, mine[last] == hash { last &+= 1 }
      found = hash
      common.append(Common(first: first..<last, second: place..<place + 1))
    }
  }

  /// The number of shingles in common, a repeat counted as often as both repeat it.
  var sharedCount: Int { common.reduce(0) { $0 + min($1.first.count, $1.second.count) } }
}
