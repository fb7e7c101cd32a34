import Shingle
import Testing

@testable import ShingleReport

@Suite("Text segments")
struct TextSegmentsTests {
  @Test("Segments cover the text once and carry what holds there", arguments: 0..<200)
  func property(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let length = Int.random(in: 0...40, using: &random)
    let ranges = (0..<Int.random(in: 0...12, using: &random)).map { index in
      let start = Int.random(in: 0...45, using: &random)
      let end = Int.random(in: start...50, using: &random)
      return AnnotatedRange(
        range: CodePointRange(start: start, end: end), annotation: .passage(index))
    }
    let segments = TextSegment.cut(length: length, at: ranges)
    var covered = 0
    for segment in segments {
      #expect(segment.range.start == covered && segment.range.end > covered)
      covered = segment.range.end
      for offset in segment.range.start..<segment.range.end {
        let expected = ranges.filter { $0.range.start <= offset && offset < $0.range.end }
        #expect(segment.annotations == expected.map(\.annotation))
      }
    }
    #expect(covered == length)
  }

  @Test("Segment texts joined are the text", arguments: 0..<50)
  func joined(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let alphabet = Array("aé\u{301}新👩🏽\u{200D}\n\r\u{0}<".unicodeScalars)
    let scalars = (0..<60).compactMap { _ in alphabet.randomElement(using: &random) }
    let text = String(String.UnicodeScalarView(scalars))
    let ranges = (0..<8).map { index in
      let start = Int.random(in: 0..<60, using: &random)
      let end = Int.random(in: start...60, using: &random)
      return AnnotatedRange(
        range: CodePointRange(start: start, end: end), annotation: .credit(index))
    }
    let points = CodePoints(text)
    let joined = TextSegment.cut(length: points.count, at: ranges).map { points[$0.range] }
    #expect(joined.flatMap { Array($0.unicodeScalars) } == scalars)
  }
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
