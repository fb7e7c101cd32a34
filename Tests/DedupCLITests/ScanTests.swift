import Foundation
import ShingleTestSupport
import Testing

@Suite struct `scan` {
  private static let files = [
    "clusters.jsonl", "documents.jsonl", "manifest.json", "pairs.jsonl", "report.html",
  ]
  private static let cases = "Tests/Fixtures/cases.jsonl"

  @Test func `writes five files about the documents it read, valid JSON where they say so`() throws
  {
    let folder = try TemporaryFolder()
    let run = try CommandRun.shingle("scan", "data/wire-story", "--output", folder.path("report"))
    #expect(run.status == 0)
    #expect(try folder.names("report") == Self.files)
    let documents = try folder.read("report/documents.jsonl").split(separator: "\n")
    let ids = try documents.map { try #require(try object($0)["id"] as? String) }
    #expect(ids.map { $0.prefix(3) } == ["000", "001", "002", "003", "004"])
    for file in ["report/pairs.jsonl", "report/clusters.jsonl"] {
      for line in try folder.read(file).split(separator: "\n") { _ = try object(line) }
    }
    let manifest = try object(try folder.read("report/manifest.json"))
    #expect(manifest["run"] is [String: Any])
  }

  @Test func `and audit refuse to write over what they read`() throws {
    let folder = try TemporaryFolder()
    let feed = try String(contentsOfFile: Self.path(Self.cases), encoding: .utf8)
    let path = folder.path("documents.jsonl")
    try feed.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: path)
    for arguments in [
      ["scan", path, "--output", folder.path(".")],
      ["scan", folder.path("link"), "--output", folder.path("")],
      ["audit", path, "--annotations", folder.path("link")],
      ["audit", "--from", folder.path("."), "--annotations", path],
      ["scan", folder.path("."), "--output", folder.path(".")],
      ["audit", folder.path("."), "--annotations", path],
    ] {
      let run = try CommandRun.shingle(arguments)
      #expect(run.status == 64)
      #expect(run.errors.contains("would be overwritten"))
      #expect(try folder.read("documents.jsonl") == feed)
    }
  }

