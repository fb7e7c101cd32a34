import Shingle
import Testing

@testable import ShingleReport

@Suite("Page times")
struct PageTimeTests {
  @Test(
    "A lag is told in the two units that matter",
    arguments: [
      (59, nil), (60, "+1 min"), (5_760, "+1 h 36 min"), (176_400, "+2 d 1 h"),
    ] as [(Int64, String?)])
  func lag(seconds: Int64, text: String?) {
    let first = Timestamp(secondsSince1970: 0)
    #expect(PageTime.lag(of: Timestamp(secondsSince1970: seconds), after: first) == text)
  }

  @Test("Of bare days only days are told")
  func days() {
    let first = Timestamp(secondsSince1970: 0, isDayOnly: true)
    #expect(PageTime.lag(of: Timestamp(secondsSince1970: 3_600), after: first) == nil)
    #expect(PageTime.lag(of: Timestamp(secondsSince1970: 90_000), after: first) == "+1 d")
    #expect(PageTime.shown(first) == "1970-01-01")
    #expect(PageTime.shown(Timestamp(secondsSince1970: 3_600)) == "1970-01-01 01:00 UTC")
  }
}
