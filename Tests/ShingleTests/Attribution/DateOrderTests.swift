import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Dates order two publications only where they can` {
  private static func full(_ hour: Int, _ minute: Int = 0, day: Int = 5) -> Timestamp? {
    Timestamp(year: 2024, month: 3, day: day, hour: hour, minute: minute)
  }

  private static func bare(_ day: Int) -> Timestamp? {
    Timestamp(year: 2024, month: 3, day: day, isDayOnly: true)
  }

  @Test(arguments: [
    (full(8), full(9), true), (full(9), full(8), false),
    // Clocks differ by up to a quarter of an hour.
    (full(8), full(8, 15), false), (full(8), full(8, 16), true),
    (bare(4), bare(5), true), (bare(5), bare(5), false), (bare(5), bare(4), false),
    // A bare day is over everywhere 14 hours after it is in UTC.
    (bare(4), full(13, 0, day: 5), false), (bare(4), full(14, 1, day: 5), true),
    (full(9, 0, day: 4), bare(5), true), (full(11, 0, day: 4), bare(5), false),
    (nil, full(8), false), (full(8), nil, false), (nil, nil, false),
  ])
  func `surely before`(first: Timestamp?, second: Timestamp?, isBefore: Bool) {
    #expect(DateOrder.isBefore(first, second) == isBefore)
  }

  @Test(arguments: 0..<200) func `never both ways`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let times = (0..<2).map { _ in
      Timestamp(
        secondsSince1970: Int64.random(in: 0...400_000, using: &random),
        isDayOnly: Bool.random(using: &random))
    }
    #expect(
      !(DateOrder.isBefore(times[0], times[1]) && DateOrder.isBefore(times[1], times[0])))
  }
}
