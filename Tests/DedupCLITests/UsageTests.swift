import Testing

@Suite struct `usage` {
  @Test(arguments: [
    ["scan"], ["scan", "--no-such-option", "x"], ["scan", "x", "--similarity", "2"],
    ["scan", "x", "--threads", "0"], ["scan", "x", "--format", "pdf"], ["no-such-command"],
    ["compare", "one.txt"], ["compare", "a", "b", "c"], ["compare", "-", "-"],
    ["explain", "a", "b", "--color", "mauve"], ["explain", "a", "b", "--recall", "1"],
  ])
  func `that is wrong exits with 64 and says so`(arguments: [String]) throws {
    let run = try CommandRun.shingle(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func `suggests the option that was meant`() throws {
    let run = try CommandRun.shingle("scan", "x", "--ouput", "y")
    #expect(run.status == 64)
    #expect(run.errors.contains("--output"))
  }

  @Test func `prints its version`() throws {
    let run = try CommandRun.shingle("--version")
    #expect(run.status == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test(arguments: ["scan", "compare", "explain"])
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
