import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The fingerprint index proposes documents that share a fingerprint` {
  @Test(arguments: 0..<10, [3, 100])
  func `pairs and counts are the brute-force ones, without the too common`(
    seed: UInt64, limit: Int
  ) {
    var generator = SeededGenerator(seed: seed)
    let sets = (0..<40).map { _ in
      Set((0..<8).map { _ in UInt64.random(in: 0..<120, using: &generator) })
    }
    let index = makeIndex(sets, limit: limit)
    var frequency: [UInt64: Int] = [:]
    for set in sets { for print in set { frequency[print, default: 0] += 1 } }
    var expected: [[UInt32]: Int] = [:]
    for first in sets.indices {
      for second in sets.indices where second > first {
        let shared = sets[first].intersection(sets[second]).count {
          frequency[$0, default: 0] <= limit
        }
        if shared > 0 { expected[[UInt32(first), UInt32(second)]] = shared }
      }
    }
    var pairs = index.pairs
    var found: [[UInt32]: Int] = [:]
    pairs.forEach { found[[$0, $1]] = $2 }
    #expect(found == expected)
    let cut = frequency.values.filter { $0 > limit }
    #expect(index.cutFingerprints == cut.count)
    #expect(index.cutPostings == cut.reduce(0, +))
  }

  @Test func `documents without fingerprints share none`() {
    var pairs = makeIndex([[], [], []], limit: 10).pairs
    var count = 0
    pairs.forEach { _, _, _ in count += 1 }
    #expect(count == 0)
  }

  @Test func `offsets that miss a document are refused`() async {
    await #expect(processExitsWith: .failure) {
      _ = FingerprintIndex(
        fingerprints: [1], offsets: [0], documents: [0], maximumFrequency: 10)
    }
  }

  private func makeIndex(_ sets: [Set<UInt64>], limit: Int) -> FingerprintIndex {
    var (all, offsets): ([UInt64], [Int]) = ([], [0])
    for set in sets {
      all += set.sorted()
      offsets.append(all.count)
    }
    return FingerprintIndex(
      fingerprints: all, offsets: offsets, documents: sets.indices.map { UInt32($0) },
      maximumFrequency: limit)
  }
}
