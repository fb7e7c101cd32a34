import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A sort of a few elements` {
  @Test(arguments: [0, 1, 2, 3, 7, 32, 33, 100], 0..<5)
  func `orders them and keeps the order of equal ones`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let elements = (0..<count).map { ($0, Int.random(in: 0..<6, using: &generator)) }
    var sorted = elements
    sorted.sortFew { $0.1 < $1.1 }
    let expected = elements.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    #expect(sorted.map(\.0) == expected.map(\.0))
  }
}
