import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct CodePointMapTests {
  private func check(_ text: String) {
    let map = CodePointMap(text)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(map.offset(atByte: byte) == count)
      byte += String(scalar).utf8.count
    }
    #expect(map.offset(atByte: byte) == text.unicodeScalars.count)
  }

  @Test("offsets agree with a count of the scalars", arguments: 0..<12 as Range<UInt64>)
  func countsScalars(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("a é中👍\u{301}\r\n")
    let length = Int.random(in: 0...900, using: &random)
    check(String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) }))
  }

  @Test("texts about as long as a block are counted", arguments: 250...260)
  func countsAtBlocks(length: Int) {
    check(String(repeating: "a", count: length))
    check(String(repeating: "é", count: length))
    check(String(repeating: "a", count: length) + "é")
  }

  @Test("a line break of two characters counts twice")
  func countsBothOfALineBreak() {
    let map = CodePointMap("é\r\né")
    #expect(map.range(ByteRange(2, 4)) == CodePointRange(start: 1, end: 3))
  }

  @Test("the empty text has the offset 0")
  func empty() { #expect(CodePointMap("").offset(atByte: 0) == 0) }
}
