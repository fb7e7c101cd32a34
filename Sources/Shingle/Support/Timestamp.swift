/// A moment of publication: seconds since 1970-01-01T00:00:00Z, and whether only the day is known.
///
/// The library never reads a clock and never invents a date: a feed's reader makes a `Timestamp`
/// from what the record says, or leaves it out.
public struct Timestamp: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public var secondsSince1970: Int64
  /// Whether the source gave a day and no time of day.
  public var isDayOnly: Bool

  /// Creates a timestamp from seconds since 1970 in UTC.
  public init(secondsSince1970: Int64, isDayOnly: Bool = false) {
    self.secondsSince1970 = secondsSince1970
    self.isDayOnly = isDayOnly
  }

  /// Creates a timestamp from a date of the Gregorian calendar, or nil where there is no such date
  /// or it is outside the years 1 to 9999 in UTC.
  ///
  /// A leap second, 23:59:60 in UTC, counts as the second before it, so that it stays on its day;
  /// clocks that know no leap seconds have no place for it.
  ///
  /// Days are counted with the civil-from-days scheme of Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms" (2013).
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    offsetMinutes: Int = 0, isDayOnly: Bool = false
  ) {
    guard (1...9999).contains(year), (1...12).contains(month), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), (-1080...1080).contains(offsetMinutes),
      day >= 1, day <= Self.daysInMonth(month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let time = hour * 3600 + (minute - offsetMinutes) * 60 + min(second, 59)
    let seconds = Int64((days - 719_468) * 86_400 + time)
    guard Self.renderable.contains(seconds), second < 60 || (seconds + 1) % 86_400 == 0 else {
      return nil
    }
    self.init(secondsSince1970: seconds, isDayOnly: isDayOnly)
  }

  /// The seconds since 1970 that have a date in four digits: from 0001-01-01T00:00:00Z to
  /// 9999-12-31T23:59:59Z.
  public static let renderable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Orders by moment; of two equal ones the full time comes before the bare day.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.secondsSince1970, left.isDayOnly ? 1 : 0)
      < (right.secondsSince1970, right.isDayOnly ? 1 : 0)
  }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 in UTC: `1987-02-26T15:02:20Z`, or `1987-02-26` where only the day is known.
  public var description: String {
    let (quotient, remainder) = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
    let seconds = Int(remainder < 0 ? remainder + 86_400 : remainder)
    let shifted = Int(remainder < 0 ? quotient - 1 : quotient) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard !isDayOnly else { return date }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "\(date)T\(time[0]):\(time[1]):\(time[2])Z"
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
