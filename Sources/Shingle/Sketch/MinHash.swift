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
  private let donors: Donors

  /// The value of a slot that nothing fell into.
  static let empty = UInt32.max

  init(size: Int) {
    precondition(
      size >= 2 && size & (size - 1) == 0 && size <= 1 << 12,
      "a signature has a power of two of slots, up to 4,096, not \(size)")
    self.size = size
    shift = UInt64(64 - size.trailingZeroBitCount)
    donors = Donors(size: size)
  }

  /// Returns the signature of a set of shingles, given as hashes in any order, repeats allowed.
  ///
  /// - Complexity: O(*n* + *k*) for *n* hashes and *k* slots, and up to O(*k*√*k*) where *n* is
  ///   below *k*.
  func signature(_ hashes: [UInt64]) -> [UInt32] {
    var slots = [UInt32](repeating: Self.empty, count: size)
    fold(hashes.span, into: slots.mutableSpan)
    // A full bin whose value happens to be the marker counts as empty; if all do, there is none to
    // borrow from.
    donors.fill(&slots, empty: Self.empty)
    return slots
  }

  private func fold(_ hashes: Span<UInt64>, into slots: consuming MutableSpan<UInt32>) {
    for index in 0..<hashes.count {
      let hash = hashes[index]
      let bin = Int(truncatingIfNeeded: hash &>> shift)
      slots[bin] = min(slots[bin], UInt32(truncatingIfNeeded: hash))
    }
  }

  /// Returns the share of slots in which two signatures agree: an estimate of Jaccard similarity.
  static func similarity(_ first: [UInt32], _ second: [UInt32]) -> Double {
    precondition(first.count == second.count, "signatures of one size compare")
    var equal = 0
    for slot in first.indices where first[slot] == second[slot] { equal &+= 1 }
    return Double(equal) / Double(max(1, first.count))
  }
}
