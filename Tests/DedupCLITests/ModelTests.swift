import Foundation
import Testing

@Suite struct `--model` {
  private let cases = "Tests/Fixtures/cases.jsonl"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The shipped model with another intercept.
  private func model(intercept: Double) throws -> String {
    let shipped = CommandRun.packageFolder.appendingPathComponent("data/relation-model.json")
    var model = try object(String(decoding: try Data(contentsOf: shipped), as: UTF8.self))
    model["intercept"] = intercept
    let data = try JSONSerialization.data(withJSONObject: model)
    try folder.write(String(decoding: data, as: UTF8.self), to: "model.json")
    return folder.path("model.json")
  }

  @Test func `weighs by the user's weights, and the manifest names them`() throws {
    let sceptic = try model(intercept: -100)
    let run = try CommandRun.shingle(
      "scan", cases, "--model", sceptic, "--output", folder.path("out"), "--quiet")
    #expect(run.status == 0)
    let pairs = try folder.read("out/pairs.jsonl")
    #expect(!pairs.contains(#""relation":"rewrite""#))
    #expect(pairs.contains(#""relation":"identical""#))
    let parameters = try object(folder.read("out/manifest.json"))["parameters"] as? [String: Any]
    #expect((parameters?["relation_model"] as? String)?.hasPrefix("xxh3:") == true)
  }

  @Test func `that is the shipped one changes nothing`() throws {
    let shipped = try CommandRun.shingle(
      "scan", cases, "--format", "jsonl", "--model", "data/relation-model.json")
    #expect(shipped.status == 0)
    #expect(try CommandRun.shingle("scan", cases, "--format", "jsonl").output == shipped.output)
  }

  @Test func `counts for compare and explain as for scan`() throws {
    let sceptic = try model(intercept: -100)
    let pair = ["--from", cases, "case-05-a", "case-05-b", "--model", sceptic]
    let compared = try CommandRun.shingle(["compare"] + pair + ["--format", "jsonl"])
    #expect(compared.output.contains(#""confidence":0,"#))
    let explained = try CommandRun.shingle(["explain"] + pair + ["--format", "jsonl"])
    let features = try #require(try object(explained.output)["features"] as? [[String: Any]])
    #expect(features.first?["score"] as? Double == -100)
  }

  @Test func `with a mistyped field ends with 64 and says what was meant`() throws {
    let shipped = CommandRun.packageFolder.appendingPathComponent("data/relation-model.json")
    let text = String(decoding: try Data(contentsOf: shipped), as: UTF8.self)
    try folder.write(text.replacing("\"template\"", with: "\"tmpl\""), to: "slip.json")
    let run = try CommandRun.shingle("scan", cases, "--model", folder.path("slip.json"))
    #expect(run.status == 64)
    #expect(
      run.errors.contains("slip.json: tmpl: there is no such field; did you mean 'template'?"))
  }

  @Test func `that cannot be read ends with 74, and one that is no model with 64`() throws {
    let missing = try CommandRun.shingle("scan", cases, "--model", folder.path("none.json"))
    #expect(missing.status == 74)
    #expect(missing.errors.contains("none.json: cannot be read: no such file"))
    let article = try CommandRun.shingle("scan", cases, "--model", cases)
    #expect(article.status == 64)
    #expect(article.errors.contains("cases.jsonl: "))
    #expect(article.output.isEmpty)
  }
}
