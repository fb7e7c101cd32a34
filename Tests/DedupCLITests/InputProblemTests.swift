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
