/// The hashes of the shingles of one text: one for each `length` consecutive tokens.
///
/// A shingle's hash is the XXH3 of its tokens' hashes: over a block of fixed size it takes no
/// branch that depends on the data.
struct ShingleHashes: Sendable {
  /// The hashes in the order of the text, repeated where a shingle repeats.
  private(set) var hashes: [UInt64]

  /// Hashes every run of `length` tokens.
  ///
  /// - Complexity: O(*n* · *length*) for *n* tokens.
  init(_ tokens: [UInt64], length: Int) {
    precondition(length >= 1, "a shingle has at least one token, not \(length)")
    hashes = []
    guard tokens.count >= length else { return }
    hashes.reserveCapacity(tokens.count - length + 1)
    let span = tokens.span
    for start in 0...(tokens.count - length) {
      hashes.append(XXH3.hash(span.extracting(start..<(start &+ length))))
    }
  }
}
