import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Exchanged facts are those that each of two texts has for itself` {
  private let comparer = Comparer(statistics: .shipped, shingleLength: 5, aligns: true)

  private func exchanged(_ first: String, _ second: String) -> ExchangedFacts {
    var tokenizer = Tokenizer()
    let texts = [first, second].map {
      AnalyzedText(tokenizer.tokenize($0), of: $0, shingleLength: 5)
    }
    let facts = comparer.compare(texts[0], texts[1]).edits.exchanged
    #expect(comparer.compare(texts[1], texts[0]).edits.exchanged == facts)
    return facts
  }

  private let form = "the board declared a regular quarterly dividend of"
  private let end = "payable to all holders of common stock of the company"

  @Test(arguments: [
    ("12 cents", "15 cents", 1, false), ("six cents", "eight cents", 1, false),
    ("a share in Norbridge", "a share in Eastmoor", 1, true),
    ("12 cents in Norbridge", "15 cents in Eastmoor", 2, true),
    ("12 cents in Norbridge", "15 cents", 1, false), ("cents", "cents in Norbridge", 0, false),
  ])
  func `the fewer of either text's names and figures count`(
    first: String, second: String, count: Int, includesNames: Bool
  ) {
    #expect(
      exchanged("\(form) \(first) \(end)", "\(form) \(second) \(end)")
        == ExchangedFacts(count: count, includesNames: includesNames))
  }

  @Test func `a fact that stands elsewhere in the other text, or twice, is none of its own`() {
    let first = "\(form) 12 cents \(end) and 15 cents in all"
    #expect(exchanged(first, "\(form) 15 cents \(end)").count == 0)
    let twice = exchanged(
      "\(form) 12 cents \(end) so 12 cents it is", "\(form) 15 cents \(end) so 15 cents it is")
    #expect(twice.count == 1)
  }

  @Test func `many facts that stand elsewhere in the other text are found there`() {
    let figures = (100..<140).map(String.init)
    let first = "\(form) 12 cents \(end): \(figures.joined(separator: ", "))"
    let second = "\(form) 12 cents \(end): \(figures.reversed().joined(separator: ", "))"
    #expect(exchanged(first, second).count == 0)
    #expect(exchanged(first + " 777", second + " 888").count == 1)
  }

  @Test func `what stands before the first passage is left out`() {
    #expect(
      exchanged("At Norbridge \(form) a share \(end)", "At Eastmoor \(form) a share \(end)")
        == ExchangedFacts())
  }

  @Test func `no more are counted than say that the two state other things`() {
    let many = { (first: Int) in (first..<first + 20).map { "\($0) cents" }.joined(separator: " ") }
    let found = exchanged("\(form) \(many(100)) \(end)", "\(form) \(many(200)) \(end)")
    #expect(found == ExchangedFacts(count: ExchangedFacts.most))
  }

  @Test(arguments: 0..<20)
  func `a copy that was cut, and a digest that holds it whole, exchange none`(seed: UInt64) {
    var news = RandomNews(seed: seed, words: 400)
    let story = news.story(paragraphs: 5)
    let paragraphs = RandomNews.text(story).split(separator: "\n").map(String.init)
    let cut = paragraphs.dropLast(Int(seed) % 3 + 1).joined(separator: "\n")
    let whole = paragraphs.joined(separator: "\n")
    let digest = whole + "\n" + RandomNews.text(news.story(paragraphs: 4))
    #expect(exchanged(whole, cut) == ExchangedFacts())
    #expect(exchanged(whole, digest) == ExchangedFacts())
  }
}
