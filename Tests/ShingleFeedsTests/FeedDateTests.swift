import Shingle
import ShingleFeeds
import Testing

@Suite struct FeedDateTests {
  @Test(arguments: [
    ("2024-01-31", "2024-01-31"),
    ("20240131", "2024-01-31"),
    ("2024-01-31T10:15:00Z", "2024-01-31T10:15:00Z"),
    ("2024-01-31t10:15:00z", "2024-01-31T10:15:00Z"),
    ("2024-01-31 10:15", "2024-01-31T10:15:00Z"),
    ("2024-01-31 10:15:00 +0100", "2024-01-31T09:15:00Z"),
    ("2024-01-31T10:15:00.123456789+01:00", "2024-01-31T09:15:00Z"),
    ("2024-01-31T10:15:00,5-0530", "2024-01-31T15:45:00Z"),
    ("2024-01-31T10:15:00+01", "2024-01-31T09:15:00Z"),
    ("20240131T101500Z", "2024-01-31T10:15:00Z"),
    ("20240131T1015", "2024-01-31T10:15:00Z"),
    ("20240131T101500+0100", "2024-01-31T09:15:00Z"),
    ("2024-02-29", "2024-02-29"),
    ("  2024-01-31\n", "2024-01-31"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
    ("9999-12-31T23:59:60Z", "9999-12-31T23:59:59Z"),
  ])
  func `ISO 8601 is read`(text: String, expected: String) {
    #expect(FeedDate.timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    ("Fri, 22 Nov 2024 10:00:00 +0100", "2024-11-22T09:00:00Z"),
    ("22 Nov 2024 10:00 GMT", "2024-11-22T10:00:00Z"),
    ("Fri, 22 Nov 24 10:00:00 EST", "2024-11-22T15:00:00Z"),
    ("26 Feb 87 15:02:20 UT", "1987-02-26T15:02:20Z"),
    ("1 Jan 100 00:00:00 GMT", "2000-01-01T00:00:00Z"),
    ("fri,22 nov 2024 10:00:00 pdt", "2024-11-22T17:00:00Z"),
    ("Fri, 22 Nov 2024 10:00:00 +0100 (CET)", "2024-11-22T09:00:00Z"),
    ("22 Nov 2024 10:00:00", "2024-11-22T10:00:00Z"),
  ])
  func `RFC 5322 is read`(text: String, expected: String) {
    #expect(FeedDate.timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    ("26-FEB-1987 15:02:20.00", "1987-02-26T15:02:20Z"),
    (" 2-MAR-1987 09:01:01.10", "1987-03-02T09:01:01Z"),
    ("26-FEB-1987", "1987-02-26"),
  ])
  func `the style of Reuters' archive is read`(text: String, expected: String) {
    #expect(FeedDate.timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    "", "  ", "today", "03/04/2021", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10",
    "2024-01-00", "2024-1-1", "24-01-31", "2024-01", "2024", "2024-01-31T", "2024-01-31T10",
    "2024-01-31T25:00", "2024-01-31T10:60", "2024-01-31T10:15:61", "2024-01-31T10:15:00.",
    "2024-01-31T10:15:00+1", "2024-01-31T10:15:00+01:", "2024-01-31T10:15:00+19:00",
    "2024-01-31T10:15:00+01:60", "2024-01-31T10:15:00Zx", "2024-01-31x10:15", "202401311015",
    "2024-0131", "31 Feb 2024 10:00:00 GMT", "Thu, 22 Nov 2024 10:00:00 GMT",
    "Fri 22 Nov 2024 10:00:00 GMT", "22 November 2024 10:00:00 GMT", "22 Nov 2024",
    "22 Nov 2024 10:00:00 A", "22 Nov 2024 10:00:00 CET", "22 Nov 2024 10:00:00 +01:00",
    "22 Nov 2024 10:00:00 +0100 (CET", "22 Nov 4 10:00:00 GMT", "26-FEB-87 15:02:20",
    "32-JAN-1987", "1700000000", "２０２４-01-31", "2024-01-31\u{0}",
    "2024-01-31T10:15:60", "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00",
  ])
  func `anything else, or a date that does not exist, is unknown`(text: String) {
    #expect(FeedDate.timestamp(text) == nil)
  }

  @Test(arguments: [
    ("1700000000", "2023-11-14T22:13:20Z"),
    ("1700000000.9", "2023-11-14T22:13:20Z"),
    ("1.7e9", "2023-11-14T22:13:20Z"),
    ("1700000000123", "2023-11-14T22:13:20Z"),
    ("100000000", "1973-03-03T09:46:40Z"),
    ("253402300799000", "9999-12-31T23:59:59Z"),
  ])
  func `a number counts seconds or milliseconds since 1970`(literal: String, expected: String) {
    #expect(FeedDate.timestamp(epoch: literal)?.description == expected)
  }

  @Test(arguments: ["0", "-1", "2024", "20240131", "99999999", "1e999", "1e300", "-1e999", "x"])
  func `a number too small or too large is unknown`(literal: String) {
    #expect(FeedDate.timestamp(epoch: literal) == nil)
  }

  @Test(arguments: UInt64(0)..<200)
  func `a date survives the way through each format`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let second = Int64.random(in: -30_000_000_000...200_000_000_000, using: &generator)
    let date = Timestamp(secondsSince1970: second)
    let iso = date.description
    #expect(FeedDate.timestamp(iso) == date)
    let basic = iso.filter { $0 != "-" && $0 != ":" }
    #expect(FeedDate.timestamp(basic) == date)
    let parts = iso.dropLast().split { "-T".contains($0) }.map(String.init)
    let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    let month = names[try #require(Int(parts[1])) - 1]
    #expect(FeedDate.timestamp("\(parts[2]) \(month) \(parts[0]) \(parts[3]) +0000") == date)
    let archived = "\(parts[2])-\(month.uppercased())-\(parts[0]) \(parts[3])"
    #expect(FeedDate.timestamp(archived) == date)
  }

  @Test(arguments: UInt64(0)..<100)
  func `no mutation of a date crashes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let samples = ["2024-01-31T10:15:00.5+01:00", "Fri, 22 Nov 2024 10:00:00 +0100 (CET)"]
    for sample in samples {
      var bytes = Array(sample.utf8)
      for _ in 0..<3 {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      let length = Int.random(in: 0...bytes.count, using: &generator)
      _ = FeedDate.timestamp(String(decoding: bytes.prefix(length), as: UTF8.self))
    }
  }
}
