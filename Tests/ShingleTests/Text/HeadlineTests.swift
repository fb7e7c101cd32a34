import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct HeadlineTests {
  private func names(_ title: String, _ text: String) -> [String] {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(title)
    let found = Headline(tokens, of: tokenizer.tokenize(text)).names
    #expect(found == found.sorted())
    return title.split(separator: " ").map { String($0) }.filter { word in
      hashes(word).contains(where: found.contains)
    }
  }

  @Test(arguments: [
    // A capital wherever it stands, be it at the beginning of sentences only.
    (
      "Bridge Mills Raise Toll", "Bridge said on Monday that the toll of the mills will rise.",
      ["Bridge"]
    ),
    // Written small somewhere.
    ("BRIDGE CLOSED", "Bridge traffic stood still. The bridge was closed.", []),
    // Not in the text.
    ("Pendergast Raises Payment", "The board declared 12 crowns a share.", []),
    // Figures are none.
    ("98741 Die in 2031", "The quake killed 98,741 in 2031.", []),
  ])
  func `names are told by the text`(title: String, text: String, expected: [String]) {
    #expect(names(title, text) == expected)
  }

  @Test func `names are exchanged where each has one for itself`() {
    var tokenizer = Tokenizer()
    func headline(_ title: String) -> Headline {
      let tokens = tokenizer.tokenize(title)
      return Headline(tokens, of: tokens)
    }
    #expect(headline("Hartwell").exchangesNames(with: headline("Pendergast")))
    #expect(!headline("Hartwell").exchangesNames(with: headline("Hartwell Pendergast")))
    #expect(!headline("Hartwell").exchangesNames(with: Headline()))
    #expect(headline("Quake kills 12 in Hartwell").isLike(headline("Hartwell quake kills 14")))
    #expect(
      !headline("Hartwell Mills sets quarterly").isLike(
        headline("Pendergast Looms sets quarterly")))
  }

  @Test func `words are distinct and ascending`() {
    var tokenizer = Tokenizer()
    let words = Headline(tokenizer.tokenize("To be or not to be"), of: Tokens()).words
    #expect(words == Set(hashes("to be or not")).sorted())
    #expect(Headline().words.isEmpty && Headline().names.isEmpty)
  }
}
