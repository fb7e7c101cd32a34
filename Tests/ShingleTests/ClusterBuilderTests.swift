import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Clusters of a report have an id, an origin and roles` {
  private let story: String
  private let copies: [String]

  init() {
    var news = RandomNews(seed: 40)
    let story = news.story(paragraphs: 6)
    self.story = RandomNews.text(story)
    copies = (0..<4).map { _ in RandomNews.text(news.copy(of: story, .edited)) }
  }

  private func document(
    _ id: String, _ text: String, source: String? = nil, at seconds: Int64? = nil,
    byline: String? = nil
  ) -> Document {
    Document(
      id: id, text: text, source: source,
      published: seconds.map { Timestamp(secondsSince1970: $0) }, byline: byline)
  }

  /// The one cluster of a report, with its documents' ids.
  private func cluster(
    _ documents: [Document]
  ) throws -> (finding: ClusterFinding, ids: [String]) {
    let report = Detector().report(on: documents)
    #expect(report.clusters.count == 1)
    let cluster = try #require(report.clusters.first)
    return (cluster, cluster.members.map { report.documents[$0.document].id })
  }

  @Test func `an article that mixes two stories is in one cluster and linked to the other`() throws
  {
    var news = RandomNews(seed: 41)
    let stories = (0..<2).map { _ in news.story(paragraphs: 6) }
    let copies = stories.map { RandomNews.text(news.copy(of: $0, .edited)) }
    let mix = stories[0].prefix(2) + stories[1].prefix(2)
    let report = Detector().report(on: [
      document("a", RandomNews.text(stories[0])), document("b", copies[0]),
      document("mix", RandomNews.text(Array(mix))),
      document("x", RandomNews.text(stories[1])), document("y", copies[1]),
    ])
    #expect(report.clusters.count == 2)
    let home = try #require(
      report.clusters.first { $0.members.contains { report.documents[$0.document].id == "mix" } })
    let elsewhere = try #require(report.clusters.first { $0.id != home.id })
    for member in home.members {
      let isMix = report.documents[member.document].id == "mix"
      #expect(member.alsoSharesWith == (isMix ? [elsewhere.id] : []))
    }
    #expect(elsewhere.members.allSatisfy { $0.alsoSharesWith.isEmpty })
  }

  /// Two articles that have nothing to do with each other.
  private static let quay = """
    PORT HALVEN - Fishermen in the harbour town of Port Halven blocked the main quay on Monday in
    protest at a plan to cut the herring quota by a third, forcing two ferries to turn back.
    About sixty trawlers anchored across the entrance before dawn, harbour master Ingrid Solberg
    said. The blockade delayed some 1,400 passengers, and the coastguard did not intervene.
    Ministry surveyors say the herring stock has fallen to its lowest level since 1987. Skippers
    answer that the survey was made in the wrong month. Talks are planned for Thursday.
    """
  private static let metro = """
    VALLORCA - A court in Vallorca sentenced the former head of the metro, Tomas Elguero, to six
    years in prison for taking bribes from a builder of escalators.
    Prosecutors showed that 2.3 million crowns had been paid through a bakery owned by his cousin.
    Elguero denied the charge throughout a trial that lasted eleven months and heard 90 witnesses.
    The judge, Pilar Ronda, called the scheme patient and shameless. Lawyers of Tomas Elguero will
    appeal, and the council of Vallorca is to debate whether to annul the escalators' contract.
    """

  @Test func `a digest that holds two whole stories, printed twice, leaves them apart`() throws {
    let digest = Self.quay + "\n" + Self.metro
    let report = Detector().report(on: [
      document("quay-1", Self.quay), document("quay-2", "Harbour news: " + Self.quay),
      document("metro-1", Self.metro), document("metro-2", "City news: " + Self.metro),
      document("digest-1", digest), document("digest-2", "The week. " + digest),
    ])
    for member in report.clusters.flatMap(\.members) {
      let isDigest = report.documents[member.document].id.hasPrefix("digest")
      #expect(member.alsoSharesWith.isEmpty != isDigest)
    }
    let clusters = report.clusters.map { $0.members.map { report.documents[$0.document].id } }
    #expect(clusters.count == 2)
    for story in ["quay", "metro"] {
      let home = try #require(clusters.first { $0.contains("\(story)-1") })
      #expect(home.contains("\(story)-2"))
    }
    #expect(!report.pairs.contains { $0.via != nil })
  }

  @Test func `a digest stands for no cluster and says nothing of its origin`() throws {
    let digest = "The day in brief.\n" + Self.quay + "\n(Reuters)\n" + Self.metro + "\n(AFP)"
    let report = Detector().report(on: [
      document("quay-1", Self.quay, at: 200), document("quay-2", "Harbour: " + Self.quay, at: 300),
      document("metro-1", Self.metro, at: 200), document("metro-2", "City: " + Self.metro, at: 300),
      document("digest", digest, at: 100),
    ])
    let home = try #require(report.clusters.first { $0.members.count == 3 })
    let member = try #require(home.members.first { !$0.alsoSharesWith.isEmpty })
    #expect(report.documents[member.document].id == "digest")
    #expect(home.representativeReason == "whole (2 of 3), earliest (1 of 2)")
    #expect(home.representative != member.document)
    let names = home.origin.competing.map(\.name) + [home.origin.name]
    #expect(!names.contains("Reuters") && !names.contains("AFP"))
  }

  @Test func `the two halves of one story are joined by the article that has both`() {
    let halves = Self.metro.split(separator: "Elguero denied")
    let report = Detector().report(on: [
      document("all", Self.metro), document("first", String(halves[0])),
      document("second", "Elguero denied" + halves[1]),
    ])
    #expect(report.clusters.map(\.members.count) == [3])
  }

  @Test func `the id stays while later articles join`() throws {
    var documents = [document("m", story, at: 100), document("k", copies[0], at: 200)]
    let first = try cluster(documents).finding.id
    #expect(first.wholeMatch(of: /c-[0-9a-f]{16}/) != nil)
    for (number, id) in ["a", "z", "l"].enumerated() {
      documents.append(document(id, copies[number + 1], at: Int64(300 + number)))
      #expect(try cluster(documents).finding.id == first)
    }
    documents.append(document("0", story))
    #expect(try cluster(documents).finding.id == first)
  }

  @Test func `the earliest stands for the cluster, then date and id order the members`() throws {
    let found = try cluster([
      document("a", copies[0]), document("b", copies[1], at: 300),
      document("c", story, at: 100), document("d", copies[2], at: 200),
    ])
    #expect(found.ids == ["c", "d", "b", "a"])
    #expect(found.finding.members.map(\.role) == [.representative, .copy, .copy, .copy])
    #expect(found.finding.firstPublished == Timestamp(secondsSince1970: 100))
  }

  @Test func `the origin's own article stands for it even if it is later`() throws {
    let found = try cluster([
      document("a", story, source: "Post", at: 100),
      document("b", copies[0], source: "Reuters", at: 200),
    ])
    #expect(found.ids == ["b", "a"])
    #expect(found.finding.origin.name == "Reuters")
    #expect(found.finding.members.map(\.attribution) == [.isOrigin, .uncredited])
  }

  @Test func `without dates the longest stands for it`() throws {
    let found = try cluster([
      document("a", copies[0]), document("b", story + "\nAnd one more line of words."),
    ])
    #expect(found.ids == ["b", "a"])
    #expect(found.finding.firstPublished == nil)
    #expect(found.finding.origin.name == nil)
    #expect(found.finding.members.allSatisfy { $0.attribution == .unknown })
  }

  @Test func `a member's coverage is the share of its words that others have too`() throws {
    var news = RandomNews(seed: 41)
    let own = news.words(BruteForce.words(story).count).joined(separator: " ")
    let found = try cluster([
      document("a", story, at: 1), document("b", story + "\n" + own, at: 2),
    ])
    #expect(found.finding.members.map(\.coverage)[0] == 1)
    #expect(abs(found.finding.members[1].coverage - 0.5) < 0.02)
  }

  @Test func `a footer that all of an outlet's texts have does not join two stories`() {
    var news = RandomNews(seed: 43)
    let footer = "log in or register to participate in the discussion"
      .split(separator: " ").map { String($0) }
    let (one, two) = (news.story(paragraphs: 6), news.story(paragraphs: 6))
    let mixed = one.prefix(2) + two.suffix(2)
    let documents = [one, two, mixed + [], []].enumerated().map { number, story in
      Document(id: "d\(number)", text: RandomNews.text(story + [footer]), source: "Post")
    }
    let report = Detector().report(on: documents)
    #expect(report.findings[0].boilerplate.count == 1)
    let same = report.pairs.filter { $0.relation.isSameCopy }.map { [$0.a, $0.b] }
    #expect(same == [[0, 2], [1, 2]])
    #expect(report.clusters.map(\.members.count) == [2])
  }

  @Test func `clusters are ordered by size and then by id`() {
    var news = RandomNews(seed: 42)
    var texts: [String] = []
    for size in [2, 4, 2, 3] {
      let story = news.story(paragraphs: 5)
      for _ in 0..<size { texts.append(RandomNews.text(news.edited(story, share: 0.03))) }
    }
    let clusters = Detector().report(on: documents(texts)).clusters
    #expect(clusters.map(\.members.count) == [4, 3, 2, 2])
    #expect(clusters[2].id < clusters[3].id)
  }
}
