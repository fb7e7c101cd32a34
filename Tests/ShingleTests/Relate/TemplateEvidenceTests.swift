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

  @Test(arguments: [
    (" and ordered aid to supplement the efforts of local crews", ""),
    ("heavy storms", "heavy  storrms"), ("may be named", "will perhaps be named"),
  ])
  func `without other facts the same words are no form, however late and whatever the headline`(
    old: String, new: String
  ) throws {
    var first = notice("a", "Norbridge", "12 May", "300 crowns")
    var second = first
    second.id = "b"
    second.text = first.text.replacing(old, with: new)
    #expect(second.text != first.text)
    second.title = "Aid for the coast"
    first.published = Timestamp(secondsSince1970: 0)
    second.published = Timestamp(secondsSince1970: 400 * 86_400)
    #expect(try #require(pair(first, second)).relation.isSameCopy)
    second.text += " " + RandomNews.text(newsOfAnotherDay)
    #expect(try #require(pair(first, second)).relation.isSameCopy)
  }

  private var newsOfAnotherDay: [[String]] {
    var news = RandomNews(seed: 7, words: 400)
    return news.story(paragraphs: 3)
  }

  @Test func `where no fact is changed or exchanged all evidence is nought`() {
    var comparison = Comparison(overlap: Overlap(first: 50, second: 50, shared: 30))
    comparison.matches = [
      WeighedMatch(match: Match(runs: [CommonRun(a: 0, b: 0, length: 50)]))
    ]
    comparison.edits = Edits(places: 20)
    var context = PairContext()
    (context.daysApart, context.otherHeadline) = (400, 1)
    #expect(TemplateEvidence(comparison, context).values.allSatisfy { $0 == 0 })
    #expect(RelationModel.shipped.templateProbability(comparison, context) < 0.5)
  }

  @Test func `a long text with one name spelled otherwise and another figure is a copy`() throws {
    let spelling = " The mayor of Wernigerode spoke to 300 people, and a band from there played on."
    let text = RandomNews.text(newsOfAnotherDay) + spelling + " " + longNews
    let first = Document(id: "a", text: text)
    let second = Document(
      id: "b", text: text.replacing("Wernigerode", with: "Wernigarode").replacing("300", with: "40")
    )
    let found = try #require(pair(first, second))
    #expect(first.text.split(separator: " ").count > 300)
    #expect(found.relation == .reprint)
  }

  private var longNews: String {
    var news = RandomNews(seed: 8, words: 400)
    return RandomNews.text(news.story(paragraphs: 9))
  }

  private func toll(
    _ id: String, _ count: String, title: String, hours: Int64, source: String = "Daily"
  ) -> Document {
    var report = Document(
      id: id,
      text: """
        Rescue crews dug through the rubble of a school on Friday after a strong earthquake shook \
        the mountain villages around Norbridge. At least \(count) people died and \(count)0 were \
        hurt, the mayor told reporters at the scene. Roads into the valley were blocked by stones, \
        so that helpers had to walk the last miles with their tools on their backs.
        """,
      title: title, source: source)
    report.published = Timestamp(secondsSince1970: hours * 3600)
    return report
  }

  @Test(arguments: [
    "Death toll rises to 14 in Norbridge quake", "Rescuers dig on through the night",
  ])
  func `later figures within a day are an update and no form`(title: String) throws {
    let first = toll("a", "12", title: "Quake kills 12 in Norbridge", hours: 0)
    let found = try #require(pair(first, toll("b", "14", title: title, hours: 20)))
    #expect(found.relation == .update)
    let elsewhere = try #require(
      pair(first, toll("b", "14", title: title, hours: 5, source: "Gazette")))
    #expect(elsewhere.relation == .reprint)
    let weeks = pair(first, toll("b", "14", title: title, hours: 2000))
    #expect(weeks?.relation.isSameCopy != true)
  }

  @Test func `headlines that name others make a form of later figures`() throws {
    var first = toll("a", "12", title: "Hartwell Mills sets quarterly", hours: 0)
    var second = toll("b", "14", title: "Pendergast Looms sets quarterly", hours: 3)
    first.text = "Hartwell said so. " + first.text
    second.text = "Pendergast said so. " + second.text
    #expect(pair(first, second)?.relation.isSameCopy != true)
    (first.title, second.title) = (nil, nil)
    #expect(pair(first, second)?.relation.isSameCopy != true)
  }

  @Test func `a short notice that leaves its name to the headline is a form`() throws {
    func notice(_ id: String, _ sum: String, _ title: String) -> Document {
      var notice = toll(id, "1", title: title, hours: 0)
      notice.text =
        "The board declared a dividend of \(sum) crowns, payable on April 30 to holders of record."
      return notice
    }
    let first = notice("a", "12", "Hartwell Mills sets quarterly")
    let second = notice("b", "14", "Pendergast Looms sets quarterly")
    #expect(pair(first, second)?.relation.isSameCopy != true)
    #expect(
      pair(first, notice("b", "14", "Hartwell Mills quarterly set"))?.relation.isSameCopy == true)
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
    comparison.edits = Edits(
      places: 4, changedFacts: 2, exchanged: ExchangedFacts(count: 2, includesNames: true))
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