  @Test func `refuses to put a report where the articles are`() throws {
    let folder = try TemporaryFolder()
    let feed = try String(contentsOfFile: Self.path(Self.cases), encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: folder.path("in"), withIntermediateDirectories: false)
    try feed.write(toFile: folder.path("in/feed.jsonl"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("in"))
    for (input, output) in [
      ("in", "in"), ("in/", "link"), ("link", "in"), ("in/feed.jsonl", "in"), ("in", "."),
    ] {
      let run = try CommandRun.shingle(
        "scan", folder.path(input), "--output", folder.path(output))
      #expect(run.status == 64)
      #expect(run.errors.contains("not read: write to a folder of its own, such as '"))
      #expect(try folder.names("in") == ["feed.jsonl"])
    }
    for _ in 1...2 {
      let run = try CommandRun.shingle(
        "scan", folder.path("in"), "--output", folder.path("in/report"))
      #expect(run.status == 0)
      #expect(try folder.names("in/report") == Self.files)
    }
  }

  @Test func `reads standard input`() throws {
    let feed = try String(contentsOfFile: Self.path(Self.cases), encoding: .utf8)
    let piped = try CommandRun.shingle("scan", "-", "--format", "jsonl", input: feed)
    let read = try CommandRun.shingle("scan", Self.cases, "--format", "jsonl")
    #expect(piped.status == 0)
    #expect(piped.output == read.output)
    #expect(piped.lines.count >= 8)
  }

  @Test(arguments: ["jsonl", "csv", "markdown", "text"])
  func `prints each format`(format: String) throws {
    let run = try CommandRun.shingle("scan", Self.cases, "--format", format)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    switch format {
    case "jsonl": for line in run.lines { #expect(try object(line)["relation"] is String) }
    case "csv": #expect(run.output.hasPrefix("a,b,relation,confidence,"))
    case "markdown": #expect(run.output.hasPrefix("# "))
    default: #expect(run.output.contains("case-01-a"))
    }
  }

  @Test func `chooses what stands for a cluster by the user's rule, and says by which criterion`()
    throws
  {
    let folder = try TemporaryFolder()
    let chosen: [(rule: String?, id: String, reason: String)] = [
      (nil, "004_69a4f81c631331f4.txt", "longest (1 of 2)"),
      ("source:None,id", "000_3dbc6e7623724356.txt", "id (1 of 2)"),
    ]
    for (rule, id, reason) in chosen {
      let run = try CommandRun.shingle(
        ["scan", "data/wire-story", "--output", folder.path("ruled"), "--quiet"]
          + (rule.map { ["--representative", $0] } ?? []))
      #expect(run.status == 0)
      let cluster = try object(folder.read("ruled/clusters.jsonl"))
      #expect(cluster["representative"] as? String == id)
      #expect(cluster["representative_reason"] as? String == reason)
      let parameters =
        try object(folder.read("ruled/manifest.json"))["parameters"] as? [String: Any]
      let expected = rule ?? "origin,whole,earliest,longest,id"
      #expect(parameters?["representative_rule"] as? String == expected)
    }
    let slip = try CommandRun.shingle("scan", "data/wire-story", "--representative", "newest")
    #expect(slip.errors.contains("'newest' is no criterion; known are 'origin', "))
  }

  @Test func `is quiet on request`() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun.shingle("scan", Self.cases, "-q", "--output", folder.path("report"))
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `gives the same bytes for any number of threads, memory and order of input`() throws {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Self.path(Self.cases), encoding: .utf8)
      .split(separator: "\n")
    // A stride that shares no factor with the number of lines visits them all, far from in order.
    let shuffled = lines.indices.map { lines[($0 * 7 + 3) % lines.count] }
    #expect(Set(shuffled).count == lines.count)
    try folder.write(shuffled.joined(separator: "\n") + "\n", to: "shuffled.jsonl")
    let runs = [
      ("one", Self.cases, "1", "4G"), ("two", Self.cases, "2", "4G"),
      ("three", folder.path("shuffled.jsonl"), "2", "1M"), ("four", Self.cases, "1", "1M"),
    ]
    for (name, input, threads, memory) in runs {
      let run = try CommandRun.shingle(
        "scan", input, "--threads", threads, "--memory", memory, "--output", folder.path(name))
      #expect(run.status == 0)
    }
    for file in Self.files {
      let reference = try Self.stable(try folder.read("one/\(file)"), file)
      for name in ["two", "three", "four"] {
        #expect(try Self.stable(try folder.read("\(name)/\(file)"), file) == reference, "\(file)")
      }
    }
  }

  @Test func `ends right and warns where no temporary file can be made`() throws {
    let folder = try TemporaryFolder()
    for (name, directory) in [("kept", folder.path("")), ("lost", folder.path("none"))] {
      let run = try CommandRun.shingle(
        ["scan", Self.large(in: folder), "-q", "--memory", "1M", "--output", folder.path(name)],
        variables: ["TMPDIR": directory])
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("shingle: warning: a temporary file in") == (name == "lost"))
    }
    for file in Self.files {
      #expect(
        try Self.stable(try folder.read("kept/\(file)"), file)
          == Self.stable(try folder.read("lost/\(file)"), file), "\(file)")
    }
  }

  /// A feed of which the keys and texts take more than a megabyte.
  private static func large(in folder: TemporaryFolder) throws -> String {
    var news = RandomNews(seed: 12)
    let lines = try (0..<240).map { number in
      let text = RandomNews.text(news.story(paragraphs: 12))
      let record = ["id": "r\(number)", "text": number % 7 == 0 ? text + text : text]
      return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "large.jsonl")
    return folder.path("large.jsonl")
  }

  /// The text without what may differ: the manifest's `run` block, also where the page shows it.
  private static func stable(_ text: String, _ file: String) throws -> String {
    switch file {
    case "manifest.json":
      var manifest = try object(text)
      manifest["run"] = nil
      return String(
        decoding: try JSONSerialization.data(withJSONObject: manifest, options: .sortedKeys),
        as: UTF8.self)
    default: return text
    }
  }

  private static func path(_ name: String) -> String {
    CommandRun.packageFolder.appendingPathComponent(name).path
  }
}
