import Testing

@testable import Shingle

@Suite struct `Figure words` {
  private func token(_ word: String) -> UInt64 {
    var tokenizer = Tokenizer()
    return tokenizer.tokenize(word).hashes[0]
  }

  @Test(arguments: ["six", "Twenty", "février", "zwölf", "двух", "पाँच", "三", "março"])
  func `are known in ten languages, whatever their case`(word: String) {
    #expect(FigureWords.shipped.contains(token(word)))
  }

  @Test(arguments: ["a", "un", "ein", "um", "bank"])
  func `are no articles and no other words`(word: String) {
    #expect(!FigureWords.shipped.contains(token(word)))
  }

  @Test func `of a malformed line are refused`() async {
    await #expect(processExitsWith: .failure) { _ = FigureWords(table: "en\ttwo words") }
  }
}
