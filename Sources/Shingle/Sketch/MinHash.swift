/// A MinHash signature by one-permutation hashing with optimal densification.
///
/// Each shingle hash falls into one of *k* bins by its top bits, and a bin keeps the least of the
/// low 32 bits (Li, Owen, Zhang: "One Permutation Hashing", NIPS 2012). An empty bin borrows the
/// value of a full one that a hash of its own number picks, the same for every document
/// (Shrivastava: "Optimal Densification for Fast and Accurate Minwise Hashing", ICML 2017). The
/// share of equal slots estimates the Jaccard similarity *J*, unbiased, with a variance of about
/// *J*(1 − *J*)/*k* where shingles are many, and more where bins are empty.
///
/// Compared with *k* independent permutations it reads each shingle once and not *k* times.
struct MinHash: Sendable {
  /// The number of slots: a power of two, at least 2.
  let size: Int
  private let shift: UInt64

  /// The value of a slot that nothing fell into.
  static let empty = UInt32.max

  init(size: Int) {
    precondition(
      size >= 2 && size & (size - 1) == 0 && size <= 1 << 12,
      "a signature has a power of two of slots, up to 4,096, not \(size)")
    self.size = size
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  /// Returns the signature of a set of shingles, given as hashes in any order, repeats allowed.
  ///
  /// - Complexity: O(*n* + *k*) for *n* hashes and *k* slots, and up to O(*k*²) where *n* is far
  ///   below *k*.
  func signature(_ hashes: [UInt64]) -> [UInt32] {
    var slots = [UInt32](repeating: Self.empty, count: size)
    for hash in hashes {
      let bin = Int(truncatingIfNeeded: hash >> shift)
      slots[bin] = min(slots[bin], UInt32(truncatingIfNeeded: hash))
    }
    if !hashes.isEmpty { densify(&slots) }
    return slots
  }

  /// Fills every empty slot from a full one.
  private func densify(_ slots: inout [UInt32]) {
    let sparse = slots
    // A full bin whose value happens to be the marker counts as empty; if all do, there is none
    // to borrow from.
    guard sparse.contains(where: { $0 != Self.empty }) else { return }
    for slot in sparse.indices where sparse[slot] == Self.empty {
      var attempt: UInt64 = 1
      var donor = slot
      while sparse[donor] == Self.empty {
        donor = Int(truncatingIfNeeded: mix(UInt64(slot) << 32 | attempt) >> shift)
        attempt &+= 1
      }
      slots[slot] = sparse[donor]
    }
  }

  /// The finaliser of MurmurHash3: a bijection that spreads every bit.
  private func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed ^= mixed >> 33
    mixed &*= 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    mixed &*= 0xc4ce_b9fe_1a85_ec53
    return mixed ^ (mixed >> 33)
  }

  /// Returns the share of slots in which two signatures agree: an estimate of Jaccard similarity.
  static func similarity(_ first: [UInt32], _ second: [UInt32]) -> Double {
    precondition(first.count == second.count, "signatures of one size compare")
    var equal = 0
    for slot in first.indices where first[slot] == second[slot] { equal &+= 1 }
    return Double(equal) / Double(max(1, first.count))
  }
}
