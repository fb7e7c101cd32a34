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

  @Test func `ends with 74 where nothing could be read`() throws {
    let run = try CommandRun.shingle("evidence", "no-such-file.jsonl")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(!run.errors.contains("manifest"))
  }
}
