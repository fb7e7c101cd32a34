import Foundation
import Glibc
import Shingle
import Testing

@testable import ShingleFeeds

@Suite struct `Records read on several threads` {
  @Test(arguments: 0..<5) func `are those read on one`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<3000).map { number -> String in
      let words = Int.random(in: 0...200, using: &generator)
      let text = String(repeating: "Wort \\u00e9 ", count: words)
      return switch Int.random(in: 0..<12, using: &generator) {
      case 0: ""
      case 1: #"{"id":"\#(number)","text":"\#(text)"#
      case 2: #"{"text":"\#(text)","published":"soon"}"#
      case 3: #"{"id":"twice","text":"\#(text)"}"#
      case 4: #"{"id":"\#(number)","title":"no text"}"#
      default: #"  {"id":"\#(number)","text":"\#(text)","source":"Outlet"}"#
      }
    }
    try withScratchFolder { folder in
      let path = folder + "/feed.jsonl"
      try write(lines.joined(separator: "\n"), to: path)
      let one = intake(of: path, threads: 1)
      #expect(one.recordsSkipped > 0 && one.warnings > 0)
      for threads in [2, 5] { #expect(intake(of: path, threads: threads) == one) }
    }
  }

  private func intake(of path: String, threads: Int) -> Intake {
    var reader = ArticleReader()
    reader.threads = threads
    reader.leavesTexts = threads == 5
    reader.read(path: path)
    return reader.finish()
  }
}

@Suite struct ArticleReaderTests {
  private func read(
    _ text: String, path: String, format: InputFormat = .auto, limits: ReaderLimits = .init()
  ) -> Intake {
    var reader = ArticleReader(format: format, limits: limits)
    reader.read(contents: Array(text.utf8), path: path)
    return reader.finish()
  }

  @Test func `a text file is one document, named as the file, and stays as it is`() {
    let text = "\u{FEFF}One.\r\n\r\nTwo\u{0}.\n"
    let intake = read(text, path: "folder/003_f4.txt")
    #expect(intake.documents == [Document(id: "003_f4.txt", text: text)])
    #expect(intake.bytesRead == text.utf8.count)
    #expect(intake.recordsRead == 1)
    #expect(intake.problems.isEmpty)
  }

  @Test func `an empty text file is a document, empty standard input is none`() {
    #expect(read("", path: "a.txt").documents == [Document(id: "a.txt", text: "")])
    #expect(read("", path: "-").documents.isEmpty)
    #expect(read("\n\n", path: "-").problems.isEmpty)
  }

