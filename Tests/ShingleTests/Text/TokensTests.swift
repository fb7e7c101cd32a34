import Testing

@testable import Shingle

@Suite struct TokensTests {
  private func tokens(_ text: String) -> Tokens {
    var tokenizer = Tokenizer()
    return tokenizer.tokenize(text)
  }

  @Test("a range of tokens spans the bytes from its first to its last")
  func bytesOfRanges() {
    let tokens = tokens("Café is open.")
    #expect(tokens.bytes(of: TokenRange(0, 1)) == ByteRange(0, 5))
    #expect(tokens.bytes(of: TokenRange(0, 3)) == ByteRange(0, 13))
    #expect(tokens.bytes(of: TokenRange(1, 1)) == ByteRange(0, 0))
  }

  @Test("boilerplate is given as the ranges that were marked, joined where they touch")
  func boilerplateRanges() {
    var tokens = tokens("one two three four five six")
    #expect(tokens.boilerplate.isEmpty)
    tokens.markBoilerplate(TokenRange(0, 1))
    tokens.markBoilerplate(TokenRange(3, 4))
    tokens.markBoilerplate(TokenRange(4, 6))
    tokens.markBoilerplate(TokenRange(2, 2))
    #expect(tokens.boilerplate == [TokenRange(0, 1), TokenRange(3, 6)])
  }

  @Test("no tokens have no paragraphs and no boilerplate")
  func empty() {
    #expect(Tokens().paragraphs.isEmpty)
    #expect(Tokens().boilerplate.isEmpty)
  }
}
