import Glibc
import Testing

@testable import ShingleFeeds

@Suite struct ByteSourceTests {
  private func read(_ source: ByteSource, by step: Int) throws -> [[UInt8]] {
    var source = source
    var parts: [[UInt8]] = []
    while true {
      var buffer = [UInt8](repeating: 0, count: step)
      let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try source.read(into: $0) }
      guard count > 0 else { return parts }
      parts.append(Array(buffer.prefix(count)))
    }
  }

  @Test func `memory is read piece by piece`() throws {
    #expect(try read(.memory([1, 2, 3, 4, 5][1...]), by: 3) == [[2, 3, 4], [5]])
    #expect(try read(.memory([]), by: 3) == [])
  }

  @Test func `an open file is read to its end`() throws {
    try withScratchFolder { folder in
      try write("abcd", to: "\(folder)/a")
      let descriptor = unsafe open("\(folder)/a", O_RDONLY)
      defer { close(descriptor) }
      #expect(try read(.descriptor(descriptor), by: 3) == [Array("abc".utf8), Array("d".utf8)])
    }
  }

  @Test func `a failure says the system's words in lower case`() {
    #expect(throws: SystemError(number: EBADF)) { try read(.descriptor(-1), by: 3) }
    #expect(SystemError(number: EACCES).text == "permission denied")
  }
}
