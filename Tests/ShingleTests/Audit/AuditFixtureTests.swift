import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The audit of the invented articles is what each of them expects` {
  static let articles = (try? TestFiles.articles(TestFiles.fixture("audit.jsonl"))) ?? []
  static let report = Detector().report(on: articles.map(\.document))
  static let audit = Audit(report)

  private func member(_ article: TestFiles.Article) throws -> AuditedMember {
    let documents = Self.report.documents
    return try #require(Self.audit.members.first { documents[$0.document].id == article["id"] })
  }

  @Test func `every status and every kind of origin occurs`() {
    let attributions = Set(Self.audit.members.map(\.attribution))
    #expect(attributions == Set(Attribution.allCases))
    let kinds = Set(Self.report.clusters.map(\.origin.kind))
    #expect(kinds == Set(OriginKind.allCases))
    let basis = Self.audit.members.flatMap { $0.upstream?.basis ?? [] }
    #expect(Set(basis).isSuperset(of: [.credit, .agency, .date, .containment]))
  }

  @Test(arguments: articles) func `origin`(article: TestFiles.Article) throws {
    let origin = Self.report.clusters[try member(article).cluster].origin
    #expect(origin.name ?? "" == article["expect_origin"])
    #expect(origin.kind.rawValue == article["expect_kind"])
    #expect(origin.isInFeed == (article["expect_in_feed"] == "yes"))
  }

  @Test(arguments: articles) func `attribution`(article: TestFiles.Article) throws {
    #expect(try member(article).attribution.rawValue == article["expect_attribution"])
  }

  @Test(arguments: articles) func `upstream`(article: TestFiles.Article) throws {
    let upstream = try member(article).upstream
    let name = upstream?.document.map { Self.report.documents[$0].id } ?? upstream?.name
    #expect(name ?? "" == article["expect_upstream"])
  }

  @Test(arguments: articles) func `contradiction of record and text`(
    article: TestFiles.Article
  ) throws {
    let found = Self.audit.contradictions.first {
      Self.report.documents[$0.document].id == article["id"]
    }
    let names = found.map { "\($0.record.name) \($0.text.name)" } ?? ""
    #expect(names == article["expect_contradiction"])
  }

  /// Two articles, which of them had the copy first, and on what ground; a common source has none.
  static let directions: [(pair: [String], from: String?, basis: [DirectionBasis])] = [
    (["a1-wire", "a4-through"], "a1-wire", [.credit]),
    (["c1-own", "c2-credits"], "c1-own", [.credit]),
    (["a1-wire", "a2-lead"], nil, []), (["b1-own", "b3-silent"], "b1-own", [.agency]),
    (["i1", "i2"], "i1", [.version]), (["d1-first", "d2-reprint"], "d1-first", [.date]),
    (["d1-first", "d3-excerpt"], "d1-first", [.date, .containment]),
    (["j1-whole", "j2-part"], "j1-whole", [.containment]),
    (["k1-early", "k2-late"], nil, []), (["e1", "e2"], nil, []),
  ]

  @Test(arguments: directions) func `direction of a pair`(
    expected: (pair: [String], from: String?, basis: [DirectionBasis])
  ) throws {
    let report = Self.report
    let pair = try #require(
      report.pairs.first { [$0.a, $0.b].map { report.documents[$0].id } == expected.pair })
    #expect(pair.direction.map { report.documents[$0.from].id } == expected.from)
    #expect(pair.direction?.basis ?? [] == expected.basis)
    #expect(pair.commonSource == (expected.pair[1] == "a2-lead" ? "Reuters" : nil))
  }

  static let quoting = articles.filter { $0.fields["expect_change"] != nil }

  @Test(arguments: quoting) func `quotation`(article: TestFiles.Article) throws {
    let quotations = try #require(Self.audit.quotations)
    let uses = quotations.flatMap(\.uses).filter {
      Self.report.documents[$0.document].id == article["id"]
    }
    let use = try #require(uses.first)
    #expect(uses.count == 1)
    #expect(use.change.rawValue == article["expect_change"])
    let drops = [use.dropsSpeaker ? "speaker" : nil, use.dropsCredit ? "credit" : nil]
    #expect(drops.compactMap(\.self).joined(separator: " ") == article["expect_drops"])
    if let edits = article.fields["expect_edits"] {
      let found = use.edits.map { "\($0.position):\($0.old)>\($0.new)" }.joined(separator: "|")
      #expect(found == edits)
    }
  }

  @Test func `the model case comes from Reuters, which is not in the feed`() throws {
    let names = [
      "000_3dbc6e7623724356", "001_57f669ce418046d6", "002_f068c07213cd58e5",
      "003_f4ce3f877ad76716", "004_69a4f81c631331f4",
    ]
    let documents = try names.map { name in
      Document(
        id: name, text: try TestFiles.text(TestFiles.package + "/data/wire-story/\(name).txt"))
    }
    let report = Detector().report(on: documents)
    let audit = Audit(report)
    #expect(report.clusters.map(\.origin.name) == ["Reuters"])
    #expect(report.clusters.map(\.origin.isInFeed) == [false])
    #expect(audit.members.map(\.attribution) == [.credited, .credited])
    #expect(audit.members.map(\.upstream?.name) == ["Reuters", "Reuters"])
  }
}
