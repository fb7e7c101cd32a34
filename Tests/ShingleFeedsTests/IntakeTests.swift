import Testing

@testable import ShingleFeeds

@Suite struct IntakeTests {
  @Test func `problems beyond the limit are only counted`() {
    var intake = Intake()
    for line in 1...5 {
      intake.note(
        InputProblem(
          path: "a", line: line, code: .unknownDate, severity: .warning, reason: "no date"),
        keepingAtMost: 2)
    }
    #expect(intake.problems.compactMap(\.line) == [1, 2])
    #expect(intake.problemCounts == [.unknownDate: 5])
    #expect(intake.warnings == 5)
    #expect(!intake.isPartial)
  }

  @Test func `warnings do not crowd out what was skipped`() {
    var reader = ArticleReader()
    let odd = (1...1100).map { #"{"id":"\#($0)","text":"t","published":"soon"}"# }
    reader.read(
      contents: Array((odd + ["{", "[]", "{"]).joined(separator: "\n").utf8), path: "feed.jsonl")
    let intake = reader.finish()
    let skipped = intake.problems.filter { $0.severity == .skipped }
    #expect(skipped.compactMap(\.line) == [1101, 1102, 1103])
    #expect(intake.problems.count == 1003)
    #expect(intake.recordsSkipped == 3)
    #expect(intake.warnings == 1100)
  }
}
