import Testing

@Suite struct `usage` {
  @Test(arguments: [
    ["scan"], ["scan", "--no-such-option", "x"], ["scan", "x", "--similarity", "2"],
    ["scan", "x", "--memory", "much"], ["scan", "x", "--memory=-17179869183G"],
    ["scan", "x", "--memory", "5"],
    ["scan", "x", "--threads", "0"], ["scan", "x", "--threads", "9223372036854775807"],
    ["scan", "x", "--format", "pdf"], ["no-such-command"],
    ["compare", "one.txt"], ["compare", "a", "b", "c"], ["compare", "-", "-"],
    ["explain", "a", "b", "--color", "mauve"], ["explain", "a", "b", "--recall", "1"],
    ["evaluate", "x"], ["evaluate", "x", "--gold", "y", "--unlisted", "maybe"],
    ["tune", "x", "--gold", "y", "--folds", "1"], ["evidence", "x", "--unlisted", "none"],
    ["tune", "x", "--gold", "y", "--no-passages"], ["tune", "x", "--gold", "y", "--strength", "0"],
    ["tune", "x", "--gold", "y", "--strength", "1e300"],
    ["scan", "x", "--representative", ""], ["scan", "x", "--representative", "newest"],
    ["audit", "x", "--representative", "id,id"],
  ])
  func `that is wrong exits with 64 and says so`(arguments: [String]) throws {
    let run = try CommandRun.shingle(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test(arguments: [
    ("1K", "sizes go from 1M to 256T"), ("257T", "sizes go from"), ("-5M", "a size is"),
    ("5X", "a number with K, M, G or T behind it, such as 512M or 1.5G"), ("1.5.5G", "a size is"),
    ("M", "a size is"), (".5G", "a size is"), ("1e9", "a size is"), ("512MBB", "a size is"),
  ])
  func `says what a size of memory is`(size: String, words: String) throws {
    let run = try CommandRun.shingle("scan", "data/wire-story", "--memory=\(size)")
    #expect(run.status == 64)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test(arguments: ["1M", "1024K", "512MB", "512 MiB", "1.5G", "2g", "1T", "1048576", "5000000B"])
  func `takes a size of memory as it is usually written`(size: String) throws {
    let run = try CommandRun.shingle("scan", "data/wire-story", "--memory", size, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try CommandRun.shingle("scan", "--help").output.contains("(default: 1G)"))
  }

  @Test(arguments: [
    ("source:NDTW", "'NDTW'; did you mean 'NDTV'?"), ("source:the guardian", "'The Guardian'?"),
    ("longest,source:Kelmouth Gazette", "has the source 'Kelmouth Gazette'\n"),
  ])
  func `warns of a source that no article has`(rule: String, words: String) throws {
    for command in ["scan", "audit"] {
      let run = try CommandRun.shingle(
        command, "Tests/Fixtures/audit.jsonl", "--quiet", "--representative", rule)
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("shingle: warning: no article has the source '"))
      #expect(run.errors.hasSuffix(words.hasSuffix("\n") ? words : words + "\n"))
      let known = try CommandRun.shingle(
        command, "Tests/Fixtures/audit.jsonl", "--quiet", "--representative", "source:NDTV")
      #expect(known.errors.isEmpty)
    }
  }

  @Test func `suggests the option that was meant`() throws {
    let run = try CommandRun.shingle("scan", "x", "--ouput", "y")
    #expect(run.status == 64)
    #expect(run.errors.contains("--output"))
  }

  @Test(arguments: ["9223372036854775807", "1"])
  func `fits a terminal of any width`(columns: String) throws {
    for arguments in [["scan", "Tests/Fixtures/cases.jsonl"], ["compare"], ["explain"]] {
      let pair = ["--from", "Tests/Fixtures/cases.jsonl", "case-05-a", "case-05-b"]
      let run = try CommandRun.shingle(
        arguments + (arguments.count == 1 ? pair : []), variables: ["COLUMNS": columns])
      #expect(run.status == 0, "\(arguments)")
    }
  }

  @Test func `prints its version`() throws {
    let run = try CommandRun.shingle("--version")
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test(arguments: ["scan", "compare", "explain", "evaluate", "tune"])
  func `shows an example for each command`(command: String) throws {
    let run = try CommandRun.shingle(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("  shingle \(command) "))
    #expect(try CommandRun.shingle("--help").output.contains("  shingle \(command) "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completes in each shell`(shell: String) throws {
    let run = try CommandRun.shingle("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("compare"))
  }
}
