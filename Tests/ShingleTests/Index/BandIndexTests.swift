import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The band index proposes documents that collide` {
  @Test(arguments: 0..<10)
  func `small buckets propose every pair that has a band in common`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<50).map { UInt32($0 * 3) }
    let keys = (0..<(50 * 4)).map { _ in UInt64.random(in: 0..<30, using: &generator) }
    let index = try #require(
      BandIndex(bands: 4) { band in
        documents.map { Posting(key: keys[band * 50 + Int($0) / 3], document: $0) }
      })
    var expected: [[UInt32]: Int] = [:]
    for first in 0..<50 {
      for second in (first + 1)..<50 {
        let bands = (0..<4).count { keys[$0 * 50 + first] == keys[$0 * 50 + second] }
        if bands > 0 { expected[[documents[first], documents[second]]] = bands }
      }
    }
    #expect(pairs(index) == expected)
  }

  @Test(arguments: [64, 65, 200, 2_000])
  func `a large bucket costs a linear number of pairs and hangs together`(count: Int) throws {
    let index = try #require(
      BandIndex(bands: 1) { _ in (0..<UInt32(count)).map { Posting(key: 7, document: $0) } })
    let found = pairs(index)
    #expect(found.count <= max(64 * 63 / 2, 5 * count))
    #expect((1..<UInt32(count)).allSatisfy { found[[0, $0]] != nil })
    #expect(index.largestBuckets == [count])
    if count <= BandIndex.fullBucket { #expect(found.count == count * (count - 1) / 2) }
  }

  @Test func `a document in the large buckets of many bands is paired in two of them`() throws {
    let count: UInt32 = 2_000
    let index = try #require(
      BandIndex(bands: 12) { band in
        (0..<count).map { Posting(key: UInt64($0 % UInt32(band + 2)), document: $0) }
      })
    let found = pairs(index)
    #expect(index.thinnedBuckets == (2...13).reduce(0, +))
    #expect(found.count <= 2 * 5 * Int(count))
    // Of the first two bands, which join all of them.
    #expect((6..<count).allSatisfy { found[[$0 - 2, $0]] != nil && found[[$0 - 3, $0]] != nil })
  }

  @Test func `the ten largest buckets are reported, largest first`() throws {
    let keys = (1...12).flatMap { [UInt64](repeating: UInt64($0), count: $0) }
    let index = try #require(
      BandIndex(bands: 1) { _ in
        keys.indices.map { Posting(key: keys[$0], document: UInt32($0)) }
      })
    #expect(index.largestBuckets == Array((3...12).reversed()))
  }

  private func pairs(_ index: BandIndex) -> [[UInt32]: Int] {
    var pairs = index.pairs
    var all: [[UInt32]: Int] = [:]
    pairs.forEach { all[[$0, $1]] = $2 }
    return all
  }
}
