import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The fingerprint index proposes documents that share fingerprints` {
  @Test(arguments: 0..<10, [3, 100])
  func `pairs and counts are the brute-force ones, by the weight of what is not too common`(
    seed: UInt64, limit: Int
  ) {
    var generator = SeededGenerator(seed: seed)
    // Short ones, of which one fingerprint is an eighth, and long ones.
    let sets = (0..<60).map { number in
      let count = Int.random(in: 0...(number % 2 == 0 ? 20 : 60), using: &generator)
      return Set((0..<count).map { _ in UInt64.random(in: 0..<600, using: &generator) })
    }
    var frequency: [UInt64: Int] = [:]
    for set in sets { for print in set { frequency[print, default: 0] += 1 } }
    let index = makeIndex(sets, limit: limit)
    for least in 1...3 {
      var expected: [FingerprintIndex.Pair] = []
      for first in sets.indices {
        for second in sets.indices where second > first {
          let shared = sets[first].intersection(sets[second])
            .map { frequency[$0, default: 0] }.filter { $0 <= limit }
          // In whole parts of 4,096, as the index counts them.
          let weight = shared.reduce(0) { $0 + 4096 * 10 / max(10, $1) }
          let fewest = min(sets[first].count, sets[second].count)
          if weight >= least * 4096 || (weight > 0 && weight * 8 >= fewest * 4096) {
            expected.append(
              .init(first: UInt32(first), second: UInt32(second), shared: UInt32(shared.count)))
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

  @Test(arguments: [10, 50, 400])
  func `a passage of many documents does not propose them all`(count: Int) {
    // Each has the passage's fingerprints and a dozen of its own.
    let passage: [UInt64] = [1, 2]
    let sets = (0..<UInt64(count)).map { number in
      Set(passage + (0..<16).map { 1000 + number * 16 + $0 })
    }
    let pairs = makeIndex(sets, limit: 1000).pairs(minimumShared: 2).count
    let all = count * (count - 1) / 2
    #expect(pairs == (count <= 10 ? all : 0))
  }

  @Test(arguments: 0..<5)
  func `the pairs proposed grow with the postings only`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Passages of all sizes, each in up to 300 of 300 documents, which have many of their own.
    var sets = (0..<300).map { number in Set((0..<200).map { UInt64(number * 200 + $0) }) }
    var postings = 0
    for passage in 0..<60 {
      let carriers = Int.random(in: 2...300, using: &generator)
      for number in Array(sets.indices).shuffled(using: &generator).prefix(carriers) {
        let prints = (0..<4).map { UInt64(100_000 + passage * 4 + $0) }
        sets[number].formUnion(prints)
        postings += 4
      }
    }
    for least in 1...4 {
      let pairs = makeIndex(sets, limit: 1000).pairs(minimumShared: least).count
      // An eighth of 200 fingerprints weighs more than any of these.
      #expect(2 * least * pairs <= FingerprintIndex.fullFrequency * postings)
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

  @Test(arguments: [1, 7, 50, 100, 170])
  func `partitions are of about one size, whatever the size of a document`(count: Int) {
    var generator = SeededGenerator(seed: 1)
    let sketches = (0..<20_000 / count).map { _ in
      var sketch = DocumentSketch(digest: TextDigest(Tokens()), signature: [])
      let prints = (0..<count).map { _ in UInt64.random(in: 0...99_999, using: &generator) }
      sketch.fingerprints = prints.sorted()
      return sketch
    }
    let columns = KeyColumns(
      sketches, BandScheme(signatureSize: 1, similarity: 0.5, recall: 0.5))
    let ranges = columns.fingerprintRanges(4)
    #expect(ranges.count == 4 && ranges[0].lowerBound == 0 && ranges[3].upperBound == .max)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound })
    for range in ranges {
      let held = sketches.reduce(0) { $0 + $1.fingerprints.count { range.contains($0) } }
      #expect((2_500...10_000).contains(held))
    }
  }

  @Test func `documents without fingerprints share none`() {
    #expect(makeIndex([[], [], []], limit: 10).pairs(minimumShared: 1).isEmpty)
    #expect(makeIndex([], limit: 10).pairs(minimumShared: 1).isEmpty)
  }

  private func makeIndex(
    _ sets: [Set<UInt64>], limit: Int, threads: Int = 1, partitionSize: Int = 1 << 22
  ) -> FingerprintIndex {
    let sketches = sets.map { set in
      var sketch = DocumentSketch(digest: TextDigest(Tokens()), signature: [])
      sketch.fingerprints = set.sorted()
      return sketch
    }
    let scheme = BandScheme(signatureSize: 1, similarity: 0.5, recall: 0.5)
    var columns = KeyColumns(sketches, scheme)
    return FingerprintIndex(
      &columns, included: sets.map { _ in true }, maximumFrequency: limit, threads: threads,
      partitionSize: partitionSize)
  }
}
