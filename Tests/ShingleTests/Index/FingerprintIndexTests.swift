import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The fingerprint index proposes documents that share fingerprints` {
  @Test(arguments: 0..<10, [3, 100])
  func `pairs and counts are the brute-force ones, without the too common`(
    seed: UInt64, limit: Int
  ) {
    var generator = SeededGenerator(seed: seed)
    let sets = (0..<40).map { _ in
      let count = Int.random(in: 0...20, using: &generator)
      return Set((0..<count).map { _ in UInt64.random(in: 0..<120, using: &generator) })
    }
    var frequency: [UInt64: Int] = [:]
    for set in sets { for print in set { frequency[print, default: 0] += 1 } }
    let index = makeIndex(sets, limit: limit)
    for least in 1...3 {
      var expected: [FingerprintIndex.Pair] = []
      for first in sets.indices {
        for second in sets.indices where second > first {
          let shared = sets[first].intersection(sets[second]).count {
            frequency[$0, default: 0] <= limit
          }
          let fewest = min(sets[first].count, sets[second].count)
          if shared >= least || (shared > 0 && shared * 8 >= fewest) {
            expected.append(
              .init(first: UInt32(first), second: UInt32(second), shared: UInt32(shared)))
          }
        }
      }
      #expect(index.pairs(minimumShared: least) == expected)
    }
    let cut = frequency.values.filter { $0 > limit }
    #expect(index.cutFingerprints == cut.count)
    #expect(index.cutPostings == cut.reduce(0, +))
  }

  @Test func `one shared fingerprint is enough where it is an eighth of the shorter text's`() {
    let long = Set<UInt64>(0..<40)
    for (count, proposed) in [(8, 1), (9, 0)] {
      let short = Set((0..<UInt64(count)).map { 39 + $0 })
      #expect(makeIndex([short, long], limit: 10).pairs(minimumShared: 2).count == proposed)
    }
  }

  @Test func `sorting in partitions and on several threads changes nothing`() {
    var generator = SeededGenerator(seed: 3)
    let sets = (0..<60).map { _ in
      let numbers = (0..<30).map { _ in UInt64.random(in: 0..<500, using: &generator) }
      return Set(numbers.map { $0 &* 0x9E37_79B9_7F4A_7C15 })
    }
    let whole = makeIndex(sets, limit: 12)
    for threads in [1, 3] {
      let parted = makeIndex(sets, limit: 12, threads: threads, partitionSize: 100)
      #expect(parted.pairs(minimumShared: 1) == whole.pairs(minimumShared: 1))
      #expect(parted.cutFingerprints == whole.cutFingerprints)
      #expect(parted.cutPostings == whole.cutPostings)
    }
  }

  @Test func `documents without fingerprints share none`() {
    #expect(makeIndex([[], [], []], limit: 10).pairs(minimumShared: 1).isEmpty)
    #expect(makeIndex([], limit: 10).pairs(minimumShared: 1).isEmpty)
  }

  private func makeIndex(
    _ sets: [Set<UInt64>], limit: Int, threads: Int = 1, partitionSize: Int = 1 << 22
  ) -> FingerprintIndex {
    var (all, offsets): ([UInt64], [Int]) = ([], [0])
    for set in sets {
      all += set.sorted()
      offsets.append(all.count)
    }
    return FingerprintIndex(
      fingerprints: all, offsets: offsets, maximumFrequency: limit, threads: threads,
      partitionSize: partitionSize)
  }
}
