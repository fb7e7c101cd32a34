import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Candidates are compared block by block` {
  @Test(arguments: 0..<8, [1, 3_000, 20_000, 1 << 30])
  func `each once, with both texts loaded, in the memory given`(seed: UInt64, memory: Int) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<60).map { _ in Int.random(in: 0...40, using: &generator) }
    let candidates = (0..<60).flatMap { a in
      (a + 1..<60).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
        .map { Candidate(a: UInt32(a), b: UInt32($0)) }
    }
    let groups: [[UInt32]] = [[2, 40], [17, 20, 21], [18, 19], [58, 59]]
    let plan = ComparisonPlan(candidates, groups: groups, words: words, memory: memory)
    #expect(plan.blocks.flatMap(Array.init) == Array(words.indices))
    let isWhole = words.reduce(0, +) * 32 <= memory
    #expect((plan.blocks.count == 1) == isWhole)
    for block in plan.blocks where !isWhole && block.count > 1 {
      #expect(words[block].reduce(0, +) * 32 <= memory / 2)
    }
    var compared: [Candidate] = []
    for block in plan.blocks.indices {
      let (needed, tiles) = plan.row(block)
      #expect(needed == Set(needed).sorted())
      #expect(needed.allSatisfy(plan.blocks[block].contains))
      let own = groups.filter { plan.blocks[block].contains(Int($0[0])) }
      #expect(Array(plan.groups(in: block)) == own)
      #expect(own.allSatisfy { needed.contains(Int($0[0])) })
      for tile in tiles {
        let seconds = tile.column == block ? needed : tile.seconds
        #expect(tile.seconds == Set(tile.candidates.map { Int($0.b) }).sorted())
        #expect(tile.seconds.allSatisfy(plan.blocks[tile.column].contains))
        for candidate in tile.candidates {
          #expect(needed.contains(Int(candidate.a)) && seconds.contains(Int(candidate.b)))
        }
        compared += tile.candidates
      }
    }
    #expect(compared.sorted { ($0.a, $0.b) < ($1.a, $1.b) } == candidates)
  }

  @Test func `nothing is planned for no documents`() {
    #expect(ComparisonPlan([], groups: [], words: [], memory: 1).blocks.isEmpty)
  }
}
