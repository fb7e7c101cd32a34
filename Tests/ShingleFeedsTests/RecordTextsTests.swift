import Foundation
import Shingle
import Testing

@testable import ShingleFeeds

@Suite struct `Texts left in their file` {
  /// Records with all that a string may hold: escapes, halves of surrogate pairs, bytes of no
  /// character, nothing.
  private static let records: [UInt8] =
    Array("\u{FEFF}{\"id\":\"plain\",\"text\":\"A delegation met the envoy.\"}\n".utf8)
    + Array(#"  {"text":"\ttab \u00e9 \ud83d\ude00 \"quoted\" \\ \/","id":"escaped"}  "#.utf8)
    + Array("\n".utf8) + Array(#"{"id":"half","text":"before \ud83d after"}"#.utf8)
    + Array("\n{\"id\":\"ill-formed\",\"text\":\"before ".utf8) + [0xFF, 0xFE]
    + Array(" after\"}\n{\"id\":\"empty\",\"text\":\"\"}\n".utf8)
    + Array(#"{"text":"first","id":"twice","text":"last, Zürich — 東京"}"#.utf8)

  private func intake(of path: String, leavesTexts: Bool) -> Intake {
    var reader = ArticleReader()
    reader.leavesTexts = leavesTexts
    reader.read(path: path)
    return reader.finish()
  }

  @Test func `are read as if they were held`() throws {
    try withScratchFolder { folder in
      let path = folder + "/feed.jsonl"
      try write(Self.records, to: path)
      let left = intake(of: path, leavesTexts: true)
      let held = intake(of: path, leavesTexts: false)
      #expect(left.documents.count == 6)
      #expect(left == held)
      for (one, other) in zip(left.documents, held.documents) {
        #expect(one.text.utf8.elementsEqual(other.text.utf8))
      }
      #expect(left.sources.files.count == 1 && held.sources.files.isEmpty)
      #expect(left.changedFile == nil)
    }
  }

  @Test(arguments: ["", #"{"id":"a","text":"Other words of the same length"}"#])
  func `become as many spaces where the file was changed`(contents: String) throws {
    try withScratchFolder { folder in
      let path = folder + "/feed.jsonl"
      try write(#"{"id":"a","text":"A delegation met the envoy now"}"#, to: path)
      let intake = intake(of: path, leavesTexts: true)
      // Not by another file under its name, which would change nothing.
      try overwrite(path, with: contents)
      #expect(intake.documents[0].text == String(repeating: " ", count: 30))
      #expect(intake.changedFile == path)
    }
  }

  @Test func `are not all that a file has to which more was written`() throws {
    try withScratchFolder { folder in
      let path = folder + "/feed.jsonl"
      try write(#"{"id":"a","text":"A delegation met the envoy."}"#, to: path)
      let intake = intake(of: path, leavesTexts: true)
      #expect(intake.changedFile == nil)
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("\n{}".utf8))
      try file.close()
      #expect(intake.documents[0].text == "A delegation met the envoy.")
      #expect(intake.changedFile == path)
    }
  }

  @Test func `outlive the name of their file`() throws {
    try withScratchFolder { folder in
      let path = folder + "/feed.jsonl"
      try write(#"{"id":"a","text":"A delegation met the envoy."}"#, to: path)
      let intake = intake(of: path, leavesTexts: true)
      try FileManager.default.removeItem(atPath: path)
      try write("something else", to: path)
      #expect(intake.documents[0].text == "A delegation met the envoy.")
      #expect(intake.changedFile == nil)
    }
  }

  @Test func `stay in so many files only as a process may have open`() throws {
    try withScratchFolder { folder in
      let count = TextSources.mostOpen + 3
      for number in 0..<count {
        try write(#"{"id":"\#(number)","text":"Text \#(number)"}"#, to: "\(folder)/\(number).jsonl")
      }
      let intake = intake(of: folder, leavesTexts: true)
      #expect(intake.sources.files.count == TextSources.mostOpen)
      #expect(intake.documents.allSatisfy { $0.text == "Text \($0.id)" })
    }
  }

  @Test func `are held where they come from memory`() {
    var reader = ArticleReader()
    reader.leavesTexts = true
    reader.read(contents: Self.records, path: "feed.jsonl")
    let intake = reader.finish()
    #expect(intake.sources.files.isEmpty)
    #expect(intake.documents[0].text == "A delegation met the envoy.")
  }
}
