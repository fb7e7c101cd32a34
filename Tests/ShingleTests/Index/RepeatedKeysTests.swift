import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Keys that occur again are told before a sort` {
  @Test(arguments: 0..<10)
  func `none is missed, and few others pass`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let once = (0..<4_000).map { _ in random.next() }
    let twice = (0..<500).map { _ in random.next() }
    var keys = RepeatedKeys(capacity: 5_000)
    for key in once + twice + twice { keys.insert(key) }
    #expect(twice.allSatisfy { keys.contains($0) })
    #expect(once.count { keys.contains($0) } < once.count / 6)
    keys.removeAll()
    for key in once.prefix(1) + twice.prefix(1) { keys.insert(key) }
    #expect(!keys.contains(once[0]) && !keys.contains(twice[0]))
  }
}
