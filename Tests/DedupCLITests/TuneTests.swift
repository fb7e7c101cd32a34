import Foundation
import Testing

@Suite struct `tune` {
  private let folder: TemporaryFolder
  private let labels = ["--gold", "Tests/Labels/pairs.jsonl", "--unlisted", "none"]

  init() throws { folder = try TemporaryFolder() }

  private func learn(_ arguments: [String]) throws -> CommandRun {
    try CommandRun.shingle(["tune"] + arguments + TestArticles.labelled)
  }

  @Test func `prints its figures, and a model that scan takes`() throws {
    let model = folder.path("model.json")
    let run = try learn(labels + ["--output", model])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try expectGolden(run.output, "tune.txt")
    try expectGolden(folder.read("model.json"), "tune-model.json")
    let scan = try CommandRun.shingle(["scan", "--model", model] + TestArticles.labelled)
    #expect(scan.status == 0)
  }

  @Test func `gives the same bytes for any number of threads`() throws {
    for threads in ["1", "3"] {
      let path = folder.path("model-\(threads).json")
      #expect(try learn(labels + ["--threads", threads, "-o", path]).status == 0)
    }
    #expect(try folder.read("model-1.json") == folder.read("model-3.json"))
  }

  @Test func `learns from labelled evidence too`() throws {
    let evidence = try CommandRun.shingle(["evidence"] + labels + TestArticles.labelled)
    #expect(evidence.status == 0)
    #expect(evidence.lines.allSatisfy { $0.contains(#""same_copy":"#) })
    #expect(evidence.lines.contains { $0.hasSuffix(#""same_copy":false,"form":true}"#) })
    let broken = [
      evidence.output, "{\"a\":\"x\",\"b\":\"y\",\"same_copy\":true}\n",
      "{\"a\":\"x\",\"b\":\"y\",\"same_copy\":1}\n",
    ]
    try folder.write(broken.joined(), to: "also.jsonl")
    let run = try learn(labels + ["--also", folder.path("also.jsonl")])
    #expect(run.status == 2)
    #expect(run.output.contains(" to learn from only"))
    let lines = evidence.lines.count
    #expect(run.errors.contains("also.jsonl:\(lines + 1): no field 'plain_prose'"))
    #expect(
      run.errors.contains("also.jsonl:\(lines + 2): the field 'same_copy' is neither true nor"))
  }

  @Test func `ends with 64 where there is too little to learn from`() throws {
    try folder.write("", to: "gold.jsonl")
    let empty = try learn(["--gold", folder.path("gold.jsonl")])
    #expect(empty.status == 64)
    #expect(empty.errors.contains("gold.jsonl: no label in it"))
    let line = #"{"a":"case-02-a","b":"case-02-b","relation":"reprint"}"#
    try folder.write(line + "\n" + line.replacing("02-b", with: "x"), to: "gold.jsonl")
    let run = try learn(["--gold", folder.path("gold.jsonl")])
    #expect(run.status == 64)
    #expect(run.errors.contains("too few labelled pairs of different texts: 1 of the same copy"))
    #expect(run.errors.contains("; the input lacks ids of the labels: 'case-x'"))
    let label = { (a: String) in #"{"a":"\#(a)","b":"y","relation":"quote"}"# + "\n" }
    try folder.write(["u", "v", "w", "x", "z"].map(label).joined(), to: "other.jsonl")
    let other = try learn(["--gold", folder.path("other.jsonl")])
    #expect(other.status == 64)
    #expect(
      other.errors.contains(
        "no label names two articles of the input; unknown are 'u', 'v', 'w', 'x', 'y' and 1 more"))
    let field = try learn(labels + ["--group-by", "topic"])
    #expect(field.status == 64)
    #expect(field.errors.contains("no article has the field 'topic' of --group-by"))
  }

  @Test(arguments: ["Tests/Fixtures", "no-such-folder/model.json"])
  func `says before it learns that the model cannot be written`(path: String) throws {
    let run = try learn(labels + ["--output", path])
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot create '\(path)'"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["gold.jsonl", "feed.jsonl", "families.jsonl", "model.json", "agencies.json"])
  func `refuses to write its model over what it reads`(name: String) throws {
    let files = ["gold.jsonl", "families.jsonl", "model.json", "agencies.json"].map(folder.path)
    for file in files + [folder.path("feed.jsonl")] {
      try "kept".write(toFile: file, atomically: true, encoding: .utf8)
    }
    for feed in [folder.path("feed.jsonl"), folder.path(".")] {
      let run = try CommandRun.shingle(
        "tune", "--gold", files[0], "--families", files[1], "--model", files[2], "--agencies",
        files[3], feed, "--output", folder.path("./" + name))
      #expect(run.status == 64)
      #expect(run.errors.contains("would be overwritten"))
      #expect(try folder.read(name) == "kept")
    }
  }

  @Test func `refuses evidence that no texts have`() throws {
    let evidence = try CommandRun.shingle(["evidence"] + labels + TestArticles.labelled)
    let line = try #require(evidence.lines.first)
    let huge = line.replacing(/"length":[0-9.]+/, with: #""length":1e300"#)
    try folder.write(String(huge), to: "also.jsonl")
    let run = try learn(labels + ["--also", folder.path("also.jsonl")])
    #expect(run.status == 2)
    #expect(run.errors.contains("also.jsonl:1: the value '1e300' of 'length' is out of range"))
  }
}
