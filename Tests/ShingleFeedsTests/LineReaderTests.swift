import Testing

@testable import ShingleFeeds

@Suite struct LineReaderTests {
  private func lines(of bytes: [UInt8], limit: Int = 1 << 20) throws -> [LineReader.Line] {
    var reader = LineReader(source: .memory(bytes[...]), maximumLineBytes: limit)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(reader.bytesRead == bytes.count)
    return lines
  }

  private func texts(of text: String, limit: Int = 1 << 20) throws -> [String] {
    var reader = LineReader(source: .memory(Array(text.utf8)[...]), maximumLineBytes: limit)
    var texts: [String] = []
    while let line = try reader.next() {
      texts.append(String(decoding: reader[line.range], as: UTF8.self))
    }
    return texts
  }

  @Test func `lines are cut at line feeds only`() throws {
    #expect(try texts(of: "a\r\nb\u{2028}c\n\nd") == ["a\r", "b\u{2028}c", "", "d"])
    #expect(try texts(of: "") == [])
    #expect(try texts(of: "\n") == [""])
  }

  @Test func `a line knows its number, offset and whether a line feed ends it`() throws {
    let found = try lines(of: Array("ab\n\ncde".utf8))
    #expect(found.map(\.number) == [1, 2, 3])
    #expect(found.map(\.byte) == [0, 3, 4])
    #expect(found.map(\.length) == [2, 0, 3])
    #expect(found.map(\.isLast) == [false, false, true])
  }

  @Test func `a line too long is counted and not held, and the next one is read`() throws {
    let long = [UInt8](repeating: 0x78, count: 300_000)
    let bytes = Array("a\n".utf8) + long + Array("\nb\n".utf8) + long
    let found = try lines(of: bytes, limit: 1000)
    #expect(found.map(\.length) == [1, 300_000, 1, 300_000])
    #expect(found.map(\.isTooLong) == [false, true, false, true])
    #expect(found.map(\.byte) == [0, 2, 300_003, 300_005])
  }

  @Test func `the limit itself is allowed`() throws {
    let found = try lines(of: Array("12345\n123456\n".utf8), limit: 5)
    #expect(found.map(\.isTooLong) == [false, true])
  }

  @Test(arguments: [2_000_000, 2_097_152, 3_500_000])
  func `a line as long as the limit is held whole, one byte more is not`(limit: Int) throws {
    let line = [UInt8](repeating: 0x78, count: limit)
    let bytes = [0x61, 0x0A] + line + [0x0A] + line + [0x78, 0x0A, 0x62]
    let found = try lines(of: bytes, limit: limit)
    #expect(found.map(\.length) == [1, limit, limit + 1, 1])
    #expect(found.map(\.isTooLong) == [false, false, true, false])
  }

  @Test(arguments: UInt64(0)..<8)
  func `random lines come out as a split at line feeds gives them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      let longest = Bool.random(using: &generator) ? 100 : 90_000
      let count = Int.random(in: 0...longest, using: &generator)
      let byte = UInt8.random(in: 0x20...0xFF, using: &generator)
      bytes += repeatElement(byte, count: count)
      bytes.append(0x0A)
    }
    var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    expected.removeLast()
    var reader = LineReader(source: .memory(bytes[...]), maximumLineBytes: 1 << 20)
    var count = 0
    while let line = try reader.next() {
      #expect(Array(reader[line.range]) == Array(expected[count]))
      #expect(line.byte == expected[count].startIndex)
      count += 1
    }
    #expect(count == expected.count)
  }
}
