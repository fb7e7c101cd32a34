import Foundation
import Shingle
import Testing

@testable import ShingleFeeds

@Suite struct `A spill file` {
  @Test func `gives back what was put there, from several threads, and leaves nothing behind`()
    throws
  {
    try withScratchFolder { folder in
      let file = SpillFile(in: folder)
      let parts = (0..<200).map { number in
        [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number * 37 % 5000)
      }
      let places = parallelMap(parts.count, threads: 4) { file.put(parts[$0]) }
      for (part, place) in zip(parts, places) {
        let place = try #require(place)
        #expect(file.bytes(at: place, count: part.count) == part)
      }
      #expect(file.bytes(at: 1 << 30, count: 1) == nil)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `has no room where it cannot be made`() {
    let file = SpillFile(in: "/nowhere/at/all")
    #expect(file.failure == nil)
    #expect(file.put([1, 2, 3]) == nil)
    #expect(file.bytes(at: 0, count: 3) == nil)
    #expect(
      file.failure == "a temporary file in '/nowhere/at/all' failed: No such file or directory")
  }
}
