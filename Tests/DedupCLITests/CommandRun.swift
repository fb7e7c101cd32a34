import Foundation
import Synchronization
import Testing

/// One run of the built executable, to its end.
struct CommandRun {
  /// The exit code.
  var status: Int32
  /// What it wrote to standard output.
  var output: String
  /// What it wrote to standard error.
  var errors: String

  /// The lines of standard output.
  var lines: [Substring] { output.split(separator: "\n") }

  /// Runs `shingle`; the terminal has 80 columns, and of the environment only `variables` and the
  /// search path are handed on.
  static func shingle(
    _ arguments: String..., input: String = "", variables: [String: String] = [:]
  ) throws -> CommandRun {
    try run(executable, arguments, input: input, variables: variables)
  }

  /// Runs `shingle` with arguments at hand.
  static func shingle(
    _ arguments: [String], variables: [String: String] = [:]
  ) throws -> CommandRun {
    try run(executable, arguments, input: "", variables: variables)
  }

  /// Runs a line of shell, in which `$SHINGLE` is the executable.
  static func shell(_ line: String) throws -> CommandRun {
    try run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line], input: "",
      variables: ["SHINGLE": executable.path])
  }

  /// Files and not pipes take the output, so that neither stream can fill up and block.
  private static func run(
    _ program: URL, _ arguments: [String], input: String, variables: [String: String]
  ) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(input, to: "in")
    let output = try folder.create("out")
    let errors = try folder.create("err")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = packageFolder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "80"]
      .merging(variables) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: folder.url("in"))
    process.standardOutput = output
    process.standardError = errors
    // Foundation's Process is not safe to start from several threads at once.
    try turn.withLock { _ in
      try process.run()
      process.waitUntilExit()
    }
    return CommandRun(
      status: process.terminationStatus, output: try folder.read("out"),
      errors: try folder.read("err"))
  }

  private static let turn = Mutex(0)

  /// The executable beside the test bundle.
  private static let executable: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("shingle")
  }()

  /// The root of the package, in which commands run.
  static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// A folder of its own, which goes with the value.
final class TemporaryFolder {
  private let root: URL

  /// Makes the folder.
  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("shingle-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url(name).path }

  /// The address of a file in the folder.
  func url(_ name: String) -> URL { root.appendingPathComponent(name) }

  /// Writes a file.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url(name))
  }

  /// Reads a file.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }

  /// Makes an empty file and opens it for writing.
  func create(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url(name))
  }

  /// The names in a folder within this one, ascending.
  func names(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}

/// Parses a JSON object.
func object(_ json: some StringProtocol) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

/// The articles that `Tests/Labels` speak of.
enum TestArticles {
  static let labelled = ["Tests/Fixtures/cases.jsonl", "Tests/Fixtures/languages"]
}
