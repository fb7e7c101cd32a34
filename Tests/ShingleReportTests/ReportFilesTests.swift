import Foundation
import Shingle
import ShingleReport
import Testing

@Suite("Report files")
struct ReportFilesTests {
  private func withDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "shingle-report-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body(directory)
  }

  private func write(to directory: String) throws(ReportFileError) {
    try ReportFiles.write(ReportFixture.report(), ReportFixture.description(), to: directory)
  }

  @Test("The five files appear, and nothing beside them, in a directory made for them")
  func all() throws {
    try withDirectory { directory in
      let target = directory + "/new/deep/"
      try write(to: target)
      try write(to: target)
      let names = try FileManager.default.contentsOfDirectory(atPath: target)
      #expect(names.sorted() == ReportFiles.names.sorted())
      let pairs = try Data(contentsOf: URL(filePath: target + "pairs.jsonl"))
      #expect(Array(pairs) == PairsPrinter.bytes(of: ReportFixture.report()))
    }
  }

  @Test("No file appears where the report turns out not to be sound")
  func unsound() throws {
    try withDirectory { directory in
      try ReportFiles.write(ReportFixture.report(), ReportFixture.description(), to: directory) {
        false
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    }
  }

  @Test("The manifest appears last")
  func order() {
    #expect(ReportFiles.names.last == "manifest.json")
  }

  @Test("A file in the place of the directory is named in the error")
  func notADirectory() throws {
    try withDirectory { directory in
      let target = directory + "/file"
      try Data("x".utf8).write(to: URL(filePath: target))
      let error = #expect(throws: ReportFileError.self) { try write(to: target) }
      #expect(error?.errno == ENOTDIR)
      #expect(
        error?.description == "cannot create the directory '\(target)': Not a directory")
      #expect(throws: ReportFileError.self) { try write(to: target + "/below") }
    }
  }

  @Test("When one file cannot get its name no temporary stays")
  func renameFails() throws {
    try withDirectory { directory in
      let blocked = directory + "/clusters.jsonl/full"
      try FileManager.default.createDirectory(
        atPath: blocked, withIntermediateDirectories: true)
      let error = #expect(throws: ReportFileError.self) { try write(to: directory) }
      #expect(error?.action == .rename && error?.path == directory + "/clusters.jsonl")
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      #expect(names.sorted() == ["clusters.jsonl", "pairs.jsonl"])
    }
  }

  @Test("A directory that takes no files is an error and stays as it was")
  func readOnly() throws {
    let error = #expect(throws: ReportFileError.self) { try write(to: "/proc/self/fd") }
    #expect(error?.action == .create)
    #expect(throws: ReportFileError.self) { try write(to: "") }
  }

  @Test("What a killed run left is removed, and what a live one writes is not")
  func abandoned() throws {
    try withDirectory { directory in
      // Process numbers end well below this one.
      let dead = directory + "/.pairs.jsonl.999999999.tmp"
      let alive = directory + "/.pairs.jsonl.1.tmp"
      for path in [dead, alive] { try Data("x".utf8).write(to: URL(filePath: path)) }
      try write(to: directory)
      #expect(!FileManager.default.fileExists(atPath: dead))
      #expect(FileManager.default.fileExists(atPath: alive))
    }
  }
}