  @Test(arguments: [
    ("a.jsonl", InputFormat.auto, true), ("a.ndjson", .auto, true), ("a.json", .auto, true),
    ("a.txt", .auto, true), ("-", .auto, true), ("a.txt", .text, false), ("a.jsonl", .text, false),
    ("a", .jsonLines, true),
  ])
  func `the format is told, or the name's, or the contents'`(
    path: String, format: InputFormat, isRecord: Bool
  ) {
    let intake = read(#"{"id":"x","text":"t"}"#, path: path, format: format)
    #expect(intake.documents.map(\.text) == [isRecord ? "t" : #"{"id":"x","text":"t"}"#])
  }

  @Test func `a text that is not all UTF-8 is repaired with a warning`() {
    var reader = ArticleReader()
    reader.read(contents: [0x41, 0xFF, 0x42], path: "a.txt")
    let intake = reader.finish()
    #expect(intake.documents.first?.text == "A\u{FFFD}B")
    #expect(intake.problemCounts == [.illFormedText: 1])
    #expect(intake.warnings == 1)
  }

  @Test func `a text longer than the limit is skipped`() {
    var limits = ReaderLimits()
    limits.maximumRecordBytes = 4
    #expect(read("1234", path: "a.txt", limits: limits).documents.count == 1)
    let intake = read("12345", path: "a.txt", limits: limits)
    #expect(intake.documents.isEmpty)
    #expect(intake.problems.map(\.code) == [.recordTooLong])
    #expect(intake.recordsSkipped == 1)
  }

  @Test func `a limit beyond what can be read is lowered`() {
    var limits = ReaderLimits()
    limits.maximumRecordBytes = .max
    #expect(limits.maximumRecordBytes == 4 << 30)
    limits.maximumRecordBytes = -1
    #expect(limits.maximumRecordBytes == 0)
  }

  @Test func `a text that breaks off is a file skipped and no record`() throws {
    // A socket whose other end closed before it read everything: 5,000 bytes, then an error.
    var ends: [Int32] = [-1, -1]
    try #require(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    defer { close(ends[0]) }
    let text = [UInt8](repeating: 0x41, count: 5000)
    try #require(unsafe Glibc.write(ends[1], text, text.count) == text.count)
    try #require(unsafe Glibc.write(ends[0], text, 1) == 1)
    close(ends[1])
    var reader = ArticleReader()
    reader.read(.descriptor(ends[0]), path: "a.txt")
    let intake = reader.finish()
    #expect(intake.problems.map(\.code) == [.unreadable])
    #expect(intake.filesSkipped == 1)
    #expect(intake.recordsRead == 0)
    #expect(intake.documents.count + intake.recordsSkipped == intake.recordsRead)
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 0x08], InputProblem.Code.compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
    ([0xFF, 0xFE, 0x41, 0x00], .binary), (Array("%PDF-1.4".utf8), .binary),
    (Array("[\n{\"id\":1}]".utf8), .notJSONLines),
  ])
  func `what is neither text nor JSON Lines is refused with a hint`(
    bytes: [UInt8], code: InputProblem.Code
  ) {
    var reader = ArticleReader()
    reader.read(contents: bytes, path: "a.json")
    let intake = reader.finish()
    #expect(intake.documents.isEmpty)
    #expect(intake.problems.map(\.code) == [code])
    #expect(intake.problems.first?.hint != nil)
    #expect(intake.filesSkipped == 1)
    #expect(intake.isPartial)
  }

  @Test func `a path that leads nowhere is a problem, and the others are read`() throws {
    try withScratchFolder { folder in
      try write("text", to: "\(folder)/a.txt")
      var reader = ArticleReader()
      reader.read(path: "\(folder)/none.txt")
      reader.read(path: "\(folder)/a.txt")
      let intake = reader.finish()
      #expect(intake.documents.map(\.id) == ["a.txt"])
      #expect(
        intake.problems.map(\.description)
          == ["\(folder)/none.txt: cannot be read: no such file or directory"])
      #expect(intake.problems.first?.code == .unreadable)
    }
  }

  @Test func `a folder is read file by file, an empty one is a problem`() throws {
    try withScratchFolder { folder in
      try write("one", to: "\(folder)/b.txt")
      try write(#"{"id":"r","text":"two"}"#, to: "\(folder)/a.jsonl")
      try FileManager.default.createDirectory(
        atPath: "\(folder)/empty", withIntermediateDirectories: true)
      var reader = ArticleReader()
      reader.read(path: folder)
      reader.read(path: "\(folder)/empty")
      let intake = reader.finish()
      #expect(intake.documents.map(\.id) == ["r", "b.txt"])
      #expect(intake.problems.map(\.code) == [.noArticles])
      #expect(intake.filesRead == 2)
    }
  }

  @Test func `equal ids of different files stay apart`() throws {
    var reader = ArticleReader()
    for folder in ["a", "b"] { reader.read(contents: Array("x".utf8), path: "\(folder)/n.txt") }
    let intake = reader.finish()
    #expect(intake.documents.first?.id == "n.txt")
    #expect(intake.documents.last?.id.hasPrefix("n.txt#") == true)
    #expect(intake.problemCounts == [.duplicateID: 1])
  }

  @Test(.enabled(if: hasEvaluationData("formats"), "../shared/eval/formats is absent"))
  func `no file of any format crashes, read as text or as JSON Lines`() throws {
    let root = evaluationFolder + "/formats"
    let walker = try #require(FileManager.default.enumerator(atPath: root))
    let names = walker.compactMap { $0 as? String }.sorted()
    for format in InputFormat.allCases {
      var reader = ArticleReader(format: format)
      for name in names { reader.read(path: "\(root)/\(name)") }
      let intake = reader.finish()
      #expect(intake.filesRead > 1000)
      #expect(intake.documents.count + intake.recordsSkipped == intake.recordsRead)
      #expect(Set(intake.documents.map(\.id)).count == intake.documents.count)
    }
  }

  @Test(.enabled(if: hasEvaluationData("reuters21578"), "../shared/eval is absent"))
  func `the labelled data is read without a problem`() {
    for name in ["wire-rewrites", "reuters21578", "reuters-c50", "whitehouse", "basil"] {
      var reader = ArticleReader()
      reader.read(path: "\(evaluationFolder)/\(name)/docs.jsonl")
      let intake = reader.finish()
      #expect(!intake.documents.isEmpty)
      #expect(intake.problems.map(\.description) == [], "\(name)")
    }
  }
}
