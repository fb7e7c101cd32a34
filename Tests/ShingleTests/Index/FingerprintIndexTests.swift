import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The fingerprint index proposes documents that share fingerprints` {
  @Test(arguments: 0..<10, [3, 100])
  func `pairs and counts are the brute-force ones, by the weight of what is not too common`(
    seed: UInt64, limit: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    // Short ones, of which one fingerprint is an eighth, and long ones.
    let sets = (0..<60).map { number in
      let count = Int.random(in: 0...(number % 2 == 0 ? 20 : 60), using: &generator)
      return Set((0..<count).map { _ in UInt64.random(in: 0..<600, using: &generator) })
    }
    var frequency: [UInt64: Int] = [:]
    for set in sets { for print in set { frequency[print, default: 0] += 1 } }
    let index = try makeIndex(sets, limit: limit)
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
      #expect(pairs(index, least) == expected)
    }
    let cut = frequency.values.filter { $0 > limit }
    #expect(index.cutFingerprints == cut.count)
    #expect(index.cutPostings == cut.reduce(0, +))
  }

  @Test func `one shared fingerprint is enough where it is an eighth of the shorter text's`() throws
  {
    let long = Set<UInt64>(0..<40)
    for (count, proposed) in [(8, 1), (9, 0)] {
      let short = Set((0..<UInt64(count)).map { 39 + $0 })
      #expect(pairs(try makeIndex([short, long], limit: 10), 2).count == proposed)
    }
  }

  @Test(arguments: [10, 50, 400])
  func `a passage of many documents does not propose them all`(count: Int) throws {
    // Each has the passage's fingerprints and a dozen of its own.
    let passage: [UInt64] = [1, 2]
    let sets = (0..<UInt64(count)).map { number in
      Set(passage + (0..<16).map { 1000 + number * 16 + $0 })
    }
    let pairs = pairs(try makeIndex(sets, limit: 1000), 2).count
    let all = count * (count - 1) / 2
    #expect(pairs == (count <= 10 ? all : 0))
  }

  @Test(arguments: 0..<5)
  func `the pairs proposed grow with the postings only`(seed: UInt64) throws {
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
      let pairs = pairs(try makeIndex(sets, limit: 1000), least).count
      // An eighth of 200 fingerprints weighs more than any of these.
      #expect(2 * least * pairs <= FingerprintIndex.fullFrequency * postings)
    }
  }

  @Test func `partitions, threads and want of memory change nothing`() throws {
    var generator = SeededGenerator(seed: 3)
    let sets = (0..<9_000).map { _ in
      let numbers = (0..<6).map { _ in UInt64.random(in: 0..<9_000, using: &generator) }
      return Set(numbers.map { $0 &* 0x9E37_79B9_7F4A_7C15 })
    }
    let whole = try makeIndex(sets, limit: 12)
    let expected = pairs(whole, 1)
    for (threads, memory) in [(3, Int.max), (1, 0), (3, 200_000)] {
      for spill in [nil, Shelf(fails: false)] {
        let index = try makeIndex(
          sets, limit: 12, threads: threads, memory: memory, spill: spill)
        #expect(pairs(index, 1) == expected)
        #expect(index.cutFingerprints == whole.cutFingerprints)
        #expect(index.cutPostings == whole.cutPostings)
        if let spill { #expect(spill.isEmpty == (memory == .max)) }
      }
    }
  }

  @Test func `what a storage has lost is told`() throws {
    let sets = (0..<UInt64(9_000)).map { (number: UInt64) -> Set<UInt64> in
      [(number / 2) << 32, (number / 3) << 33 | 1]
    }
    #expect(tryIndex(sets, limit: 10, keyMemory: 0, spill: Shelf(fails: true)) == nil)
    let index = try makeIndex(sets, limit: 10, memory: 0, spill: Shelf(fails: true))
    #expect(!index.forEachPairs(minimumShared: 1) { _ in })
  }

  @Test(arguments: [1, 7, 50, 100, 170])
  func `partitions are of about one size, whatever the size of a document`(count: Int) throws {
    let sketches = (0..<20_000).map { document in
      var sketch = DocumentSketch(digest: TextDigest(Tokens()), signature: [])
      // As winnowing does it, the smallest of some hashes.
      sketch.fingerprints = (0..<count).map { place in
        let hashes = (0..<4).map { XXH3.hash([UInt64(document), UInt64(place), $0].span) }
        return hashes.min() ?? 0
      }.sorted()
      return sketch
    }
    let columns = KeyColumns(
      sketches, BandScheme(signatureSize: 1, similarity: 0.5, recall: 0.5))
    let included = [Bool](repeating: true, count: sketches.count)
    #expect(columns.partitions == 8)
    var all = 0
    for partition in 0..<columns.partitions {
      let keys = try #require(columns.fingerprints(of: partition))
      var held = 0
      keys.forEach(of: included) { _, _ in held += 1 }
      #expect(held == keys.count)
      #expect((1_250 * count...5_000 * count).contains(held))
      all += held
    }
    #expect(all == 20_000 * count)
  }

  @Test func `documents without fingerprints share none`() throws {
    #expect(pairs(try makeIndex([[], [], []], limit: 10), 1).isEmpty)
    #expect(pairs(try makeIndex([], limit: 10), 1).isEmpty)
  }

  private func pairs(_ index: FingerprintIndex, _ least: Int) -> [FingerprintIndex.Pair] {
    var pairs: [FingerprintIndex.Pair] = []
    #expect(index.forEachPairs(minimumShared: least) { pairs += $0 })
    return pairs
  }

  private func makeIndex(
    _ sets: [Set<UInt64>], limit: Int, threads: Int = 1, keyMemory: Int = .max,
    memory: Int = .max, spill: Shelf? = nil
  ) throws -> FingerprintIndex {
    try #require(
      tryIndex(
        sets, limit: limit, threads: threads, keyMemory: keyMemory, memory: memory, spill: spill))
  }

  private func tryIndex(
    _ sets: [Set<UInt64>], limit: Int, threads: Int = 1, keyMemory: Int = .max,
    memory: Int = .max, spill: Shelf? = nil
  ) -> FingerprintIndex? {
    let sketches = sets.map { set in
      var sketch = DocumentSketch(digest: TextDigest(Tokens()), signature: [])
      sketch.fingerprints = set.sorted()
      return sketch
    }
    let scheme = BandScheme(signatureSize: 1, similarity: 0.5, recall: 0.5)
    var columns = KeyColumns(
      sketches, scheme, room: Room(bytes: keyMemory, spill: spill))
    return FingerprintIndex(
      &columns, included: sets.map { _ in true }, maximumFrequency: limit, threads: threads,
      memory: memory, spill: spill)
  }
}
