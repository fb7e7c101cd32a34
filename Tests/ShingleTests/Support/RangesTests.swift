import Testing

@testable import Shingle

@Suite struct RangesTests {
  @Test("token ranges overlap where they have a token in common")
  func overlaps() {
    for lower in 0..<5 {
      for upper in lower..<6 {
        let other = TokenRange(2, 4)
        let common = Set(lower..<upper).intersection(2..<4)
        guard lower < upper else { continue }
        #expect(TokenRange(lower, upper).overlaps(other) == !common.isEmpty)
      }
    }
  }

  @Test("a range may be empty and counts its tokens")
  func counts() {
    #expect(TokenRange(3, 3).count == 0)
    #expect(TokenRange(3, 8).count == 5)
  }

  @Test("a token range that runs backwards is a mistake")
  func tokenRangeRunsForwards() async {
    await #expect(processExitsWith: .failure) { _ = TokenRange(2, 1) }
  }

  @Test("a byte range that runs backwards is a mistake")
  func byteRangeRunsForwards() async {
    await #expect(processExitsWith: .failure) { _ = ByteRange(2, 1) }
  }

  @Test("a code point range that runs backwards is a mistake")
  func codePointRangeRunsForwards() async {
    await #expect(processExitsWith: .failure) { _ = CodePointRange(start: 2, end: 1) }
  }
}
