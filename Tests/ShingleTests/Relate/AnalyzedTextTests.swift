import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A text ready for comparison` {
  private func texts(_ seed: UInt64) -> [(text: String, tokens: Tokens)] {
    var news = RandomNews(seed: seed)
    var sketcher = Sketcher(Configuration())
    return (news.corpus(stories: 3) + ["", "Zürich — „naïve“", "Read also: more\n\nA word."]).map {
      ($0, sketcher.tokens(of: $0))
    }
  }

  @Test(arguments: 0..<5)
  func `comes back from a storage as it was`(seed: UInt64) {
    for (text, tokens) in texts(seed) {
      let whole = AnalyzedText(tokens, of: text, shingleLength: 5)
      let back = AnalyzedText(spilled: whole.spilled)
      #expect(back.tokens == whole.tokens)
      #expect(back.shingles.hashes == whole.shingles.hashes)
      #expect(back.shingles.positions == whole.shingles.positions)
      #expect(back.shingles.distinctCount == whole.shingles.distinctCount)
      #expect(back.wordPairs == whole.wordPairs)
      #expect(back.facts == whole.facts)
      #expect(back.unmarkedHashes == whole.unmarkedHashes)
    }
  }

  @Test(arguments: 0..<5)
  func `has an outline of its boilerplate`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for (text, plain) in texts(seed) {
      var tokens = plain
      for index in 0..<tokens.count where Int.random(in: 0..<6, using: &generator) == 0 {
        tokens.markBoilerplate(TokenRange(index, min(tokens.count, index + 3)))
      }
      let outline = TextOutline(tokens, of: text)
      #expect(
        outline.proseCount == AnalyzedText(tokens, of: text, shingleLength: 5).proseCount)
      #expect(outline.furniture == codePoints(tokens.boilerplate, tokens, text))
      let cut = tokens.count / 3
      let ranges = [TokenRange(cut, tokens.count), TokenRange(0, cut)]
      let prose = outline.prose(in: ranges).flatMap { Array($0.lower..<$0.upper) }
      #expect(prose == (0..<tokens.count).filter { !tokens.flags[$0].contains(.boilerplate) })
    }
  }
}
