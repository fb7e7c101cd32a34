import Foundation
import Testing

@Suite struct `audit` {
  private static let feed = "Tests/Fixtures/audit.jsonl"

  @Test(arguments: [50, 80, 160])
  func `fits the terminal`(columns: Int) throws {
    let run = try CommandRun.shingle(
      "audit", Self.feed, variables: ["COLUMNS": String(columns)])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.lines.allSatisfy { $0.unicodeScalars.count <= columns })
    try expectGolden(run.output, "audit-\(columns).txt")
  }

  @Test func `colours what is credited and what is not on request`() throws {
    let run = try CommandRun.shingle("audit", "data/wire-story", "--color", "always")
    try expectGolden(run.output, "audit-color.txt")
  }

  @Test(arguments: ["members", "matrix", "quotations", "contradictions"])
  func `prints each table as CSV`(table: String) throws {
    let run = try CommandRun.shingle("audit", Self.feed, "--format", "csv", "--table", table)
    #expect(run.status == 0)
    try expectGolden(run.output, "audit-\(table).csv")
  }

  @Test(arguments: [
    (feed, "jsonl", "jsonl"), (feed, "markdown", "md"), ("data/wire-story", "w3c", "jsonld"),
  ])
  func `prints JSON Lines, Markdown and annotations`(
    input: String, format: String, ending: String
  ) throws {
    let run = try CommandRun.shingle("audit", input, "--format", format)
    #expect(run.status == 0)
    try expectGolden(run.output, "audit.\(ending)")
  }

  @Test func `selects by code points what it quotes`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("passages.jsonld")
    let run = try CommandRun.shingle("audit", Self.feed, "--quiet", "--annotations", path)
    #expect(run.output.isEmpty && run.status == 0)
    var texts: [String: [Unicode.Scalar]] = [:]
    let lines = try String(
      contentsOf: CommandRun.packageFolder.appendingPathComponent(Self.feed), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      let article = try object(line)
      let id = try #require(article["id"] as? String)
      let text = try #require(article["text"] as? String)
      texts["urn:x-shingle:document:" + id] = Array(text.unicodeScalars)
    }
    let page = try #require(try object(folder.read("passages.jsonld"))["first"] as? [String: Any])
    let items = try #require(page["items"] as? [[String: Any]])
    #expect(items.count > 40)
    for item in items {
      let bodies = try #require(item["body"] as? [[String: Any]])
      let targets = [item["target"] as? [String: Any]] + bodies.filter { $0["source"] != nil }
      for target in targets.compactMap(\.self) {
        let text = try #require(texts[target["source"] as? String ?? ""])
        let selectors = try #require(target["selector"] as? [[String: Any]])
        let start = try #require(selectors[0]["start"] as? Int)
        let end = try #require(selectors[0]["end"] as? Int)
        let exact = String(String.UnicodeScalarView(text[start..<end]))
        #expect(selectors[1]["exact"] as? String == exact)
      }
    }
  }

  @Test func `finds the same in what a scan wrote`() throws {
    let folder = try TemporaryFolder()
    let report = folder.path("report")
    _ = try CommandRun.shingle("scan", Self.feed, "--quiet", "--output", report)
    let direct = try CommandRun.shingle("audit", Self.feed, "--format", "jsonl")
    let both = try CommandRun.shingle(
      "audit", Self.feed, "--from", report, "--format", "jsonl")
    #expect(both.output == direct.output)
    let alone = try CommandRun.shingle("audit", "--from", report, "--format", "jsonl")
    let expected = direct.lines.filter { !$0.hasPrefix("{\"record\":\"quotation\"") }
    #expect(alone.lines == expected)
    let text = try CommandRun.shingle("audit", "--from", report)
    #expect(text.output.contains("quotations: not compared"))
    let positions = try CommandRun.shingle("audit", "--from", report, "--format", "w3c")
    #expect(!positions.output.contains("TextQuoteSelector"))
  }

  @Test func `says what is wrong with a directory`() throws {
    let folder = try TemporaryFolder()
    let empty = try CommandRun.shingle("audit", "--from", folder.path("nothing"))
    #expect(empty.status == 74)
    #expect(empty.errors.contains("documents.jsonl: cannot be read"))
    let report = folder.path("report")
    _ = try CommandRun.shingle("scan", Self.feed, "--quiet", "--output", report)
    let other = try CommandRun.shingle("audit", "data/wire-story", "--from", report)
    #expect(other.status == 74)
    #expect(other.errors.contains("'a1-wire': is in the report and not among the articles"))
    try folder.write("{}\n", to: "report/pairs.jsonl")
    let broken = try CommandRun.shingle("audit", "--from", report)
    #expect(broken.status == 74)
    #expect(broken.errors.contains("pairs.jsonl:1: is no line of a report"))
  }

  private static let gates: [([String], Int32)] = [
    (["--fail-on", "uncredited"], 1), (["--fail-on", "uncredited,credits-other"], 1),
    (["--fail-on", "uncredited", "--least-confidence", "1"], 0), ([], 0),
  ]

  @Test(arguments: gates)
  func `ends with 1 where --fail-on holds`(options: [String], status: Int32) throws {
    let run = try CommandRun.shingle(["audit", Self.feed, "--quiet"] + options)
    #expect(run.status == status)
    #expect(run.errors.isEmpty == (status == 0))
  }

  @Test func `ends with 0 where nobody is uncredited`() throws {
    let run = try CommandRun.shingle("audit", "data/wire-story", "-q", "--fail-on", "uncredited")
    #expect(run.status == 0)
  }

  private static let mistakes: [([String], String)] = [
    ([], "Name the articles"), ([feed, "--fail-on", "silent"], "'silent' is no attribution"),
    ([feed, "--no-passages"], "leaves nothing to audit"),
    ([feed, "--table", "matrix"], "--table is for --format csv"),
    ([feed, "--least-confidence", "2"], "out of range"),
  ]

  @Test(arguments: mistakes)
  func `refuses what cannot be`(options: [String], words: String) throws {
    let run = try CommandRun.shingle(["audit"] + options)
    #expect(run.status == 64)
    #expect(run.errors.contains(words))
  }

  @Test func `does not depend on threads or the order of input`() throws {
    let folder = try TemporaryFolder()
    let lines = try String(
      contentsOf: CommandRun.packageFolder.appendingPathComponent(Self.feed), encoding: .utf8
    ).split(separator: "\n")
    try folder.write(lines.reversed().joined(separator: "\n"), to: "back.jsonl")
    let one = try CommandRun.shingle("audit", Self.feed, "--format", "jsonl", "--threads", "1")
    let other = try CommandRun.shingle(
      "audit", folder.path("back.jsonl"), "--format", "jsonl", "--threads", "4")
    #expect(one.output == other.output)
  }
}
