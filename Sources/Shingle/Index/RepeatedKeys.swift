/// Tells of keys whether they occur again, before any of them is sorted: most stand in one document
/// only, and what is not sorted costs nothing.
///
/// Two bits for each of at least eight slots a key: whether one fell there, and whether a second
/// did. A key that occurs twice is always found; of the others one in about eight is taken for
/// repeated, and drops out after the sort.
struct RepeatedKeys: Sendable {
  private var once: [UInt64]
  private var again: [UInt64]
  private let mask: UInt64

  /// Makes room for about `capacity` keys, which are hashes.
  init(capacity: Int) {
    var words = 1
    while words * 8 < capacity { words *= 2 }
    once = [UInt64](repeating: 0, count: words)
    again = once
    mask = UInt64(words - 1)
  }

  /// Forgets all keys.
  mutating func removeAll() {
    for word in once.indices {
      once[word] = 0
      again[word] = 0
    }
  }

  /// Counts a key.
  @inline(__always)
  mutating func insert(_ key: UInt64) {
    let word = Int(truncatingIfNeeded: (key >> 6) & mask)
    let bit: UInt64 = 1 << (key & 63)
    again[word] |= once[word] & bit
    once[word] |= bit
  }

  /// Whether a key may have been inserted more than once: false is certain.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool {
    again[Int(truncatingIfNeeded: (key >> 6) & mask)] & (1 << (key & 63)) != 0
  }
}
