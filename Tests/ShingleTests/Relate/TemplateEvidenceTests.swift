import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A template is one form with other facts` {
  private func notice(_ id: String, _ place: String, _ day: String, _ sum: String) -> Document {
    Document(
      id: id,
      text: """
        The regional assembly today declared that a state of emergency exists in \(place) and ordered \
        aid to supplement the efforts of local crews in the areas hit by heavy storms since \(day). \
        Funding of \(sum) is available on a shared basis for the repair of roads and bridges that \
        the storms destroyed. Further places may be named later if the crews ask for it and if \
        surveys of the damage warrant it.
        """,
      title: "Emergency in \(place)", source: "Assembly Office")
  }

  private func pair(_ first: Document, _ second: Document) -> PairFinding? {
    Detector().report(on: [first, second]).pairs.first
  }

  @Test func `notices of two storms are no copy of one another, and say why`() throws {
    let found = try #require(
      pair(
        notice("a", "Norbridge", "12 May", "300 crowns"),
        notice("b", "Eastmoor", "4 August", "950 crowns")))
    #expect(!found.relation.isSameCopy)
    #expect(found.reasons.contains { $0.hasPrefix("one form with other facts: ") })
  }

  @Test func `a notice with a word or two changed is a copy`() throws {
    var second = notice("b", "Norbridge", "12 May", "300 crowns")
    second.text = second.text.replacing("heavy storms", with: "violent storms")
      .replacing("that the storms destroyed", with: "destroyed by the storms")
    let found = try #require(pair(notice("a", "Norbridge", "12 May", "300 crowns"), second))
    #expect(found.relation == .reprint)
    #expect(!found.reasons.contains { $0.hasPrefix("one form") })
  }

  @Test func `one changed fact tells less than many, though all edits change facts`() throws {
    let place = try #require(
      TemplateEvidence.Feature.allCases.firstIndex(of: .changedShare))
    let shares = [1, 2, 5, 20].map { count in
      var comparison = Comparison(overlap: Overlap(first: 500, second: 500, shared: 300))
      comparison.matches = [
        WeighedMatch(match: Match(runs: [CommonRun(a: 0, b: 0, length: 500)]))
      ]
      comparison.edits = Edits(places: count, changedFacts: count)
      return TemplateEvidence(comparison, PairContext()).values[place]
    }
    #expect(shares == shares.sorted() && shares[0] < 0.5 && shares[3] > 0.9)
  }

  @Test(arguments: 0..<5)
  func `the same words weeks later are a reprint still`(seed: UInt64) throws {
    var news = RandomNews(seed: seed, words: 400)
    let text = RandomNews.text(news.story(paragraphs: 6))
    var first = Document(id: "a", text: text)
    var second = Document(id: "b", text: text + " The meeting then adjourned.")
    first.published = Timestamp(secondsSince1970: 0)
    second.published = Timestamp(secondsSince1970: 40 * 86_400)
    #expect(try #require(pair(first, second)).relation.isSameCopy)
  }

  @Test func `a later version of an item may change its facts`() throws {
    var (first, second) = (
      notice("a", "Norbridge", "12 May", "300 crowns"),
      notice("b", "Norbridge", "12 May", "450 crowns")
    )
    (first.version, second.version) = ("1", "2")
    #expect(try #require(pair(first, second)).relation == .update)
  }

  @Test func `evidence of dates and headlines grows with what it states`() {
    var comparison = Comparison(overlap: Overlap(first: 50, second: 50, shared: 30))
    comparison.matches = [
      WeighedMatch(match: Match(runs: [CommonRun(a: 0, b: 0, length: 50)]))
    ]
    comparison.edits = Edits(places: 4, changedFacts: 2)
    func values(days: Double, headline: Double) -> [Double] {
      var context = PairContext()
      (context.daysApart, context.otherHeadline) = (days, headline)
      return TemplateEvidence(comparison, context).values
    }
    let near = values(days: 0, headline: 0)
    for far in [values(days: 30, headline: 0), values(days: 0, headline: 1)] {
      #expect(zip(near, far).count { $0 < $1 } == 1)
      #expect(zip(near, far).count { $0 > $1 } == 0)
    }
  }
}
