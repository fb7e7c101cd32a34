/// Which tokens of two texts a match has taken already; each may be taken once.
struct Tiling: Sendable {
  /// The runs placed, in the order of their placing until they are sorted.
  private(set) var tiles: [CommonRun] = []
  private var takenA: [Bool] = []
  private var takenB: [Bool] = []
  private var countA = 0
  private var countB = 0

  /// The least part of a run that is still placed where others took the rest.
  private static let leastPart = 5

  /// Holds the tokens of no texts.
  init() {}

  init(first: Int, second: Int) {
    reset(first: first, second: second)
  }

  /// Frees the tokens of two texts, in the memory that earlier ones left.
  ///
  /// - Complexity: O(*n* + *m*) for texts of *n* and *m* tokens.
  mutating func reset(first: Int, second: Int) {
    tiles.removeAll(keepingCapacity: true)
    Self.clear(&takenA, first)
    Self.clear(&takenB, second)
    (countA, countB) = (first, second)
  }

  private static func clear(_ taken: inout [Bool], _ count: Int) {
    guard taken.count >= count else {
      taken = [Bool](repeating: false, count: count)
      return
    }
    var places = taken.mutableSpan
    for index in 0..<count { places[index] = false }
  }

  /// Orders the tiles by their place in the first text.
  mutating func sortTiles() { tiles.sortFew { $0.a < $1.a } }

  /// Whether both places exist and are free.
  func isFree(_ a: Int, _ b: Int) -> Bool {
    a >= 0 && b >= 0 && a < countA && b < countB && !takenA[a] && !takenB[b]
  }

  /// Whether all tokens of two ranges, which must exist, are free.
  func areFree(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.allSatisfy { !takenA[$0] } && b.allSatisfy { !takenB[$0] }
  }

  /// Takes the tokens of two ranges: a run, or what stands between two runs of one passage.
  mutating func cover(_ a: Range<Int>, _ b: Range<Int>) {
    for index in a { takenA[index] = true }
    for index in b { takenB[index] = true }
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
        cover(part.a..<part.endA, part.b..<part.endB)
      }
      start = offset + 1
    }
  }
}
