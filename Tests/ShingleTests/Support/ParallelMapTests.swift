import Testing

@testable import Shingle

@Suite struct ParallelMapTests {
  @Test(
    "results stand in the order of the indices",
    arguments: [0, 1, 2, 7, 100, 1000], [1, 2, 3, 8, 64])
  func keepsOrder(count: Int, threads: Int) {
    #expect(parallelMap(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test("scratch is a buffer that changes no result", arguments: [1, 2, 5])
  func usesScratch(threads: Int) {
    let results = parallelMap(500, threads: threads, scratch: [Int]()) { buffer, index in
      buffer.removeAll(keepingCapacity: true)
      buffer += 0...index
      return buffer.reduce(0, +)
    }
    #expect(results == (0..<500).map { $0 * ($0 + 1) / 2 })
  }

  @Test("each index is computed once", arguments: [1, 4])
  func computesOnce(threads: Int) {
    let results = parallelMap(2049, threads: threads) { [$0] }
    #expect(results.flatMap { $0 } == Array(0..<2049))
  }

  @Test("a map on no thread is a mistake")
  func needsAThread() async {
    await #expect(processExitsWith: .failure) { _ = parallelMap(3, threads: 0) { $0 } }
  }
}
