import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Edits are what stands between shared passages` {
  private let comparer = Comparer(statistics: .shipped, shingleLength: 5, aligns: true)

  private func edits(_ first: String, _ second: String) -> Edits {
    var tokenizer = Tokenizer()
    let texts = [first, second].map {
      AnalyzedText(tokenizer.tokenize($0), of: $0, shingleLength: 5)
    }
    return comparer.compare(texts[0], texts[1]).edits
  }

  private let form = "the board declared a regular quarterly dividend of"
  private let end = "payable to all holders of common stock of the company"

  @Test(arguments: [
    ("12 cents", "15 cents"), ("six cents", "eight cents"),
    ("shares in Norbridge", "shares in Eastmoor"), ("deux francs", "trois francs"),
  ])
  func `a name or figure in the place of another is a changed fact`(first: String, second: String) {
    let edits = edits("\(form) \(first) \(end)", "\(form) \(second) \(end)")
    #expect(edits.places == 1)
    #expect(edits.changedFacts == 1)
  }

  @Test(arguments: [
    ("about a dollar", "roughly a dollar"), ("12 cents", "12 cents a share"), ("money", "12 cents"),
    ("cents. The sum is", "cents. A sum is"),
  ])
  func `another wording, and a fact that one leaves out, is not`(first: String, second: String) {
    let edits = edits("\(form) \(first) \(end)", "\(form) \(second) \(end)")
    #expect(edits.places == 1)
    #expect(edits.changedFacts == 0)
  }

  @Test func `what stands behind the last passage counts, and what stands before the first not`() {
    let edits = edits("At Norbridge \(form) about 12", "At Eastmoor \(form) about 15")
    #expect(edits.places == 1)
    #expect(edits.changedFacts == 1)
  }

  @Test func `a long part that is new is one place and no changed fact`() {
    let addition = "and Norbridge said on 12 May that 40 of its 300 workers would have to leave"
    let edits = edits("\(form) 9 cents \(end)", "\(form) 9 cents \(addition) \(end)")
    #expect(edits.places == 1)
    #expect(edits.changedFacts == 0)
  }

  @Test(arguments: 0..<20)
  func `equal texts have none, and a copy at most one a run and one between runs`(seed: UInt64) {
    var news = RandomNews(seed: seed, words: 400)
    let story = news.story(paragraphs: 5)
    let kind = RandomNews.Copy.allCases[Int(seed) % 5]
    let texts = [story, news.copy(of: story, kind)].map { RandomNews.text($0) }
    #expect(edits(texts[0], texts[0]) == Edits())
    let found = edits(texts[0], texts[1])
    #expect((0...found.places).contains(found.changedFacts))
  }
}
