import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A comparison weighs what two texts share` {
  private let comparer = Comparer(statistics: .shipped, shingleLength: 5, aligns: true)

  private func analyzed(_ text: String, boilerplate: TokenRange? = nil) -> AnalyzedText {
    var tokenizer = Tokenizer()
    var tokens = tokenizer.tokenize(text)
    if let boilerplate { tokens.markBoilerplate(boilerplate) }
    return AnalyzedText(tokens, of: text, shingleLength: 5)
  }

  @Test(arguments: 0..<15)
  func `similarity is exact and coverage a share`(seed: UInt64) {
    var news = RandomNews(seed: seed, words: 400)
    let story = news.story(paragraphs: 6)
    let kind = RandomNews.Copy.allCases[Int(seed) % 5]
    let texts = [story, news.copy(of: story, kind)].map { RandomNews.text($0) }
    let comparison = comparer.compare(analyzed(texts[0]), analyzed(texts[1]))
    let words = texts.map { BruteForce.words($0) }
    #expect(comparison.overlap.jaccard == BruteForce.jaccard(words[0], words[1]))
    #expect((0...1).contains(comparison.coverageA) && (0...1).contains(comparison.coverageB))
    #expect(comparison.coverageA > 0 && comparison.coverageB > 0)
    #expect(comparison.wordsA == words[0].count && comparison.wordsB == words[1].count)
    let matched = comparison.matches.reduce(0) { $0 + $1.match.words }
    #expect(comparison.prose.words + comparison.quoted.words == matched)
    #expect(comparison.matches.allSatisfy { $0.bits > 0 })
  }

  @Test func `without alignment similarity is the same and nothing else is said`() {
    let plain = Comparer(statistics: .shipped, shingleLength: 5, aligns: false)
    var news = RandomNews(seed: 2)
    let story = news.story(paragraphs: 3)
    let texts = [story, news.copy(of: story, .edited)].map { analyzed(RandomNews.text($0)) }
    let comparison = plain.compare(texts[0], texts[1])
    #expect(comparison.overlap == comparer.compare(texts[0], texts[1]).overlap)
    #expect(comparison.matches.isEmpty && comparison.coverageA == 0)
  }

  @Test func `shared boilerplate weighs nothing and is a passage all the same`() {
    let footer = "visit the help page to see all our contact numbers today"
    let texts = ["some words of one story here ", "quite other words of another tale there "]
      .map { head in
        let start = head.split(separator: " ").count
        return analyzed(head + footer, boilerplate: TokenRange(start, start + 11))
      }
    let comparison = comparer.compare(texts[0], texts[1])
    #expect(comparison.matches.map(\.match.words) == [11])
    #expect(comparison.prose.words == 0 && comparison.quoted.words == 0)
    #expect(comparison.prose.bits == 0)
    #expect(comparison.coverageA == 0 && comparison.coverageB == 0)
    #expect(comparison.wordsA == 6 && comparison.wordsB == 7)
  }

  @Test func `a quotation in one text is a quotation in the pair`() {
    let words = "we will rebuild the harbour wall before the next winter storms arrive"
    let comparison = comparer.compare(
      analyzed("He said: \"\(words)\"."), analyzed("They promised that \(words) in the north."))
    #expect(comparison.matches.map(\.isQuoted) == [true])
    #expect(comparison.prose.words == 0 && comparison.quoted.words == 12)
    #expect(comparison.quoted.longest == 12)
  }

  @Test func `a stock phrase of five words is no passage, five rare words are`() {
    let stock = "on the sidelines of the"
    let rare = "zubrowka quixotically bedazzled flummoxed platypuses"
    for (phrase, count) in [(stock, 0), (rare, 1)] {
      let comparison = comparer.compare(
        analyzed("one two three \(phrase) four"), analyzed("five six \(phrase) seven eight"))
      #expect(comparison.matches.count == count)
    }
  }

  @Test func `the other way round everything changes sides`() {
    var news = RandomNews(seed: 8)
    let story = news.story(paragraphs: 6)
    let texts = [story, news.copy(of: story, .moved) + news.story(paragraphs: 2)]
      .map { analyzed(RandomNews.text($0)) }
    let there = comparer.compare(texts[0], texts[1])
    let back = comparer.compare(texts[1], texts[0])
    #expect(there.swapped.overlap == back.overlap)
    #expect(there.swapped.matches == back.matches)
    #expect(there.swapped.coverageA == back.coverageA)
    #expect(there.swapped.wordsA == back.wordsA)
    #expect(there.swapped.swapped.matches == there.matches)
  }

  @Test func `texts of boilerplate alone have no coverage`() {
    let text = "all rights reserved by the publisher of this page"
    let marked = analyzed(text, boilerplate: TokenRange(0, 9))
    let comparison = comparer.compare(marked, marked)
    #expect(comparison.coverageA == 0 && comparison.wordsA == 0)
    #expect(comparison.overlap.jaccard == 1)
  }
}
