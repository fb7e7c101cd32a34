/// Which tokens of two texts a match has taken already; each may be taken once.
struct Tiling: Sendable {
  /// The runs placed, in the order of their placing.
  private(set) var tiles: [CommonRun] = []
  private var takenA: [Bool]
  private var takenB: [Bool]

  /// The least part of a run that is still placed where others took the rest.
  private static let leastPart = 5

  init(first: Int, second: Int) {
    takenA = [Bool](repeating: false, count: first)
    takenB = [Bool](repeating: false, count: second)
  }

  /// Whether both places exist and are free.
  func isFree(_ a: Int, _ b: Int) -> Bool {
    a >= 0 && b >= 0 && a < takenA.count && b < takenB.count && !takenA[a] && !takenB[b]
  }

  /// Takes the tokens of a run.
  mutating func cover(_ run: CommonRun) {
    for offset in 0..<run.length {
      takenA[run.a + offset] = true
      takenB[run.b + offset] = true
    }
  }

  /// Places a run, or those parts of it of at least five tokens that are free in both texts.
  ///
  /// - Complexity: O(*l*) for a run of *l* tokens.
  mutating func place(_ run: CommonRun) {
    var start = 0
    for offset in 0...run.length
    where offset == run.length || !isFree(run.a + offset, run.b + offset) {
      if offset - start >= Self.leastPart {
        let part = CommonRun(a: run.a + start, b: run.b + start, length: offset - start)
        tiles.append(part)
        cover(part)
      }
      start = offset + 1
    }
  }
}
