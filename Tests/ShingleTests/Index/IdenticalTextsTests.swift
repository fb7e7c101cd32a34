import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Identical texts are those with equal tokens` {
  @Test(arguments: 0..<10)
  func `groups are the brute-force ones`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<60).map { _ in
      (0..<Int.random(in: 3...7, using: &generator)).map { _ in
        Bool.random(using: &generator) ? "x" : "y"
      }
    }
    var tokenizer = Tokenizer()
    let digests = texts.map { TextDigest(tokenizer.tokenize($0.joined(separator: " "))) }
    let identical = IdenticalTexts(digests: digests, minimumTokens: 5)
    let firsts = texts.indices.map { index in
      texts[index].count < 5 ? index : texts.firstIndex(of: texts[index]) ?? index
    }
    #expect(identical.representatives.map { Int($0) } == firsts)
    let groups = Dictionary(grouping: texts.indices) { firsts[$0] }.values
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    #expect(identical.groups.map { $0.map { Int($0) } } == groups)
  }

  @Test func `case, punctuation and Unicode form do not matter`() {
    var tokenizer = Tokenizer()
    let texts = ["Café owners met on Monday.", "CAFE\u{301} OWNERS -- met, on monday"]
    let digests = texts.map { TextDigest(tokenizer.tokenize($0)) }
    #expect(IdenticalTexts(digests: digests, minimumTokens: 5).groups == [[0, 1]])
  }

  @Test func `no documents make no groups`() {
    let identical = IdenticalTexts(digests: [], minimumTokens: 5)
    #expect(identical.groups.isEmpty && identical.representatives.isEmpty)
  }
}
