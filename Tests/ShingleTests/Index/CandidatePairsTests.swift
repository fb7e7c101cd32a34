import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Candidate pairs are counted` {
  @Test(arguments: [100, 30_000])
  func `each pair as often as it was added, ascending`(count: Int) {
    var generator = SeededGenerator(seed: 1)
    var pairs = CandidatePairs()
    var expected: [[UInt32]: Int] = [:]
    for _ in 0..<count {
      let first = UInt32.random(in: 0..<40, using: &generator)
      let second = UInt32.random(in: 40..<60, using: &generator)
      if Bool.random(using: &generator) {
        pairs.add(first, second)
      } else {
        pairs.add(second, first)
      }
      expected[[first, second], default: 0] += 1
    }
    let found = list(&pairs)
    #expect(found.map(\.pair) == expected.keys.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(found.allSatisfy { expected[$0.pair] == $0.count })
  }

  @Test func `counts survive the compaction of a million additions`() {
    var pairs = CandidatePairs()
    let count = (1 << 20) + 10
    for index in 0..<count { pairs.add(UInt32(index & 3), 9) }
    #expect(list(&pairs).map(\.count).reduce(0, +) == count)
    pairs.add(0, 9)
    #expect(list(&pairs).map(\.pair) == [[0, 9], [1, 9], [2, 9], [3, 9]])
    #expect(list(&pairs)[0].count == (count + 3) / 4 + 1)
  }

  @Test func `all pairs of a list are added once`() {
    var pairs = CandidatePairs()
    pairs.addAll([2, 5, 9])
    #expect(list(&pairs).map(\.pair) == [[2, 5], [2, 9], [5, 9]])
  }

  private func list(_ pairs: inout CandidatePairs) -> [(pair: [UInt32], count: Int)] {
    var all: [(pair: [UInt32], count: Int)] = []
    pairs.forEach { all.append(([$0, $1], $2)) }
    return all
  }
}
