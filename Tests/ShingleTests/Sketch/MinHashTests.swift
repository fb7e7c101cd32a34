import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `MinHash estimates Jaccard similarity` {
  private static let trials = 300
  private static let size = 128

  /// Two sets of `count` with a Jaccard similarity of about a half, and that similarity.
  private static func pair(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> (first: [UInt64], second: [UInt64], jaccard: Double) {
    let shared = 2 * count / 3
    let common = (0..<shared).map { _ in generator.next() }
    let first = common + (shared..<count).map { _ in generator.next() }
    let second = common + (shared..<count).map { _ in generator.next() }
    return (first, second, Double(shared) / Double(2 * count - shared))
  }

  /// The variance of *k* independent slots is J(1 - J)/k. Slots that borrow from the *m* full
  /// bins are not independent; at worst they add J(1 - J)/m.
  @Test(arguments: [20, 60, 128, 500, 5_000])
  func `without bias and with the deviation of its theory`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let minHash = MinHash(size: Self.size)
    var (sum, squares, jaccard) = (0.0, 0.0, 0.0)
    for _ in 0..<Self.trials {
      let pair = Self.pair(count, &generator)
      jaccard = pair.jaccard
      let estimate = MinHash.similarity(
        minHash.signature(pair.first), minHash.signature(pair.second))
      sum += estimate - jaccard
      squares += (estimate - jaccard) * (estimate - jaccard)
    }
    let k = Double(Self.size)
    let union = Double(count) * 4 / 3
    let full = k * (1 - pow(1 - 1 / k, union))
    let slot = jaccard * (1 - jaccard)
    let theory = (slot / k).squareRoot()
    let limit = (full < 0.95 * k ? slot / k + slot / full : slot / k).squareRoot()
    let error = (squares / Double(Self.trials)).squareRoot()
    // An error measured in 300 trials is itself off by about 4 %: 1.25 is six times that.
    #expect(
      error <= 1.25 * limit,
      "variance \(error * error) of sets of \(count), of independent slots \(theory * theory)")
    #expect(abs(sum / Double(Self.trials)) <= 5 * limit / Double(Self.trials).squareRoot())
  }

  @Test func `as k independent permutations do in the mean`() {
    var generator = SeededGenerator(seed: 3)
    let minHash = MinHash(size: Self.size)
    var (sum, plain) = (0.0, 0.0)
    for _ in 0..<40 {
      let pair = Self.pair(150, &generator)
      sum += MinHash.similarity(minHash.signature(pair.first), minHash.signature(pair.second))
      let slots = [pair.first, pair.second].map {
        BruteForce.minHash($0, permutations: Self.size)
      }
      plain += Double(zip(slots[0], slots[1]).count { $0 == $1 }) / Double(Self.size)
    }
    // Each mean of 40 deviates by at most 0.044 / 6.3; their difference by 0.01: five times that.
    #expect(abs(sum - plain) / 40 <= 0.05)
  }

  @Test(arguments: 0..<10)
  func `whatever the order and the repeats`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let hashes = (0..<Int.random(in: 1...400, using: &generator)).map { _ in generator.next() }
    let minHash = MinHash(size: 64)
    let signature = minHash.signature(hashes)
    #expect(minHash.signature(hashes.shuffled(using: &generator)) == signature)
    #expect(minHash.signature(hashes + hashes.prefix(5)) == signature)
    #expect(!signature.contains(MinHash.empty))
  }

  @Test func `one shingle fills every slot`() {
    let hash: UInt64 = 0x1234_5678_9ABC_DEF0
    #expect(MinHash(size: 8).signature([hash]) == [UInt32](repeating: 0x9ABC_DEF0, count: 8))
  }

  @Test func `no shingle fills none`() {
    #expect(MinHash(size: 8).signature([]) == [UInt32](repeating: MinHash.empty, count: 8))
  }

  @Test func `a hash whose value is the marker ends the filling all the same`() {
    let minHash = MinHash(size: 4)
    let marker = UInt64(UInt32.max)
    #expect(minHash.signature([marker]) == [UInt32](repeating: MinHash.empty, count: 4))
    #expect(minHash.signature([marker, 7 | 1 << 62]) == [7, 7, 7, 7])
    #expect(minHash.signature([marker, 5]) == [5, 5, 5, 5])
  }

  @Test func `disjoint sets agree in next to nothing`() {
    var generator = SeededGenerator(seed: 5)
    let minHash = MinHash(size: 128)
    let signatures = (0..<2).map { _ in minHash.signature((0..<30).map { _ in generator.next() }) }
    #expect(MinHash.similarity(signatures[0], signatures[1]) == 0)
    #expect(MinHash.similarity(signatures[0], signatures[0]) == 1)
  }

  @Test func `a size that is no power of two is refused`() async {
    await #expect(processExitsWith: .failure) { _ = MinHash(size: 100) }
    await #expect(processExitsWith: .failure) { _ = MinHash(size: 1) }
  }

  @Test func `signatures of two sizes do not compare`() async {
    await #expect(processExitsWith: .failure) { _ = MinHash.similarity([1, 2], [1]) }
  }
}
