import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The difference of two sequences of words` {
  private static func words(seed: UInt64) -> (old: [UInt64], new: [UInt64]) {
    var random = SeededGenerator(seed: seed)
    let old = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      UInt64.random(in: 0...30, using: &random)
    }
    var new = old
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let place = Int.random(in: 0...new.count, using: &random)
      if place < new.count, Bool.random(using: &random) {
        new.remove(at: place)
      } else {
        new.insert(UInt64.random(in: 0...30, using: &random), at: place)
      }
    }
    return (old, new)
  }

  @Test(arguments: 0..<100) func `makes the one of the other when applied`(seed: UInt64) {
    let (old, new) = Self.words(seed: seed)
    #expect(WordDifference(from: old, to: new).applied(to: old, from: new) == new)
    #expect(WordDifference(from: new, to: old).applied(to: new, from: old) == old)
  }

  @Test(arguments: 0..<100) func `leaves a longest common subsequence`(seed: UInt64) {
    let (old, new) = Self.words(seed: seed)
    let difference = WordDifference(from: old, to: new)
    #expect(difference.common.allSatisfy { old[$0.old] == new[$0.new] })
    #expect(difference.common.count == Self.longestCommon(old, new))
  }

  /// The textbook table.
  private static func longestCommon(_ old: [UInt64], _ new: [UInt64]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for (i, one) in old.enumerated() {
      for (j, other) in new.enumerated() {
        table[i + 1][j + 1] =
          one == other ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[old.count][new.count]
  }

  @Test func `is nothing for equal ones, and everything for unequal`() {
    #expect(WordDifference(from: [1, 2, 3], to: [1, 2, 3]).edits.isEmpty)
    #expect(WordDifference(from: [], to: []).edits.isEmpty)
    #expect(WordDifference(from: [1, 2], to: [3]).edits == [.init(old: 0..<2, new: 0..<1)])
  }
}
