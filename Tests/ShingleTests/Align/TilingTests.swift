import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Tiling takes every token at most once` {
  @Test(arguments: 0..<30)
  func `whatever runs are placed`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var tiling = Tiling(first: 80, second: 60)
    for _ in 0..<30 {
      let length = Int.random(in: 5...20, using: &generator)
      tiling.place(
        CommonRun(
          a: Int.random(in: 0...(80 - length), using: &generator),
          b: Int.random(in: 0...(60 - length), using: &generator), length: length))
    }
    let first = tiling.tiles.flatMap { Array($0.a..<$0.endA) }
    let second = tiling.tiles.flatMap { Array($0.b..<$0.endB) }
    #expect(Set(first).count == first.count && Set(second).count == second.count)
    #expect(tiling.tiles.allSatisfy { $0.length >= 5 })
  }

  @Test func `of a run partly taken the free parts of five tokens are placed`() {
    var tiling = Tiling(first: 40, second: 40)
    tiling.place(CommonRun(a: 10, b: 10, length: 6))
    tiling.place(CommonRun(a: 4, b: 4, length: 17))
    #expect(
      tiling.tiles == [
        CommonRun(a: 10, b: 10, length: 6), CommonRun(a: 4, b: 4, length: 6),
        CommonRun(a: 16, b: 16, length: 5),
      ])
    tiling.place(CommonRun(a: 21, b: 4, length: 6))
    #expect(tiling.tiles.count == 3)
  }

  @Test func `places outside the texts are not free`() {
    var tiling = Tiling(first: 5, second: 6)
    #expect(!tiling.isFree(-1, 0) && !tiling.isFree(0, -1))
    #expect(!tiling.isFree(5, 0) && !tiling.isFree(0, 6))
    #expect(tiling.isFree(4, 5))
    tiling.cover(4..<5, 0..<1)
    #expect(!tiling.isFree(4, 5) && !tiling.isFree(0, 0) && tiling.isFree(3, 5))
    #expect(tiling.areFree(0..<4, 1..<6) && tiling.areFree(4..<4, 0..<0))
    #expect(!tiling.areFree(0..<5, 1..<6) && !tiling.areFree(0..<4, 0..<6))
  }
}
