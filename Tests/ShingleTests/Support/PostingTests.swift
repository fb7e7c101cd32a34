import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct PostingTests {
  private func postings(_ count: Int, seed: UInt64, mask: UInt64) -> [Posting] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { Posting(key: random.next() & mask, document: UInt32($0)) }
  }

  /// The oracle: number the postings, sort by key and number.
  private func sorted(_ postings: [Posting]) -> [Posting] {
    postings.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }
      .map(\.element)
  }

  @Test(
    "postings are sorted by key and keep their order within one",
    arguments: [0, 1, 2, 23, 24, 63, 64, 65, 500, 2047, 2048, 5000],
    [UInt64.max, 0xFF, 0xFFFF_FFFF, 0xFF00_0000_0000_0000, 0x0000_00FF_0000_00FF, 0])
  func sortsLikeTheOracle(count: Int, mask: UInt64) {
    let original = postings(count, seed: UInt64(count), mask: mask)
    var actual = original
    actual.sortByKey()
    #expect(actual == sorted(original))
  }

  @Test("order within a key does not depend on the documents' numbers")
  func isStable() {
    let original = (0..<300).map { Posting(key: UInt64($0 % 7), document: UInt32(300 - $0)) }
    var actual = original
    actual.sortByKey()
    #expect(actual == sorted(original))
  }

  @Test("keys that agree in their upper 24 bits are sorted in linear time")
  func sortsCollidingKeys() {
    let count = 100_000
    var actual = (0..<count).map { Posting(key: UInt64(count - $0), document: UInt32($0)) }
    actual.sortByKey()
    #expect(actual.map(\.key) == (1...UInt64(count)).map { $0 })
  }

  @Test("runs of equal keys cover the array in order", arguments: 0..<8 as Range<UInt64>)
  func runsCover(seed: UInt64) {
    var all = postings(Int(seed) * 37, seed: seed, mask: 0x1F)
    all.sortByKey()
    var next = 0
    all.forEachRun { run in
      #expect(run.lowerBound == next)
      #expect(Set(all[run].map(\.key)).count == 1)
      #expect(run.upperBound == all.count || all[run.upperBound].key != all[run.lowerBound].key)
      next = run.upperBound
    }
    #expect(next == all.count)
  }
}
