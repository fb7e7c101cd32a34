import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct TimestampTests {
  private let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test("a date agrees with Foundation's calendar", arguments: 0..<200 as Range<UInt64>)
  func agreesWithTheCalendar(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = DateComponents(
      year: .random(in: 1600...9999, using: &random), month: .random(in: 1...12, using: &random),
      day: .random(in: 1...28, using: &random), hour: .random(in: 0...23, using: &random),
      minute: .random(in: 0...59, using: &random), second: .random(in: 0...59, using: &random))
    let offset = Int.random(in: -720...840, using: &random)
    let date = try #require(calendar.date(from: parts))
    let timestamp = try #require(
      Timestamp(
        year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0,
        hour: parts.hour ?? 0, minute: parts.minute ?? 0, second: parts.second ?? 0,
        offsetMinutes: offset))
    let seconds = Int64(date.timeIntervalSince1970.rounded()) - Int64(offset * 60)
    #expect(timestamp.secondsSince1970 == seconds)
  }

  @Test("a description gives the date back", arguments: 0..<200 as Range<UInt64>)
  func describesItself(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seconds = Int64.random(in: -11_000_000_000...200_000_000_000, using: &random)
    let formatted = Date(timeIntervalSince1970: Double(seconds))
      .formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
    #expect(Timestamp(secondsSince1970: seconds).description == formatted)
  }

  @Test(
    "the last day of each month exists and the next does not",
    arguments: [1900, 2000, 2023, 2024])
  func knowsMonths(year: Int) {
    let leap = year == 2000 || year == 2024
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (index, length) in lengths.enumerated() {
      #expect(Timestamp(year: year, month: index + 1, day: length) != nil)
      #expect(Timestamp(year: year, month: index + 1, day: length + 1) == nil)
    }
  }

  @Test("no date is made of parts that no clock shows")
  func refusesImpossibleParts() {
    #expect(Timestamp(year: 0, month: 1, day: 1) == nil)
    #expect(Timestamp(year: 10_000, month: 1, day: 1) == nil)
    #expect(Timestamp(year: 2024, month: 13, day: 1) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 0) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 1, hour: 24) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 1, minute: 60) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 1, second: 61) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 1, offsetMinutes: 1081) == nil)
    #expect(Timestamp(year: 2024, month: 1, day: 1, offsetMinutes: .min) == nil)
  }

  @Test("no date is made outside the years of four digits, whatever the zone")
  func keepsToFourDigits() throws {
    let last = try #require(
      Timestamp(year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59))
    #expect(last.secondsSince1970 == Timestamp.renderable.upperBound)
    #expect(last.description == "9999-12-31T23:59:59Z")
    let first = try #require(Timestamp(year: 1, month: 1, day: 1))
    #expect(first.secondsSince1970 == Timestamp.renderable.lowerBound)
    #expect(first.description == "0001-01-01T00:00:00Z")
    #expect(Timestamp(year: 9999, month: 12, day: 31, hour: 23, offsetMinutes: -60) == nil)
    #expect(Timestamp(year: 1, month: 1, day: 1, offsetMinutes: 60) == nil)
  }

  @Test("a leap second stays on its day, and no other minute has 61 seconds")
  func clampsLeapSeconds() throws {
    for (year, hour, offset) in [(2016, 23, 0), (2016, 18, -300), (9999, 23, 0)] {
      let leap = try #require(
        Timestamp(
          year: year, month: 12, day: 31, hour: hour, minute: 59, second: 60, offsetMinutes: offset)
      )
      #expect(leap.description == "\(year)-12-31T23:59:59Z")
    }
    #expect(Timestamp(year: 2016, month: 12, day: 31, hour: 22, minute: 59, second: 60) == nil)
    #expect(Timestamp(year: 2016, month: 12, day: 31, hour: 23, minute: 58, second: 60) == nil)
  }

  @Test("a bare day is described without a time and comes after midnight of its day")
  func bareDays() throws {
    let day = try #require(Timestamp(year: 1987, month: 2, day: 26, isDayOnly: true))
    let midnight = try #require(Timestamp(year: 1987, month: 2, day: 26))
    #expect(day.description == "1987-02-26")
    #expect(midnight.description == "1987-02-26T00:00:00Z")
    #expect(midnight < day)
  }

  @Test("any number of seconds has a description")
  func describesExtremes() {
    #expect(!Timestamp(secondsSince1970: .max).description.isEmpty)
    #expect(!Timestamp(secondsSince1970: .min).description.isEmpty)
  }
}
