/// Which of two publications came first, as far as their dates can say.
///
/// Dates of different feeds disagree by minutes, and a bare day is a day of an unknown time zone. A
/// missing date says nothing, and none is ever made up.
enum DateOrder {
  /// Seconds by which the clocks of two outlets may differ: feeds round to the quarter of an hour,
  /// or stamp an item when they fetch it.
  static let skew: Int64 = 15 * 60
  /// Seconds by which a bare day may begin earlier or end later than in UTC: zones reach from
  /// UTC-12 to UTC+14.
  static let zones: Int64 = 14 * 3600

  /// Whether the first was surely published before the second.
  static func isBefore(_ first: Timestamp?, _ second: Timestamp?) -> Bool {
    guard let first, let second else { return false }
    let apart = second.secondsSince1970 - first.secondsSince1970
    return switch (first.isDayOnly, second.isDayOnly) {
    case (false, false): apart > skew
    case (true, true): apart >= day
    case (true, false): apart > day + zones
    case (false, true): apart > zones
    }
  }

  private static let day: Int64 = 24 * 3600
}
