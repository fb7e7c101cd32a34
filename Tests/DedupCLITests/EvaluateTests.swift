import Foundation
import Testing

@Suite struct `evaluate` {
  private let folder: TemporaryFolder
  private let labels = ["--gold", "Tests/Labels/pairs.jsonl", "--unlisted", "group"]

  init() throws {
    folder = try TemporaryFolder()
    let scan = try CommandRun.shingle(
      ["scan", "--output", folder.path("report"), "--quiet"] + TestArticles.labelled)
    try #require(scan.status == 0)
  }

  private func measure(_ arguments: [String]) throws -> CommandRun {
    try CommandRun.shingle(["evaluate"] + arguments + [folder.path("report")])
  }

  @Test(arguments: ["text", "json", "markdown"])
  func `prints its figures`(format: String) throws {
    let run = try measure(
      labels + [
        "--families", "Tests/Labels/families.jsonl", "--format", format,
      ] + TestArticles.labelled.flatMap { ["--articles", $0] })
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let ending = ["text": "txt", "json": "json", "markdown": "md"][format] ?? format
    try expectGolden(run.output, "evaluate.\(ending)")
  }

  @Test func `shows passages only where it has the articles`() throws {
    let without = try measure(labels)
    #expect(!without.output.contains("“"))
    #expect(without.output.contains("case-02-a  case-02-b"))
  }

  @Test func `goes on where lines are no labels, and ends with 2`() throws {
    try folder.write(
      """
      {"a":"case-01-a","b":"case-01-b","relation":"identical"}
      {"a":"case-02-a","b":"case-02-b","relation":"alike"}
      """, to: "gold.jsonl")
    let run = try measure(["--gold", folder.path("gold.jsonl")])
    #expect(run.status == 2)
    #expect(run.errors.contains("gold.jsonl:2: 'alike' is no relation; it is one of identical, "))
    #expect(run.output.contains("1 labelled pair\n"))
  }

  @Test func `ends with 64 where the labels are of other articles`() throws {
    try folder.write(#"{"a":"x","b":"y","relation":"quote"}"#, to: "gold.jsonl")
    let run = try measure(["--gold", folder.path("gold.jsonl")])
    #expect(run.status == 64)
    #expect(run.errors.contains("no label names two articles of the run; it names 'x'"))
    try folder.write("a,b,relation\nx,y,quote\n", to: "gold.csv")
    let csv = try measure(["--gold", folder.path("gold.csv")])
    #expect(csv.status == 64)
    #expect(csv.errors.contains("gold.csv:1: the columns are parted by commas; part them by tabs"))
    #expect(csv.errors.contains("gold.csv: no label in it"))
    #expect(try measure(["--gold", folder.path("gold.csv"), "--unlisted", "none"]).status == 2)
  }

  @Test func `ends with 74 where the labels or the report cannot be read`() throws {
    #expect(try measure(["--gold", "no-such-file"]).status == 74)
    let run = try CommandRun.shingle(["evaluate"] + labels + ["Tests/Fixtures"])
    #expect(run.status == 74)
    #expect(run.errors.contains("documents.jsonl: cannot be read: no such file"))
    try folder.write(#"{"id":1}"#, to: "report/clusters.jsonl")
    let broken = try measure(labels)
    #expect(broken.status == 74)
    #expect(broken.errors.contains("clusters.jsonl:1: the line is not one that a scan writes"))
  }
}
