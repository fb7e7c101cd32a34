import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Common runs are the maximal ones` {
  private func runs(_ first: [UInt64], _ second: [UInt64]) -> CommonRuns {
    let sets = [first, second].map { ShingleSet(ShingleHashes($0, length: 5)) }
    return CommonRuns(sets[0], sets[1], shingleLength: 5)
  }

  @Test(arguments: 0..<60)
  func `exactly those of the oracle where no shingle repeats too often`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = UInt64.random(in: 3...12, using: &generator)
    let texts = (0..<2).map { _ in
      (0..<Int.random(in: 0...90, using: &generator)).map { _ in
        UInt64.random(in: 0..<words, using: &generator)
      }
    }
    let expected = BruteForce.maximalCommonRuns(texts[0], texts[1], least: 5)
    let found = runs(texts[0], texts[1])
    #expect(Set(found.runs.map { .init(a: $0.a, b: $0.b, length: $0.length) }) == expected)
    #expect(found.runs.count == expected.count)
    let shared = BruteForce.shingles(texts[0]).intersection(BruteForce.shingles(texts[1]))
    #expect(found.sharedShingles == shared.count)
  }

  @Test func `they are ordered by diagonal and then by place`() {
    let block: [UInt64] = [1, 2, 3, 4, 5, 6]
    let found = runs(block + [90] + block, [80] + block + [70] + block).runs
    #expect(found.map(\.a) == [0, 0, 7, 7])
    #expect(found.map(\.b) == [8, 1, 8, 1])
  }

  @Test func `a shingle that repeats hundreds of times makes a linear number of seeds`() {
    let text = [UInt64](repeating: 1, count: 3_000)
    let found = runs(text, text)
    #expect(found.runs == [CommonRun(a: 0, b: 0, length: 3_000)])
    #expect(found.sharedShingles == 1)
  }

  @Test func `texts without a common shingle have no run`() {
    #expect(runs([1, 2, 3, 4], [1, 2, 3, 4]).runs.isEmpty)
    #expect(runs([], []).runs.isEmpty)
    #expect(runs([1, 2, 3, 4, 5], [1, 2, 3, 4, 6]).runs.isEmpty)
  }
}
