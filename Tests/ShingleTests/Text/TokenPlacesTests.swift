import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Token places count code points` {
  @Test(arguments: 0..<12)
  func `as a map of the text does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("ab é中½ﬃ👍\u{301}\u{AD}. \r\n")
    let length = Int.random(in: 0...600, using: &random)
    let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
    check(text)
    check(String(text.unicodeScalars.filter(\.isASCII)))
  }

  @Test func `none where there are no tokens`() {
    #expect(TokenPlaces().codePoints(of: TokenRange(3, 5)) == CodePointRange(start: 0, end: 0))
    check("")
  }

  private func check(_ text: String) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let (places, map) = (TokenPlaces(tokens, in: text), CodePointMap(text))
    for index in 0..<tokens.count {
      for end in index..<min(index + 4, tokens.count) {
        let range = TokenRange(index, end + 1)
        #expect(places.codePoints(of: range) == map.range(tokens.bytes(of: range)))
      }
    }
  }
}
