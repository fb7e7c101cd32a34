import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

/// The tokenizer against ``oracleWords(_:)``, on random and on real texts.
@Suite struct TokenizerOracleTests {
  private func check(_ text: String) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let expected = oracleWords(text)
    let difference = zip(tokens.hashes, expected).first { $0 != XXH3.hash($1) }
    #expect(difference == nil, "\(difference?.1.debugDescription ?? "") in \(text)")
    #expect(tokens.count == expected.count)
    checkPlaces(tokens, in: text)
  }

  /// Tokens stand in order, on the bounds of scalars, and apart where no character is two tokens.
  private func checkPlaces(_ tokens: Tokens, in text: String) {
    var bounds: Set<UInt32> = [0]
    var byte: UInt32 = 0
    for scalar in text.unicodeScalars {
      byte += UInt32(UTF8.width(scalar))
      bounds.insert(byte)
    }
    for index in 0..<tokens.count {
      #expect(tokens.starts[index] < tokens.ends[index])
      #expect(bounds.contains(tokens.starts[index]) && bounds.contains(tokens.ends[index]))
      guard index > 0 else { continue }
      #expect(tokens.starts[index - 1] <= tokens.starts[index])
      #expect(tokens.ends[index - 1] <= tokens.ends[index])
    }
  }

  /// Scripts, so that no random word mixes those that look-alikes come from.
  static let alphabets: [[ClosedRange<UInt32>]] = [
    [0x20...0x7E, 0xA0...0x17F], [0x20...0x7E, 0x300...0x341, 0x1E00...0x1EFF],
    [0x20...0x40, 0x400...0x481, 0x48A...0x52F], [0x20...0x40, 0x388...0x3CE, 0x1F00...0x1F15],
    [0x20...0x40, 0x620...0x669, 0x66E...0x6D3], [0x20...0x40, 0x900...0x97F],
    [0x30...0x7A, 0x4E00...0x4E80, 0x3041...0x3096, 0x30A1...0x30FA],
    [0x30...0x7A, 0xE01...0xE30, 0xE34...0xE3A, 0xE47...0xE4E], [0x20...0x7E, 0xFF01...0xFF5E],
    [0x20...0x7E, 0xFB00...0xFB06, 0xBC...0xBE, 0x2070...0x2071, 0x2074...0x208E],
    [0x20...0x7E, 0x1F600...0x1F64F, 0x200D...0x200D, 0xFE0F...0xFE0F, 0x1F1E6...0x1F1FF],
    [0x20...0x7E, 0xAC00...0xACFF, 0x1100...0x1112, 0x1161...0x1175],
    [0x20...0x7E, 0x1D400...0x1D6A3, 0x1D7CE...0x1D7FF, 0x2460...0x24FF],
    [0x20...0x7E, 0x10400...0x1044F],
    [0x20...0x7E, 0x531...0x586, 0x10A0...0x10F0, 0x5D0...0x5EA],
  ]

  @Test(
    "random texts of each script have the oracle's words",
    arguments: 0..<alphabets.count, 0..<12 as Range<UInt64>)
  func randomTexts(alphabet: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 31 &+ UInt64(alphabet))
    var scalars = String.UnicodeScalarView()
    for _ in 0..<200 {
      let range = Self.alphabets[alphabet].randomElement(using: &random) ?? 0x20...0x20
      guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)),
        scalar.properties.generalCategory != .unassigned
      else { continue }
      scalars.append(scalar)
      if Int.random(in: 0..<6, using: &random) == 0 { scalars.append(" ") }
    }
    check(String(scalars))
  }

  @Test("articles in ten languages have the oracle's words", arguments: fixtureLanguages)
  func articles(language: String) throws {
    for document in try fixture("languages/\(language).jsonl") {
      check(document.text)
      check(document.text.uppercased())
    }
  }

  @Test("articles have the same words in all forms of Unicode", arguments: fixtureLanguages)
  func normalForms(language: String) throws {
    for document in try fixture("languages/\(language).jsonl") {
      let expected = hashes(document.text)
      #expect(hashes(document.text.decomposedStringWithCanonicalMapping) == expected)
      #expect(hashes(document.text.precomposedStringWithCanonicalMapping) == expected)
      #expect(hashes(document.text.precomposedStringWithCompatibilityMapping) == expected)
    }
  }

  @Test("every scalar alone and between Hebrew letters has the oracle's words")
  func everyScalar() {
    var tokenizer = Tokenizer()
    var differences: [String] = []
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), isCompared(scalar) else { continue }
      let text = "\(scalar) ש\(scalar)ש"
      let expected = oracleWords(text).map { XXH3.hash($0) }
      if tokenizer.tokenize(text).hashes != expected {
        differences.append(String(value, radix: 16))
      }
    }
    #expect(differences.count == 0, "\(differences.prefix(400).joined(separator: " "))")
  }

  /// Leaves out what the oracle does not know: new characters, the other scripts without
  /// spaces, and Cherokee, which alone folds to capitals.
  private func isCompared(_ scalar: Unicode.Scalar) -> Bool {
    let unknown: [ClosedRange<UInt32>] = [
      0x345...0x345, 0xE80...0xEFF, 0x1000...0x109F, 0x13A0...0x13FD, 0x1780...0x17FF,
      0x3021...0x3029, 0x3100...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xA000...0xA4CF,
      0xAB70...0xABBF, 0xE000...0xF8FF, 0x16FE0...0x1B2FF,
    ]
    guard let age = scalar.properties.age, age.major <= 13 else { return false }
    return !unknown.contains { $0.contains(scalar.value) }
  }
}
