internal import CShingleKernels

/// The hashes of the shingles of one text: one for each `length` consecutive tokens.
///
/// A shingle's hash is the XXH3 of its tokens' hashes: over a block of fixed size it takes no
/// branch that depends on the data.
struct ShingleHashes: Sendable {
  /// The hashes in the order of the text, repeated where a shingle repeats.
  private(set) var hashes: [UInt64] = []

  /// Holds none.
  init() {}

  /// Hashes every run of `length` tokens.
  ///
  /// - Complexity: O(*n* · *length*) for *n* tokens.
  init(_ tokens: [UInt64], length: Int) {
    replace(by: tokens, length: length)
  }

  /// Hashes every run of `length` tokens in the place of what was there, whose memory it uses.
  mutating func replace(by tokens: [UInt64], length: Int) {
    precondition(length >= 1, "a shingle has at least one token, not \(length)")
    let count = max(0, tokens.count - length + 1)
    if hashes.count > count { hashes.removeLast(hashes.count - count) }
    if hashes.count < count { hashes += repeatElement(0, count: count - hashes.count) }
    unsafe shingle_hash_runs(tokens, tokens.count, length, &hashes)
  }
}
