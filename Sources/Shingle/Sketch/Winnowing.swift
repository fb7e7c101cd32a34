/// Picks the fingerprints of a text from its shingle hashes.
///
/// Of each window of `window` consecutive shingles the least hash is kept, the rightmost of equal
/// ones (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting",
/// SIGMOD 2003). Guarantee: two texts with a common run of at least *k* + *w* − 1 tokens, for
/// shingles of *k* tokens and windows of *w*, have a fingerprint in common, and between two
/// neighbouring fingerprints lie at most *w* shingles. The expected density is 2/(*w* + 1).
struct Winnowing: Sendable {
  /// The shingles of a window.
  let window: Int

  init(window: Int) {
    precondition(window >= 1, "a window has at least one shingle, not \(window)")
    self.window = window
  }

  /// Returns the positions of the fingerprints, ascending; of a text with fewer shingles than a
  /// window the least one.
  ///
  /// - Complexity: O(*n* · *w*) at worst and O(*n*) on hashes, for *n* shingles and windows of *w*.
  func positions(_ hashes: [UInt64]) -> [Int] {
    guard !hashes.isEmpty else { return [] }
    let width = min(window, hashes.count)
    var picked: [Int] = []
    picked.reserveCapacity(2 * hashes.count / (width + 1) + 1)
    var least = -1
    for end in (width - 1)..<hashes.count {
      let start = end &- width &+ 1
      if least < start {
        least = start
        for index in start...end where hashes[index] <= hashes[least] { least = index }
        picked.append(least)
      } else if hashes[end] <= hashes[least] {
        least = end
        picked.append(least)
      }
    }
    return picked
  }
}
