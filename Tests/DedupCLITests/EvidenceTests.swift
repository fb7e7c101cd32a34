import Foundation
import Testing

@Suite struct `evidence` {
  @Test func `is one line a pair, with its ids and its features as numbers`() throws {
    let run = try CommandRun.shingle("evidence", "Tests/Fixtures/cases.jsonl")
    #expect(run.status == 0)
    #expect(run.lines.count > 5)
    var names: Set<Set<String>> = []
    for line in run.lines {
      var pair = try object(line)
      let a = try #require(pair.removeValue(forKey: "a") as? String)
      let b = try #require(pair.removeValue(forKey: "b") as? String)
      #expect(a < b)
      #expect(pair.values.allSatisfy { $0 is NSNumber })
      names.insert(Set(pair.keys))
    }
    #expect(names.count == 1)
  }

  @Test func `says which ids of the labels the input lacks`() throws {
    let folder = try TemporaryFolder()
    let other = #"{"a":"x","b":"case-02-a","relation":"quote"}"#
    try folder.write(other, to: "gold.jsonl")
    let arguments = ["evidence", "--gold", folder.path("gold.jsonl"), "Tests/Fixtures/cases.jsonl"]
    let none = try CommandRun.shingle(arguments)
    #expect(none.status == 64)
    #expect(
      none.errors.contains("no label names two articles of the input; unknown are 'x'"))
    try folder.write("", to: "gold.jsonl")
    #expect(try CommandRun.shingle(arguments).errors.contains("gold.jsonl: no label in it"))
    let known = #"{"a":"case-02-a","b":"case-02-b","relation":"reprint"}"#
    try folder.write(other + "\n" + known, to: "gold.jsonl")
    let some = try CommandRun.shingle(arguments)
    #expect(some.status == 0)
    #expect(some.lines.count == 1)
    #expect(some.errors == "shingle: the input lacks ids of the labels: 'x'\n")
  }

  @Test func `ends with 74 where nothing could be read`() throws {
    let run = try CommandRun.shingle("evidence", "no-such-file.jsonl")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(!run.errors.contains("manifest"))
  }
}
