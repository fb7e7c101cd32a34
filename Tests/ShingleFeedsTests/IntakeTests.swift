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
}
