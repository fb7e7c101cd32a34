import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Word pairs` {
  private func pairs(_ text: String) -> WordPairs {
    var tokenizer = Tokenizer()
    return WordPairs(tokenizer.tokenize(text), in: text.utf8Span.span, .shipped)
  }

  private func share(_ first: String, _ second: String) -> Double {
    share(pairs(first), pairs(second))
  }

  private func share(_ first: WordPairs, _ second: WordPairs) -> Double {
    var probe = WordPairProbe()
    probe.load(pairs("another text that was looked up before this one, of other length"))
    probe.load(first)
    return probe.share(of: second, in: first)
  }

  @Test func `are found again where half of the words are others`() {
    let first = "rescuers dragged survivors from beneath the collapsed warehouse before dawn"
    let second = "survivors had been dragged by rescuers out of a warehouse that collapsed at dawn"
    let other = "voters queued for hours outside polling stations across the northern province"
    #expect(share(first, second) > 0.25)
    #expect(share(first, other) == 0)
  }

  @Test func `do not mind a word's ending, its case or the order of the two`() {
    #expect(share("they apologised for destroying evidence", "Evidence destroyed: apologises") == 1)
  }

  @Test func `are none of quotations, of two names or of plain words`() {
    #expect(pairs("“dragged survivors beneath collapsed warehouse”").keys.isEmpty)
    #expect(pairs("he was Willoughby Fernandez Ostrander Kowalczyk").keys.isEmpty)
    #expect(pairs("it is not that they were in it and of it all").keys.isEmpty)
  }

  @Test func `do not cross the end of a sentence`() {
    #expect(pairs("dragged. survivors. beneath. collapsed. warehouse").keys.isEmpty)
    #expect(pairs("dragged survivors beneath").keys.count == 3)
  }

  @Test(arguments: 0..<20)
  func `share as much either way, all with themselves, and are those of brute force`(seed: UInt64) {
    var news = RandomNews(seed: seed, words: 400)
    let story = news.story(paragraphs: 4)
    let kind = RandomNews.Copy.allCases[Int(seed) % 5]
    let texts = [story, news.copy(of: story, kind)].map { RandomNews.text($0) }
    let (first, second) = (pairs(texts[0]), pairs(texts[1]))
    #expect(share(first, second) == share(second, first))
    #expect(share(first, first) == (first.keys.isEmpty ? 0 : 1))
    #expect(first.keys == Set(first.keys).sorted())
    let shared = Set(first.keys).intersection(second.keys).count
    let fewest = min(first.keys.count, second.keys.count)
    #expect(share(first, second) == (fewest == 0 ? 0 : Double(shared) / Double(fewest)))
  }

  @Test func `of letters beyond ASCII are cut and folded alike`() {
    #expect(share("спасатели вытащили выживших", "Выживших вытащили спасателями") == 1)
  }
}
