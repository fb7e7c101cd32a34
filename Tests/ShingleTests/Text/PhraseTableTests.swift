import Testing

@testable import Shingle

@Suite struct PhraseTableTests {
  private func find(_ phrases: [String], in text: String, at position: Int) -> [String] {
    var tokenizer = Tokenizer()
    var table = PhraseTable<String>()
    for phrase in phrases { table.add(phrase, phrase, &tokenizer) }
    var found: [String] = []
    _ = table.first(at: position, in: tokenizer.tokenize(text).hashes) { phrase in
      found.append(phrase.value)
      return false
    }
    return found
  }

  @Test("the first phrase that is taken is found, with its length")
  func firstTaken() {
    var tokenizer = Tokenizer()
    var table = PhraseTable<Int>()
    for (index, phrase) in ["said to the", "said to", "said"].enumerated() {
      table.add(phrase, index, &tokenizer)
    }
    let hashes = tokenizer.tokenize("she said to the").hashes
    #expect(table.first(at: 1, in: hashes)?.count == 3)
    #expect(table.first(at: 1, in: hashes) { $0.value > 0 }?.count == 2)
    #expect(table.first(at: 1, in: hashes, bounds: TokenRange(0, 2))?.count == 1)
    #expect(table.first(at: 0, in: hashes) == nil)
  }

  @Test("backwards the first token of a phrase is the last of the text")
  func backwards() {
    var tokenizer = Tokenizer()
    var table = PhraseTable<String>()
    table.add("to said", "said to", &tokenizer)
    let hashes = tokenizer.tokenize("she said to the").hashes
    #expect(table.first(at: 2, in: hashes, isBackwards: true)?.value == "said to")
    let bounds = TokenRange(2, 4)
    #expect(table.first(at: 2, in: hashes, bounds: bounds, isBackwards: true) == nil)
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
      #expect(table.first(at: index, in: hashes)?.value == index)
    }
  }
}
