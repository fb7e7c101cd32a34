import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The aligner finds the passages that two texts share` {
  private func tokens(_ hashes: [UInt64]) -> Tokens {
    var tokens = Tokens()
    for (index, hash) in hashes.enumerated() {
      tokens.append(hash: hash, start: 2 * index, end: 2 * index + 1)
    }
    tokens.flags = [TokenFlags](repeating: [], count: hashes.count)
    return tokens
  }

  private func matches(_ first: [UInt64], _ second: [UInt64]) -> [Match] {
    let sets = [first, second].map { ShingleSet(ShingleHashes($0, length: 5)) }
    let runs = CommonRuns(sets[0], sets[1], shingleLength: 5).runs
    var aligner = Aligner()
    return aligner.matches(runs, tokens(first), tokens(second))
  }

  /// Two texts over few words, or with blocks in common, edited and moved.
  private func texts(_ seed: UInt64) -> (first: [UInt64], second: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    let words = [UInt64(4), 30, 3_000][Int(seed % 3)]
    func draw(_ count: Int) -> [UInt64] {
      (0..<count).map { _ in UInt64.random(in: 0..<words, using: &generator) }
    }
    let blocks = (0..<5).map { _ in draw(Int.random(in: 3...25, using: &generator)) }
    func text() -> [UInt64] {
      blocks.shuffled(using: &generator).flatMap { block in
        var block = block
        for index in block.indices where UInt64.random(in: 0..<12, using: &generator) == 0 {
          block[index] = UInt64.random(in: 0..<words, using: &generator)
        }
        return block + draw(Int.random(in: 0...6, using: &generator))
      }
    }
    return (text(), text())
  }

  @Test(arguments: 0..<300)
  func `equal words, in order, each taken once`(seed: UInt64) {
    let (first, second) = texts(seed)
    let matches = matches(first, second)
    for match in matches {
      #expect(
        match.runs.allSatisfy { run in
          run.length > 0
            && (0..<run.length).allSatisfy { first[run.a + $0] == second[run.b + $0] }
        })
      #expect(
        zip(match.runs, match.runs.dropFirst()).allSatisfy {
          $0.endA <= $1.a && $0.endB <= $1.b && ($0.endA, $0.endB) != ($1.a, $1.b)
        })
      #expect(match.words >= 5)
    }
    #expect(areDisjoint(matches.map(\.a)), "in the first text")
    #expect(areDisjoint(matches.map(\.b).sorted { $0.lower < $1.lower }), "in the second text")
  }

  @Test(arguments: 0..<300)
  func `every common run of 8 words is covered unless longer ones claim it`(seed: UInt64) {
    let (first, second) = texts(seed)
    let matches = matches(first, second)
    for run in BruteForce.maximalCommonRuns(first, second, least: 8) {
      let free = (0..<run.length).map { offset in
        !matches.contains { covers($0.a, run.a + offset) }
          && !matches.contains { covers($0.b, run.b + offset) }
      }
      #expect(free.split(separator: false).allSatisfy { $0.count < 5 })
    }
  }

  @Test(arguments: 0..<300)
  func `the second text finds in the first what the first finds in the second`(seed: UInt64) {
    let (first, second) = texts(seed / 3 * 3 + 2)
    let there = matches(first, second).map { [$0.a, $0.b] }
    let back = matches(second, first).map { [$0.b, $0.a] }.sorted { $0[0].lower < $1[0].lower }
    #expect(there == back)
  }

  @Test func `moved paragraphs are found each on its own`() {
    let (one, two) = ([UInt64](100..<140), [UInt64](200..<230))
    let found = matches(one + two, [1, 2, 3] + two + [4] + one)
    #expect(found.map(\.a) == [TokenRange(0, 40), TokenRange(40, 70)])
    #expect(found.map(\.b) == [TokenRange(34, 74), TokenRange(3, 33)])
    #expect(found.allSatisfy { $0.isVerbatim })
  }

  @Test func `an edit inside a passage makes one edited match`() {
    let text = [UInt64](100..<140)
    var edited = text
    edited.replaceSubrange(20..<22, with: [1, 2, 3])
    let found = matches(text, edited)
    #expect(found.count == 1)
    #expect(found[0].a == TokenRange(0, 40) && found[0].b == TokenRange(0, 41))
    #expect(found[0].words == 38 && !found[0].isVerbatim)
  }

  @Test func `a formula that repeats too often to be followed does not part a passage`() {
    let formula = [UInt64](1...9)
    let passage = [UInt64](100..<120) + formula + [UInt64](120..<140) + formula
    /// The passage behind `count` formulas, each with words of its own before it.
    func text(_ count: UInt64) -> [UInt64] {
      var text: [UInt64] = []
      for number in 0..<count {
        let word = 1_000 * count + 20 * number
        text += [UInt64](word..<(word + 12)) + formula
      }
      return text + [UInt64]((10_000 * count)..<(10_000 * count + 12)) + passage
    }
    for texts in [(text(7), text(4)), (text(7).reversed(), text(4).reversed())] {
      let found = matches(texts.0, texts.1)
      #expect(found.contains { $0.isVerbatim && $0.words == passage.count })
    }
  }

  @Test func `what a long insertion parts are two matches`() {
    let text = [UInt64](100..<140)
    let parted = text[..<20] + (0..<20) + text[20...]
    #expect(matches(text, Array(parted)).map(\.words) == [20, 20])
  }

  @Test func `an end is extended across an edit to a run too short to be a seed`() {
    let text = [UInt64](100..<115)
    var edited = text
    edited[10] = 1
    edited[4] = 2
    let found = matches(text, edited)
    #expect(found.map(\.a) == [TokenRange(0, 15)])
    #expect(found[0].words == 13)
  }

  @Test func `the words kept in a gap count`() {
    let text = [UInt64](100..<130)
    var edited = text
    for index in [12, 13, 15, 16] { edited[index] = UInt64(index) }
    let found = matches(text, edited)
    #expect(found.map(\.words) == [26])
    #expect(found[0].runs.contains(CommonRun(a: 14, b: 14, length: 1)))
  }

  @Test func `a passage inside another's gap is no part of it`() {
    let (one, two, inner) = ([UInt64](100..<120), [UInt64](200..<220), [UInt64](300..<306))
    let found = matches(inner + (0..<20) + one + two, one + inner + two)
    #expect(areDisjoint(found.map(\.b).sorted { $0.lower < $1.lower }))
    #expect(found.map(\.words).reduce(0, +) == 46)
  }

  @Test func `texts without common runs have no match`() {
    #expect(matches([], []).isEmpty)
    #expect(matches([1, 2, 3], [1, 2, 3]).isEmpty)
  }

  @Test(arguments: 0..<60)
  func `a common subsequence is as long as the oracle's`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<2).map { _ in
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        UInt64.random(in: 0..<4, using: &generator)
      }
    }
    let runs = commonSubsequence(
      tokens(texts[0]), TokenRange(0, texts[0].count), tokens(texts[1]),
      TokenRange(0, texts[1].count))
    #expect(
      runs.reduce(0) { $0 + $1.length } == BruteForce.commonSubsequence(texts[0], texts[1]))
    #expect(
      runs.allSatisfy { run in
        (0..<run.length).allSatisfy { texts[0][run.a + $0] == texts[1][run.b + $0] }
      })
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.endA <= $1.a && $0.endB <= $1.b })
  }

  private func covers(_ range: TokenRange, _ place: Int) -> Bool {
    range.lower <= place && place < range.upper
  }

  private func areDisjoint(_ ranges: [TokenRange]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper <= $1.lower }
  }
}
