import Foundation
import Testing

@Suite struct `compare and explain` {
  private static let cases = "Tests/Fixtures/cases.jsonl"

  private func compare(_ number: String, _ options: String...) throws -> CommandRun {
    try CommandRun.shingle(
      ["compare", "--from", Self.cases, "case-\(number)-a", "case-\(number)-b"] + options)
  }

  @Test(arguments: ["02", "05", "08", "12"])
  func `set two articles side by side`(number: String) throws {
    let run = try compare(number)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try expectGolden(run.output, "compare-\(number).txt")
  }

  @Test func `set one text below the other in a narrow terminal`() throws {
    let run = try CommandRun.shingle(
      "compare", "--from", Self.cases, "case-12-a", "case-12-b", variables: ["COLUMNS": "50"])
    try expectGolden(run.output, "compare-12-narrow.txt")
    #expect(run.lines.allSatisfy { $0.unicodeScalars.count <= 50 })
  }

  @Test func `mark passages in colour on request`() throws {
    try expectGolden(try compare("05", "--color", "always").output, "compare-05-color.txt")
  }

  @Test func `set the wide characters of Chinese in columns`() throws {
    let feed = "Tests/Fixtures/languages/zh.jsonl"
    let run = try CommandRun.shingle("compare", "--from", feed, "zh-wire", "zh-copy")
    try expectGolden(run.output, "compare-zh.txt")
  }

  @Test func `keep the columns of Arabic apart`() throws {
    let feed = "Tests/Fixtures/languages/ar.jsonl"
    let run = try CommandRun.shingle("compare", "--from", feed, "ar-wire", "ar-copy")
    try expectGolden(run.output, "compare-ar.txt")
  }

  @Test(arguments: ["05", "08", "11", "12"])
  func `say why two articles match or not`(number: String) throws {
    let run = try CommandRun.shingle(
      "explain", "--from", Self.cases, "case-\(number)-a", "case-\(number)-b")
    #expect(run.status == 0)
    try expectGolden(run.output, "explain-\(number).txt")
  }

  @Test func `print Markdown and JSON Lines`() throws {
    try expectGolden(try compare("05", "--format", "markdown").output, "compare-05.md")
    let run = try CommandRun.shingle(
      "explain", "--from", Self.cases, "case-05-a", "case-05-b", "--format", "jsonl")
    #expect(try object(run.output)["candidate"] as? [String] == ["bands", "fingerprints"])
    try expectGolden(run.output, "explain-05.jsonl")
  }

  @Test func `say of a pair what a scan says of it`() throws {
    let scan = try CommandRun.shingle("scan", Self.cases, "--format", "jsonl")
    #expect(!scan.lines.isEmpty)
    for line in scan.lines {
      let pair = try object(line)
      let ids = [try #require(pair["a"] as? String), try #require(pair["b"] as? String)]
      for order in [ids, ids.reversed()] {
        let run = try CommandRun.shingle(
          ["compare", "--from", Self.cases] + order + ["--format", "jsonl"])
        #expect(run.output == line + "\n")
      }
    }
  }
}
