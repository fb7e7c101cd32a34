import Foundation
import Testing

@Suite struct `unreadable input` {
  private static let bad = """
    {"id": "one", "text": "A short text that is good enough to be read by anybody at all."}
    {"id": "two", "text": "broken
    {"id": "three", "headline": "no text here"}
    {"id": "four", "text": "Another text that is good enough to be read by anybody at all."}

    """

  @Test func `is reported with file, line and byte, and told by the exit code`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.bad, to: "bad.jsonl")
    let run = try CommandRun.shingle("scan", folder.path("bad.jsonl"), "--format", "jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("bad.jsonl:2 (byte "))
    #expect(run.errors.contains("bad.jsonl:3 (byte "))
    #expect(run.errors.contains("--text-field"))
  }

  @Test(arguments: ["scan", "audit", "evidence"])
  func `is not what has no articles, but that is said`(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("\n", to: "quiet.jsonl")
    let run = try CommandRun.shingle(command, folder.path("quiet.jsonl"))
    #expect(run.status == 0)
    #expect(run.errors == "shingle: warning: no articles in '\(folder.path("quiet.jsonl"))'\n")
    let many = try CommandRun.shingle(
      [command] + Array(repeating: folder.path("quiet.jsonl"), count: 5))
    #expect(many.errors.hasSuffix("quiet.jsonl' and 2 more\n"))
    let pipe = try CommandRun.shell("$SHINGLE \(command) - < /dev/null")
    #expect(pipe.errors == "shingle: warning: no articles in standard input\n")
  }

  @Test func `is listed in the manifest`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.bad, to: "bad.jsonl")
    let run = try CommandRun.shingle(
      "scan", folder.path("bad.jsonl"), "--output", folder.path("report"))
    #expect(run.status == 2)
    let manifest = try folder.read("report/manifest.json")
    #expect(manifest.contains("malformed-record"))
    #expect(manifest.contains("missing-text"))
  }

  @Test func `is named before what is only doubtful`() throws {
    let folder = try TemporaryFolder()
    let odd = (1...30).map { #"{"id":"\#($0)","text":"t","published":"soon"}"# }
    try folder.write((odd + ["{"]).joined(separator: "\n"), to: "odd.jsonl")
    for (options, rest) in [([], ""), (["--output", folder.path("report")], "; see the manifest")] {
      let run = try CommandRun.shingle(["scan", folder.path("odd.jsonl")] + options)
      let lines = run.errors.split(separator: "\n")
      #expect(lines.first?.hasPrefix("shingle: skipped: ") == true)
      #expect(lines.contains("shingle: and 11 more problems\(rest)"))
    }
    #expect(try folder.read("report/manifest.json").contains("\"records_skipped\": 1"))
    #expect(try folder.read("report/manifest.json").contains("malformed-record"))
  }

  @Test func `cannot write to the terminal through an id or a path`() throws {
    let folder = try TemporaryFolder()
    let evil = "case\u{1B}]52;c;evil\u{7}\u{9B}31m\u{202E}"
    let ids = ["\(evil)-a", "\(evil)-b"]
    let lines = try ids.map { try JSONEncoder().encode(["id": $0, "text": "t"]) }
    let feed = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    try folder.write(feed, to: "\(evil).jsonl")
    for arguments in [
      ["explain", "--from", folder.path("\(evil).jsonl"), "case", ids[0]],
      ["explain", "--from", folder.path("\(evil).jsonl"), ids[0] + "x", ids[0]],
      ["scan", folder.path("\(evil).txt")],
    ] {
      let run = try CommandRun.shingle(arguments)
      #expect(run.errors.contains("case␛]52;c;evil␇<U+009B>31m<U+202E>"))
      let hidden = run.errors.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
      }
      #expect(hidden.isEmpty)
    }
  }

  @Test func `has lines of its own beside the progress`() throws {
    // `script` gives the command a terminal of its own.
    let run = try CommandRun.shell(
      "command -v script > /dev/null || exit 99; "
        + "TERM=xterm script -qec \"$SHINGLE scan no-such-file.txt\" /dev/null")
    guard run.status != 99 else { return }
    #expect(run.output.contains("\r\u{1B}[Kshingle: skipped: no-such-file.txt: cannot be read"))
  }

  @Test func `ends a scan that has nothing else to read`() throws {
    let run = try CommandRun.shingle("scan", "no-such-file.jsonl")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("no-such-file.jsonl: cannot be read: no such file or directory"))
  }

  @Test func `does not stop the rest`() throws {
    let run = try CommandRun.shingle(
      "scan", "no-such-file.jsonl", "Tests/Fixtures/cases.jsonl", "--format", "jsonl")
    #expect(run.status == 2)
    #expect(!run.output.isEmpty)
  }
}

@Suite struct `output that cannot be written` {
  @Test func `leaves nothing half-written where the directory is a file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "report")
    let run = try CommandRun.shingle(
      "scan", "Tests/Fixtures/cases.jsonl", "--output", folder.path("report"))
    #expect(run.status == 74)
    #expect(!run.errors.isEmpty)
    #expect(try folder.names() == ["report"])
    #expect(try folder.read("report") == "precious")
  }

  @Test func `is an error on a full device`() throws {
    let run = try CommandRun.shell("$SHINGLE scan Tests/Fixtures/cases.jsonl > /dev/full")
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot write to standard output"))
  }

  @Test(arguments: [
    "scan Tests/Fixtures/cases.jsonl --format jsonl",
    "compare --from Tests/Fixtures/cases.jsonl case-05-a case-05-b",
    "explain --from Tests/Fixtures/cases.jsonl case-05-a case-05-b", "--help",
  ])
  func `is no error where the reader has seen enough`(command: String) throws {
    // The sleep closes the pipe before the first byte; head closes it after.
    for reader in ["head -n 1", "true", "sleep 0"] {
      let run = try CommandRun.shell(
        "{ sleep 0.1; $SHINGLE \(command); echo \"rc $?\" >&2; } | \(reader) > /dev/null")
      #expect(run.errors == "rc 0\n", "\(reader)")
    }
  }
}
