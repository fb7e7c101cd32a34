import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Words are found the same wherever blocks and segments end` {
  /// Words as the tokenizer finds them, one byte at a time; for ASCII and common punctuation only.
  private func plainWords(_ text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (place, byte) in (Array(text.utf8) + [0]).enumerated() {
      let isWord =
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
        default: false
        }
      if isWord, start == nil { start = place }
      if !isWord, let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    return words
  }

  private func check(_ text: String) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let expected = plainWords(text)
    let lowered = Array(text.lowercased().utf8)
    #expect(tokens.starts.map { Int($0) } == expected.map(\.lowerBound))
    #expect(tokens.ends.map { Int($0) } == expected.map(\.upperBound))
    #expect(tokens.hashes == expected.map { XXH3.hash(lowered[$0].span) })
  }

  @Test(arguments: 0..<40)
  func `random texts have the words of a scan byte by byte`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let marks = [" ", ", ", "\n", "’", "“", "—", "\u{A0}", "£", "«", "-", "\0", "…"]
    var text = ""
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0x30...0x7A, using: &random)))
      }
      text += marks[Int.random(in: 0..<marks.count, using: &random)]
    }
    check(text)
  }

  @Test func `a word of any length has its XXH3 at any place in a block`() {
    for length in 1...300 {
      check(String(repeating: " ", count: length % 67) + String(repeating: "Xy9", count: length))
      check(String(String(repeating: "qW_", count: 100).prefix(length)))
    }
  }

  @Test(arguments: [32_700, 32_760, 32_767, 32_768, 32_769, 40_000, 70_000])
  func `a text of several segments has the words of one`(length: Int) {
    check(String(repeating: "a", count: length) + " b c")
    check(String(repeating: "ab ", count: length / 3) + "’" + String(repeating: "c", count: 40_000))
    check(String(repeating: "ab’", count: length))
    check(String(repeating: "’", count: length) + "d")
  }

  /// The scalars of Latin, its marks and punctuation: beside Latin letters those of other scripts may
  /// be look-alikes, of which the oracle knows nothing.
  @Test func `a scalar across two blocks ends a word or joins it as the oracle says`() {
    var tokenizer = Tokenizer()
    var differences: [String] = []
    for value in Array(UInt32(0x80)...0x36F) + Array(0x2000...0x2BFF) {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age,
        age.major <= 13, value != 0x345
      else { continue }
      for width in 61...63 {
        let text = String(repeating: "w", count: width) + "\(scalar)z \(scalar)z"
        let expected = oracleWords(text).map { XXH3.hash($0) }
        if tokenizer.tokenize(text).hashes != expected {
          differences.append(String(value, radix: 16))
        }
      }
    }
    let shown = differences.prefix(40).joined(separator: " ")
    #expect(differences.count == 0, "\(shown)")
  }
}
