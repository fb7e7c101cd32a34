import Foundation
import Testing

@Suite struct `--agencies` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let text = "OSKARVIK, May 3 (HVN) - A ferry ran aground.\\nIts master told Havnebyrå so."
    try folder.write(#"{"id":"a","text":"\#(text)"}"# + "\n", to: "feed.jsonl")
  }

  private func run(_ agencies: String) throws -> CommandRun {
    try folder.write(agencies, to: "more.json")
    return try CommandRun.shingle(
      "scan", folder.path("feed.jsonl"), "--quiet", "--agencies", folder.path("more.json"),
      "--output", folder.path("report"))
  }

  @Test func `adds agencies to those known`() throws {
    let run = try run(
      #"{"version": 1, "agencies": [{"name": "HVN", "names": ["Havnebyrå"], "ambiguous": ["HVN"]}]}"#
    )
    #expect(run.status == 0 && run.errors.isEmpty)
    let documents = try folder.read("report/documents.jsonl")
    #expect(documents.contains(#""agency":"HVN","type":"agency","kind":"dateline""#))
    #expect(documents.contains(#""agency":"HVN","type":"agency","kind":"lead""#))
    #expect(try folder.read("report/manifest.json").contains("shipped and added: "))
  }

  @Test(arguments: [
    ("[]", "more.json:1: the file is no object"),
    ("{\"version\": 1,\n\"agencies\": [}", "more.json:2: the file is no JSON from byte"),
    (
      "{\"version\": 1, \"agencies\": [\n{\"name\": \"HVN\", \"names\": [\"the\"]}]}",
      "more.json:2: agencies[0].names: the spelling 'the' is an ordinary word"
    ),
    (
      "{\"version\": 1, \"agencies\": [{\"nam\": \"HVN\"}]}",
      "more.json:1: agencies[0].nam: key 'nam' is not known"
    ),
  ])
  func `says where a file is wrong`(json: String, words: String) throws {
    let run = try run(json)
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!run.errors.contains(": :"))
  }

  @Test func `says that a file cannot be read`() throws {
    let run = try CommandRun.shingle(
      "audit", folder.path("feed.jsonl"), "--agencies", folder.path("nothing.json"))
    #expect(run.status == 74)
    #expect(run.errors.contains("nothing.json: cannot be read: no such file"))
  }
}
