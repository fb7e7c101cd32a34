import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Shingle hashes stand for runs of tokens` {
  @Test(arguments: 0..<10)
  func `equal hashes mean equal runs`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let length = Int.random(in: 1...6, using: &generator)
    let tokens = (0..<80).map { _ in UInt64.random(in: 0..<3, using: &generator) }
    let shingles = ShingleHashes(tokens, length: length)
    #expect(shingles.hashes.count == 80 - length + 1)
    var runs: [UInt64: [UInt64]] = [:]
    for (start, hash) in shingles.hashes.enumerated() {
      let run = Array(tokens[start..<(start + length)])
      #expect(runs[hash, default: run] == run)
      runs[hash] = run
    }
    #expect(runs.count == BruteForce.shingles(tokens, length: length).count)
    #expect(ShingleSet(shingles).distinctCount == runs.count)
  }

  @Test func `a text shorter than a shingle has none`() {
    #expect(ShingleHashes([], length: 5).hashes.isEmpty)
    #expect(ShingleHashes([1, 2, 3, 4], length: 5).hashes.isEmpty)
    #expect(ShingleSet(ShingleHashes([], length: 5)).distinctCount == 0)
    #expect(ShingleHashes([1, 2, 3, 4, 5], length: 5).hashes.count == 1)
  }

  @Test func `a shingle of no tokens is refused`() async {
    await #expect(processExitsWith: .failure) { _ = ShingleHashes([1], length: 0) }
  }
}
