import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Winnowing picks few fingerprints and misses no long run` {
  @Test(arguments: 1...8, 1...8)
  func `two texts with a common run of k + w - 1 tokens share a fingerprint`(k: Int, w: Int) {
    var generator = SeededGenerator(seed: UInt64(10 * k + w))
    let run = random(k + w - 1, &generator)
    let texts = (0..<2).map { _ in
      let before = random(Int.random(in: 0...30, using: &generator), &generator)
      return before + run + random(Int.random(in: 0...30, using: &generator), &generator)
    }
    let prints = texts.map { fingerprints($0, k: k, w: w) }
    #expect(!prints[0].isDisjoint(with: prints[1]))
  }

  @Test(arguments: 0..<20)
  func `neighbouring fingerprints stand at most a window apart`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let window = Int.random(in: 1...12, using: &generator)
    let values = UInt64.random(in: 1...50, using: &generator)
    let hashes = (0..<300).map { _ in UInt64.random(in: 0..<values, using: &generator) }
    let positions = Winnowing(window: window).positions(hashes)
    #expect(zip(positions, positions.dropFirst()).allSatisfy { (1...window).contains($1 - $0) })
    #expect(positions.first.map { $0 < window } == true)
    #expect(positions.last.map { hashes.count - $0 <= window } == true)
  }

  @Test(arguments: 0..<20)
  func `the fingerprints are the rightmost least hashes of the windows`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let window = Int.random(in: 1...9, using: &generator)
    let hashes = (0..<120).map { _ in UInt64.random(in: 0..<20, using: &generator) }
    var expected: Set<Int> = []
    for start in 0...(hashes.count - window) {
      let least = (start..<(start + window)).min { (hashes[$0], $1) < (hashes[$1], $0) }
      if let least { expected.insert(least) }
    }
    #expect(Winnowing(window: window).positions(hashes) == expected.sorted())
  }

  @Test func `the same run has the same fingerprints wherever it stands`() {
    var generator = SeededGenerator(seed: 7)
    let run = (0..<100).map { _ in generator.next() }
    let winnowing = Winnowing(window: 4)
    let inside = winnowing.positions(run).filter { (4..<96).contains($0) }
    for before in [1, 5, 33] {
      let text = (0..<before).map { _ in generator.next() } + run + [generator.next()]
      let found = winnowing.positions(text).map { $0 - before }.filter { (4..<96).contains($0) }
      #expect(found == inside)
    }
  }

  @Test(arguments: [1, 2, 4, 9, 20])
  func `the density on random hashes is 2 in w + 1`(window: Int) {
    var generator = SeededGenerator(seed: 11)
    let count = 40_000
    let hashes = (0..<count).map { _ in generator.next() }
    let density = Double(Winnowing(window: window).positions(hashes).count) / Double(count)
    // Of n shingles the count deviates by less than half of the square root of n; six times that.
    let margin = 3 / Double(count).squareRoot()
    #expect(abs(density - 2 / Double(window + 1)) <= margin)
  }

  @Test func `a text shorter than a window has its least hash`() {
    let winnowing = Winnowing(window: 4)
    #expect(winnowing.positions([]) == [])
    #expect(winnowing.positions([9]) == [0])
    #expect(winnowing.positions([9, 3, 3]) == [2])
    #expect(winnowing.positions([9, 3, 5, 4]) == [1])
  }

  @Test func `a text of one repeated shingle is winnowed in linear time`() {
    let positions = Winnowing(window: 50).positions([UInt64](repeating: 1, count: 100_000))
    #expect(positions.count == 100_000 - 49)
  }

  @Test func `a window of no shingles is refused`() async {
    await #expect(processExitsWith: .failure) { _ = Winnowing(window: 0) }
  }

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> [UInt64] {
    (0..<count).map { _ in UInt64.random(in: 0..<9, using: &generator) }
  }

  private func fingerprints(_ tokens: [UInt64], k: Int, w: Int) -> Set<UInt64> {
    let hashes = ShingleHashes(tokens, length: k).hashes
    return Set(Winnowing(window: w).positions(hashes).map { hashes[$0] })
  }
}
