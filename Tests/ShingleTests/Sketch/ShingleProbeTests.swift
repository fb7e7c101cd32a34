import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A probe finds what a merge of ordered shingles finds` {
  private func set(_ tokens: [UInt64], length: Int) -> ShingleSet {
    ShingleSet(ShingleHashes(tokens, length: length))
  }

  private func tokens(_ count: Int, of words: UInt64, _ random: inout SeededGenerator) -> [UInt64] {
    (0..<count).map { _ in UInt64.random(in: 0..<words, using: &random) }
  }

  @Test(arguments: 0..<60)
  func `in texts with repeats, one after the other`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var probe = ShingleProbe()
    for _ in 0..<8 {
      let words = UInt64.random(in: 1...40, using: &random)
      let length = Int.random(in: 1...5, using: &random)
      let first = set(
        tokens(Int.random(in: 0...900, using: &random), of: words, &random), length: length)
      probe.load(first)
      for _ in 0..<4 {
        let second = set(
          tokens(Int.random(in: 0...900, using: &random), of: words, &random), length: length)
        probe.find(second, in: first)
        var expected: [ShingleProbe.Common] = []
        first.forEachShared(with: second) {
          expected.append(ShingleProbe.Common(first: $0, second: $1))
        }
        #expect(probe.common == expected)
      }
    }
  }

  @Test func `a repeat counts as often as both repeat it`() {
    let first = set([1, 1, 1, 2], length: 1)
    var probe = ShingleProbe()
    probe.load(first)
    probe.find(set([1, 1, 2, 2, 3], length: 1), in: first)
    #expect(probe.sharedCount == 3)
    #expect(probe.common.count == 2)
  }

  @Test func `places make no difference to what is shared`() {
    let hashes = ShingleHashes([5, 4, 5, 4, 5, 4, 1], length: 2)
    let (placed, unplaced) = (ShingleSet(hashes), ShingleSet(unplaced: hashes))
    #expect(placed.hashes == unplaced.hashes)
    #expect(placed.distinctCount == unplaced.distinctCount)
    #expect(Overlap(placed, unplaced).jaccard == 1)
  }
}
