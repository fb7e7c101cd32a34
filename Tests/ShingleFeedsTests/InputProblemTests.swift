import Testing

@testable import ShingleFeeds

@Suite struct InputProblemTests {
  @Test func `a problem is rendered with its place, reason and hint`() {
    var problem = InputProblem(
      path: "feed.jsonl", line: 3, byte: 812, code: .missingText, severity: .skipped,
      reason: "no field 'text'", hint: "name the field with --text-field")
    #expect(
      problem.description
        == "feed.jsonl:3 (byte 812): no field 'text'; name the field with --text-field")
    problem.line = nil
    problem.byte = nil
    problem.hint = nil
    #expect(problem.description == "feed.jsonl: no field 'text'")
  }

  @Test func `quoted input stays on one line and is cut`() {
    #expect(quoted("a\nb\u{1B}") == "'a\u{FFFD}b\u{FFFD}'")
    let long = String(repeating: "x", count: 40)
    #expect(quoted(long) == "'\(long)'")
    #expect(quoted(long + "x") == "'\(long)...'")
  }

  @Test func `the codes are what manifests hold`() {
    let codes = InputProblem.Code.allCases.map(\.rawValue)
    #expect(codes.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
    #expect(Set(codes).count == codes.count)
  }
}
