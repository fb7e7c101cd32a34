import Testing

@Suite struct `the two articles` {
  @Test func `may be files, one of them standard input`() throws {
    let folder = try TemporaryFolder()
    let text = "The council voted on Monday to close the old swimming pool for good.\n"
    try folder.write(text, to: "a.txt")
    let run = try CommandRun.shingle("compare", folder.path("a.txt"), "-", input: text)
    #expect(run.status == 0)
    #expect(run.output.contains("identical · confidence 100 %"))
  }

  @Test(arguments: ["compare", "explain"])
  func `may be of one file name, or one file`(command: String) throws {
    let file = "data/wire-story/004_69a4f81c631331f4.txt"
    let run = try CommandRun.shingle(command, file, file)
    #expect(run.status == 0)
    #expect(run.output.contains("identical"))
  }

  @Test func `must be readable`() throws {
    let run = try CommandRun.shingle("compare", "data/agencies.json", "no-such-file.txt")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
  }

  @Test func `must be one in a file`() throws {
    let cases = "Tests/Fixtures/cases.jsonl"
    let run = try CommandRun.shingle("explain", cases, cases)
    #expect(run.status == 64)
    #expect(run.errors.contains("--from \(cases) ID1 ID2"))
  }

  @Test func `must have known ids, and similar ones are named`() throws {
    let run = try CommandRun.shingle(
      "explain", "--from", "Tests/Fixtures/cases.jsonl", "case-05-a", "case-5-b")
    #expect(run.status == 64)
    let hint = "no article has the id 'case-5-b'; did you mean 'case-05-b', 'case-01-b'"
    #expect(run.errors.contains(hint))
  }

  @Test func `may have no words at all`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty.txt")
    try folder.write("Hello there.", to: "short.txt")
    let run = try CommandRun.shingle("explain", folder.path("empty.txt"), folder.path("short.txt"))
    #expect(run.status == 0)
    #expect(run.output.contains("a text of fewer than 5 words pairs with nothing"))
  }

  @Test func `write nothing to the terminal but what can be seen`() throws {
    let folder = try TemporaryFolder()
    let text =
      "The \u{1B}]52;c;evil\u{7} mayor \u{202E}said\u{9B}31m on Monday\r\nthat it was over."
    try folder.write(text, to: "a.txt")
    try folder.write(text + " Not so.", to: "b.txt")
    for command in ["compare", "explain"] {
      let run = try CommandRun.shingle(command, folder.path("a.txt"), folder.path("b.txt"))
      #expect(run.status == 0)
      let hidden = run.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
      }
      #expect(hidden.isEmpty)
    }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], [:]])
  func `have no colours unless they go to a terminal that wants them`(
    variables: [String: String]
  ) throws {
    // `script` gives the command a terminal of its own.
    let command =
      "$SHINGLE compare --from Tests/Fixtures/cases.jsonl case-05-a case-05-b"
    let settings = variables.map { "\($0.key)=\($0.value) " }.joined()
    let run = try CommandRun.shell(
      "command -v script > /dev/null || exit 99; "
        + "TERM=xterm script -qec \"\(settings)\(command)\" /dev/null")
    guard run.status != 99 else { return }
    #expect(run.status == 0)
    #expect(run.output.contains("\u{1B}[") == variables.isEmpty)
    #expect(try CommandRun.shell(command).output.contains("⟦2 a"))
  }
}
