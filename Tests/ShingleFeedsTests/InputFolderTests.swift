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
      #expect(InputFolder(folder, format: .auto).files == ["\(folder)/sub/a.txt"])
    }
  }
}
