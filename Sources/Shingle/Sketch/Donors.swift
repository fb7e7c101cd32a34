/// From which full slot of a signature an empty one borrows: of the slots that a hash of its own
/// number names in turn, the first that is full, the same for every document.
///
/// Following the names takes *k*/*f* steps for *f* full slots of *k*. Where few are full it is
/// shorter to ask of each of them how early it is named: so much is known once, in a table of *k*²
/// entries.
struct Donors: Sendable {
  private let size: Int
  private let shift: UInt64
  /// For each slot that may be full a row: how early each other is told to borrow from it, in the
  /// upper 16 bits, and the row's own number. Empty for signatures whose table would not stay in
  /// the processor's cache.
  private var ranks: [UInt32] = []

  /// The most slots of a signature that has a table.
  private static let largestTable = 256

  /// Knows the donors of a signature of a power of two of slots.
  init(size: Int) {
    self.size = size
    shift = UInt64(64 - size.trailingZeroBitCount)
    guard size <= Self.largestTable else { return }
    ranks = [UInt32](repeating: .max, count: size * size)
    for slot in 0..<size {
      var named = 0
      var attempt: UInt64 = 1
      while named < size, attempt < UInt64(UInt16.max) {
        let donor = donor(of: slot, attempt)
        if ranks[donor * size + slot] == .max {
          ranks[donor * size + slot] = UInt32(attempt) << 16 | UInt32(donor)
          named += 1
        }
        attempt += 1
      }
    }
  }

  /// Fills the slots of a signature that hold `empty` from those that do not.
  ///
  /// - Complexity: O(*k* · min(*f*, *k*/*f*)) for *f* full slots of *k*, where there is a table.
  func fill(_ slots: inout [UInt32], empty: UInt32) {
    let count = slots.count { $0 != empty }
    guard count < size, count > 0 else { return }
    let sparse = slots
    if !ranks.isEmpty, count * count <= 4 * size {
      let earliest = earliest(of: sparse.indices.filter { sparse[$0] != empty })
      for slot in sparse.indices where sparse[slot] == empty {
        slots[slot] = sparse[Int(earliest[slot] & 0xFFFF)]
      }
    } else {
      for slot in sparse.indices where sparse[slot] == empty {
        slots[slot] = sparse[first(for: slot, sparse, empty)]
      }
    }
  }

  /// For each slot the full one that is named earliest, in the lower 16 bits.
  private func earliest(of full: [Int]) -> [UInt32] {
    var best = [UInt32](repeating: .max, count: size)
    var least = best.mutableSpan
    for donor in full {
      let row = ranks.span.extracting(donor * size..<(donor + 1) * size)
      for slot in 0..<least.count { least[slot] = min(least[slot], row[slot]) }
    }
    return best
  }

  /// The first full slot that is named.
  private func first(for slot: Int, _ sparse: [UInt32], _ empty: UInt32) -> Int {
    var attempt: UInt64 = 1
    var place = donor(of: slot, attempt)
    while sparse[place] == empty {
      attempt &+= 1
      place = donor(of: slot, attempt)
    }
    return place
  }

  @inline(__always)
  private func donor(of slot: Int, _ attempt: UInt64) -> Int {
    Int(truncatingIfNeeded: Self.mix(UInt64(slot) << 32 | attempt) >> shift)
  }

  /// The finaliser of MurmurHash3: a bijection that spreads every bit.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed ^= mixed >> 33
    mixed &*= 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    mixed &*= 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }
}
