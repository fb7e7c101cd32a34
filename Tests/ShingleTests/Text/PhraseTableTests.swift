import Testing

@testable import Shingle

@Suite struct PhraseTableTests {
  private func find(_ phrases: [String], in text: String, at position: Int) -> [String] {
    var tokenizer = Tokenizer()
    var table = PhraseTable<String>()
    for phrase in phrases { table.add(phrase, phrase, &tokenizer) }
    return table.phrases(at: position, in: tokenizer.tokenize(text).hashes).map(\.value)
  }

  @Test("the longest phrase comes first")
  func longestFirst() {
    let found = find(["said", "said to", "said to the"], in: "she said to the", at: 1)
    #expect(found == ["said to the", "said to", "said"])
  }

  @Test("of two equal phrases the first added comes first")
  func firstOfEqual() {
    #expect(find(["Said to", "said TO"], in: "said to", at: 0) == ["Said to", "said TO"])
  }

  @Test("case, punctuation and spelling in Unicode make no difference")
  func comparesWords() {
    #expect(find(["déclaré à l"], in: "a DE\u{301}CLARE\u{301} à l’AFP", at: 1).count == 1)
  }

  @Test("a phrase does not run past the end or start before the text")
  func staysInside() {
    #expect(find(["read also"], in: "we read", at: 1).isEmpty)
    #expect(find(["read"], in: "read", at: 1).isEmpty)
    #expect(find(["read"], in: "read", at: -1).isEmpty)
  }

  @Test("a phrase without words is never found")
  func emptyPhrase() { #expect(find(["", "..."], in: "a b", at: 0).isEmpty) }

  @Test("the filter passes the first word of every phrase")
  func filterPasses() {
    var tokenizer = Tokenizer()
    var table = PhraseTable<Int>()
    let words = (0..<2000).map { "word\($0)" }
    for (index, word) in words.enumerated() { table.add(word, index, &tokenizer) }
    let hashes = tokenizer.tokenize(words.joined(separator: " ")).hashes
    for index in hashes.indices {
      #expect(table.mayBegin(with: hashes[index]))
      #expect(table.phrases(at: index, in: hashes).map(\.value) == [index])
    }
  }
}
