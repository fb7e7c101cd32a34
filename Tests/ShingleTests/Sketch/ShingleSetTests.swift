import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Shingle sets compare exactly` {
  private func set(_ tokens: [UInt64]) -> ShingleSet {
    ShingleSet(ShingleHashes(tokens, length: 5))
  }

  @Test(arguments: 0..<40)
  func `the overlap of texts with repeats is the oracle's`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = UInt64.random(in: 1...4, using: &generator)
    let texts = (0..<2).map { _ in
      (0..<Int.random(in: 0...90, using: &generator)).map { _ in
        UInt64.random(in: 0..<words, using: &generator)
      }
    }
    let (first, second) = (BruteForce.shingles(texts[0]), BruteForce.shingles(texts[1]))
    let overlap = Overlap(set(texts[0]), set(texts[1]))
    let shared = first.intersection(second).count
    #expect(overlap == Overlap(first: first.count, second: second.count, shared: shared))
    #expect(overlap.jaccard == BruteForce.jaccard(texts[0], texts[1]))
    #expect(overlap.containment >= overlap.jaccard)
  }

  @Test func `shares are of the first, of the second and of the shorter`() {
    let overlap = Overlap(first: 10, second: 40, shared: 5)
    #expect(overlap.jaccard == 5.0 / 45)
    #expect(overlap.containmentA == 0.5)
    #expect(overlap.containmentB == 0.125)
    #expect(overlap.containment == 0.5)
  }

  @Test func `texts without shingles have nothing in common`() {
    let overlap = Overlap(set([]), set([1, 2, 3]))
    #expect(overlap.jaccard == 0 && overlap.containment == 0)
  }

  @Test func `the places of a shingle are where it stands, in order`() {
    let tokens: [UInt64] = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    let text = set(tokens)
    #expect(text.distinctCount == 5)
    #expect(zip(text.hashes, text.hashes.dropFirst()).allSatisfy { $0 <= $1 })
    var places: [[UInt32]] = []
    text.forEachShared(with: set([1, 2, 3, 4, 5])) { mine, theirs in
      places.append(Array(text.positions[mine]))
      #expect(theirs.count == 1)
    }
    #expect(places == [[0, 5]])
  }
}
