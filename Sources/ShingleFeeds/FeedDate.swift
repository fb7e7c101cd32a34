public import Shingle

/// Reads the dates that feeds give, strictly: what is doubtful is unknown.
///
/// - ISO 8601 and RFC 3339: `2024-01-31`, `2024-01-31T10:15:00.5+01:00`, `2024-01-31 10:15`,
///   `20240131T101500Z`.
/// - RFC 5322: `Fri, 22 Nov 2024 10:00:00 +0100`, with its obsolete years of two digits and its
///   obsolete zones but the military ones, which it calls unreliable itself.
/// - The style of Reuters' archive: `26-FEB-1987 15:02:20.00`.
///
/// A time without a zone is taken as UTC. `03/04/2021` is two dates and so none.
public enum FeedDate {
  /// Reads a date, or nothing where it is none of those known or does not exist.
  ///
  /// ```swift
  /// FeedDate.timestamp("31 Feb 2024 10:00:00 GMT")  // nil
  /// ```
  public static func timestamp(_ text: String) -> Timestamp? {
    // The longest date known, with a comment after it, has some 50 bytes.
    guard text.utf8.count <= 100 else { return nil }
    let scanner = DateScanner(trimming: text)
    return isoDate(scanner) ?? mailDate(scanner) ?? archiveDate(scanner)
  }

  /// Reads a JSON number of seconds since 1970 if it is at least 1e8, of milliseconds if 1e11.
  ///
  /// 1e8 seconds are March 1973, and 1e11 milliseconds as well; a smaller number is a year or a
  /// counter rather than a moment. Fractions of a second are dropped.
  public static func timestamp(epoch literal: String) -> Timestamp? {
    guard let number = Double(literal), number >= 1e8 else { return nil }
    let seconds = (number >= 1e11 ? number / 1000 : number).rounded(.down)
    guard seconds <= Double(Timestamp.renderable.upperBound) else { return nil }
    return Timestamp(secondsSince1970: Int64(seconds))
  }
}

extension FeedDate {
  private static func isoDate(_ start: DateScanner) -> Timestamp? {
    var scanner = start
    guard let year = scanner.digits(4) else { return nil }
    let isExtended = scanner.skip("-")
    guard let month = scanner.digits(2), !isExtended || scanner.skip("-"),
      let day = scanner.digits(2)
    else { return nil }
    if scanner.isAtEnd {
      return Timestamp(year: year, month: month, day: day, isDayOnly: true)
    }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let time = scanner.isoTime(isExtended: isExtended)
    else { return nil }
    scanner.skipSpaces()
    guard let offset = scanner.isoOffset(), scanner.isAtEnd else { return nil }
    return Timestamp(
      year: year, month: month, day: day, hour: time.hour, minute: time.minute,
      second: time.second, offsetMinutes: offset)
  }

  private static func mailDate(_ start: DateScanner) -> Timestamp? {
    var scanner = start
    let weekday = scanner.letters()
    if !weekday.isEmpty {
      guard weekdays.contains(weekday), scanner.skip(",") else { return nil }
      scanner.skipSpaces()
    }
    guard let day = scanner.number(upTo: 2), scanner.skipSpaces(),
      let month = monthNumber(scanner.letters()), scanner.skipSpaces(),
      let year = scanner.mailYear(), scanner.skipSpaces(),
      let time = scanner.mailTime()
    else { return nil }
    scanner.skipSpaces()
    guard let offset = scanner.mailOffset(), scanner.skipComment(), scanner.isAtEnd,
      let date = Timestamp(
        year: year, month: month, day: day, hour: time.hour, minute: time.minute,
        second: time.second, offsetMinutes: offset),
      weekday.isEmpty || weekday == weekdayName(year: year, month: month, day: day)
    else { return nil }
    return date
  }

  private static func archiveDate(_ start: DateScanner) -> Timestamp? {
    var scanner = start
    guard let day = scanner.number(upTo: 2), scanner.skip("-"),
      let month = monthNumber(scanner.letters()), scanner.skip("-"), let year = scanner.digits(4)
    else { return nil }
    if scanner.isAtEnd {
      return Timestamp(year: year, month: month, day: day, isDayOnly: true)
    }
    guard scanner.skipSpaces(), let time = scanner.isoTime(isExtended: true), scanner.isAtEnd
    else { return nil }
    return Timestamp(
      year: year, month: month, day: day, hour: time.hour, minute: time.minute,
      second: time.second)
  }

  private static let weekdays = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func monthNumber(_ name: String) -> Int? {
    months.firstIndex(of: name).map { $0 + 1 }
  }

  /// The weekday's name; 1970-01-01 was a Thursday.
  private static func weekdayName(year: Int, month: Int, day: Int) -> String? {
    guard let date = Timestamp(year: year, month: month, day: day) else { return nil }
    let days = date.secondsSince1970 / 86_400
    return weekdays[Int((days % 7 + 7) % 7)]
  }
}
