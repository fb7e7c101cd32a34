import Foundation
import Testing

@testable import ShingleFeeds

@Suite struct InputFolderTests {
  @Test func `a folder lists its articles by name, and those of the folders in it`() throws {
    try withScratchFolder { folder in
      for name in ["b.txt", "a.txt", "B.jsonl", "sub/x.ndjson", "c.md", ".hidden.txt", "d.json"] {
        try write("", to: "\(folder)/\(name)")
      }
      let listing = InputFolder(folder, format: .auto)
      #expect(
        listing.files
          == ["B.jsonl", "a.txt", "b.txt", "sub/x.ndjson"].map { "\(folder)/\($0)" })
      #expect(listing.failures.isEmpty)
    }
  }

  @Test func `the format narrows the list, and compressed articles are not passed over`() throws {
    try withScratchFolder { folder in
      for name in ["a.txt", "b.jsonl", "c.jsonl.gz", "d.txt.zst", "e.tar.gz"] {
        try write("", to: "\(folder)/\(name)")
      }
      let names = { (format: InputFormat) in
        InputFolder(folder + "/", format: format).files.map(fileName)
      }
      #expect(names(.auto) == ["a.txt", "b.jsonl", "c.jsonl.gz", "d.txt.zst"])
      #expect(names(.text) == ["a.txt", "d.txt.zst"])
      #expect(names(.jsonLines) == ["b.jsonl", "c.jsonl.gz"])
    }
  }

  @Test func `a symbolic link that leads in a circle is followed once`() throws {
    try withScratchFolder { folder in
      try write("", to: "\(folder)/sub/a.txt")
      let files = FileManager.default
      try files.createSymbolicLink(atPath: "\(folder)/sub/up", withDestinationPath: folder)
      try files.createSymbolicLink(atPath: "\(folder)/gone.txt", withDestinationPath: "nowhere")
      let listing = InputFolder(folder, format: .auto)
      #expect(listing.files == ["\(folder)/sub/a.txt"])
      #expect(listing.failures.map(\.path) == ["\(folder)/gone.txt"])
    }
  }

  @Test func `an entry that cannot be opened is told and not passed over`() throws {
    try withScratchFolder { folder in
      try write("", to: "\(folder)/a.txt")
      let files = FileManager.default
      try files.createSymbolicLink(atPath: "\(folder)/gone.txt", withDestinationPath: "nowhere")
      try createFile(Array("\(folder)/caf".utf8) + [0xE9] + Array(".txt".utf8))
      let listing = InputFolder(folder, format: .auto)
      #expect(listing.files == ["\(folder)/a.txt"])
      #expect(
        listing.failures.map { "\($0.path): \($0.reason)" } == [
          "\(folder)/caf\u{FFFD}.txt: cannot be read: its name is not UTF-8",
          "\(folder)/gone.txt: cannot be read: no such file or directory",
        ])
    }
  }

  @Test func `a report of an earlier run is no feed`() throws {
    try withScratchFolder { folder in
      try write("", to: "\(folder)/a.txt")
      for name in ["pairs.jsonl", "clusters.jsonl", "manifest.json"] {
        try write("", to: "\(folder)/report/\(name)")
      }
      let listing = InputFolder(folder, format: .auto)
      #expect(listing.files == ["\(folder)/a.txt"])
      #expect(listing.reports == ["\(folder)/report"])
      var reader = ArticleReader()
      reader.read(path: folder)
      #expect(reader.finish().problems.map(\.code).contains(.reportFolder))
    }
  }

  /// Makes an empty file of a name that need not be UTF-8.
  private func createFile(_ path: [UInt8]) throws {
    let descriptor = unsafe (path + [0]).withUnsafeBytes { bytes in
      unsafe open(
        bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self),
        O_CREAT | O_WRONLY, 0o600)
    }
    try #require(descriptor >= 0)
    close(descriptor)
  }
}
