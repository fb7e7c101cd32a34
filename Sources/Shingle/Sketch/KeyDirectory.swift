/// Says of a key whether ordered keys may hold it, and where it would stand among them.
///
/// A text is compared with dozens of others in a row. Its keys are spread over a filter of at least
/// 64 bits each, by their leading bits, which tells of all but one in 64 of the others' keys that
/// they are not there, without a branch to be mispredicted; the rest is looked up in the ordered
/// keys, of which a directory says where each prefix begins. Merging the two ordered columns gives
/// the same and takes a mispredicted branch every few steps.
struct KeyDirectory<Key: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// A bit for each value of a key's bits from ``shift`` on.
  private(set) var filter: [UInt64] = []
  /// The bits of a key that the filter does not look at.
  private(set) var shift: UInt32 = 0
  private var starts: [UInt32] = []

  /// 8 MB of filter, for a text of a million keys and more.
  private static var mostBits: UInt32 { 26 }

  /// Takes the keys, ascending, to look others up in.
  ///
  /// - Complexity: O(*n*) for *n* keys.
  mutating func load(_ keys: [Key]) {
    var bits: UInt32 = 6
    while 1 << Int(bits) < 64 * keys.count, bits < Self.mostBits { bits += 1 }
    shift = UInt32(Key.bitWidth) - bits
    let buckets = 1 << Int(bits - 6)
    filter.clear(count: buckets)
    starts.clear(count: buckets + 1)
    Self.fill(&filter, &starts, keys.span, shift: shift)
  }

  private static func fill(
    _ filter: inout [UInt64], _ starts: inout [UInt32], _ keys: Span<Key>, shift: UInt32
  ) {
    var marks = filter.mutableSpan
    var counts = starts.mutableSpan
    for place in 0..<keys.count {
      let bit = Int(truncatingIfNeeded: keys[place] &>> Key(shift))
      marks[bit >> 6] |= 1 &<< UInt64(bit & 63)
      counts[(bit >> 6) &+ 1] &+= 1
    }
    for prefix in 1..<counts.count { counts[prefix] &+= counts[prefix &- 1] }
  }

  /// Returns the first place of a key among those loaded; nil where it is not there.
  @inline(__always)
  func firstPlace(of key: Key, in keys: Span<Key>) -> Int? {
    let prefix = Int(truncatingIfNeeded: key &>> Key(shift)) >> 6
    var place = Int(starts[prefix])
    let end = Int(starts[prefix &+ 1])
    while place < end, keys[place] < key { place &+= 1 }
    guard place < end, keys[place] == key else { return nil }
    return place
  }
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

  /// Makes it `count` elements at least, of any value.
  mutating func reserve(count least: Int) {
    if count < least { self = [Element](repeating: 0, count: Swift.max(least, 1024)) }
  }
}
