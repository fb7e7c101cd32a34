import Foundation
import Testing

@Suite struct `The commands of README.md` {
  /// A command with the output that stands below it.
  struct Example: Sendable, CustomTestStringConvertible {
    var command: String
    var output: [String]

    var testDescription: String { command }
  }

  /// All examples in order, but those on files that only a reader has.
  static let examples: [Example] = {
    let url = CommandRun.packageFolder.appendingPathComponent("README.md")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let blocks = text.components(separatedBy: "\n```\n")
    var examples: [Example] = []
    for block in blocks where block.hasPrefix("$ shingle ") {
      for line in block.components(separatedBy: "\n") {
        if line.hasPrefix("$ ") {
          examples.append(Example(command: String(line.dropFirst(2)), output: []))
        } else {
          examples[examples.count - 1].output.append(line)
        }
      }
    }
    return examples.filter { !$0.command.contains("feed.jsonl") }
  }()

  @Test func `print what stands below them`() throws {
    try #require(Self.examples.count > 5)
    let folder = try TemporaryFolder()
    for name in ["data", "Tests"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url(name),
        withDestinationURL: CommandRun.packageFolder.appendingPathComponent(name))
    }
    for example in Self.examples {
      let run = try CommandRun.shell(
        """
        cd '\(folder.path(""))'; shingle() { "$SHINGLE" "$@"; }
        \(example.command) 2>&1
        """)
      #expect(run.status == 0, "\(example.command)")
      if example.output.isEmpty { continue }
      // Lines of CSV end with CRLF.
      let lines = run.output.replacing("\r\n", with: "\n").components(separatedBy: "\n").dropLast()
      #expect(
        Self.matches(lines, example.output[...]), "\(example.command)\nprints\n\(run.output)")
    }
  }

  /// Whether lines are those of a pattern, in which a line of three dots stands for any lines, and
  /// three dots at a line's end for the rest of it.
  private static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "..." {
      return (lines.startIndex...lines.endIndex).contains {
        matches(lines[$0...], pattern.dropFirst())
      }
    }
    guard let line = lines.first else { return false }
    let isSame =
      line == first || first.hasSuffix("...") && line.hasPrefix(String(first.dropLast(3)))
    return isSame && matches(lines.dropFirst(), pattern.dropFirst())
  }
}
