import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Facts are names and figures` {
  private func facts(_ text: String) -> (facts: TextFacts, words: [String]) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let facts = TextFacts(of: tokens, in: text.utf8Span.span, .shipped)
    let words = facts.tokens.map { token in
      text.substring(tokens.bytes(of: TokenRange(Int(token), Int(token) + 1)))
    }
    return (facts, words)
  }

  @Test func `in the order of the text, without the words that begin sentences`() {
    let found = facts("The mayor of Kelmouth said 12 boats sank. Twelve of Anna's did not.")
    #expect(found.words == ["Kelmouth", "12", "Twelve", "Anna"])
    #expect(found.facts.indices(in: 3..<6) == 0..<2)
    #expect(found.facts.indices(in: 6..<9) == 2..<3)
    #expect(found.facts.indices(in: 0..<0).isEmpty && found.facts.indices(in: 50..<60).isEmpty)
  }

  @Test(arguments: [
    ("Kyiv", "Kiev", true), ("Zelenskyy", "Zelensky", true), ("Gaddafi", "Gadhafi", false),
    ("Moammar", "Muammar", true), ("Palinsky", "Palinski", true), ("Iran", "Oran", false),
    ("Kelmouth", "Norbridge", false), ("Texas", "Kansas", false), ("240", "340", false),
    ("Zürich", "Zurich", false), ("Io", "Iowa", false),
  ])
  func `a name in another spelling has the same key`(one: String, other: String, isSame: Bool) {
    let keys = [one, other].map { facts("They met in \($0) again").facts.keys }
    #expect(keys.allSatisfy { $0.count == 1 })
    #expect((keys[0] == keys[1]) == isSame)
  }
}
