import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The fixtures are judged as they expect` {
  private static let languages = ["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"]

  /// The relation of every pair that is more than `none`, by the two ids.
  private static func relations(_ documents: [Document]) -> [[String]: Relation] {
    let report = Detector().report(on: documents)
    var relations: [[String]: Relation] = [:]
    for pair in report.pairs where pair.relation != .none {
      relations[[report.documents[pair.a].id, report.documents[pair.b].id]] = pair.relation
    }
    return relations
  }

  @Test(arguments: (1...12).map { $0 < 10 ? "case-0\($0)" : "case-\($0)" })
  func `each case has its relation`(name: String) throws {
    let articles = try TestFiles.articles(TestFiles.fixture("cases.jsonl"))
    let relations = Self.relations(articles.map(\.document))
    let pair = articles.filter { $0["id"].hasPrefix(name) }.map { $0["id"] }.sorted()
    let expected = articles.first { $0["id"] == pair.first }?["expect"] ?? ""
    #expect((relations[pair] ?? .none).rawValue == expected)
  }

  @Test func `no two cases have to do with each other`() throws {
    let articles = try TestFiles.articles(TestFiles.fixture("cases.jsonl"))
    let relations = Self.relations(articles.map(\.document))
    #expect(relations.keys.filter { $0[0].prefix(7) != $0[1].prefix(7) } == [])
  }

  @Test(arguments: languages)
  func `in each language the rewrite is found and the other report is not`(
    language: String
  ) throws {
    let path = TestFiles.fixture("languages/\(language).jsonl")
    let relations = Self.relations(try TestFiles.articles(path).map(\.document))
    #expect(relations[["\(language)-copy", "\(language)-wire"]]?.isSameCopy == true)
    #expect(relations.filter { $0.value.isSameCopy }.count == 1)
  }

  @Test func `no cluster mixes languages`() throws {
    let documents = try Self.languages.flatMap {
      try TestFiles.articles(TestFiles.fixture("languages/\($0).jsonl")).map(\.document)
    }
    let report = Detector().report(on: documents)
    for cluster in report.clusters {
      #expect(Set(cluster.members.map { report.documents[$0.document].language }).count == 1)
    }
    for pair in report.pairs {
      #expect(report.documents[pair.a].language == report.documents[pair.b].language)
    }
  }

  @Test func `of the five articles of the wire story two are one copy, from Reuters`() throws {
    let names = [
      "000_3dbc6e7623724356", "001_57f669ce418046d6", "002_f068c07213cd58e5",
      "003_f4ce3f877ad76716", "004_69a4f81c631331f4",
    ]
    let documents = try names.map { name in
      let path = TestFiles.package + "/data/wire-story/\(name).txt"
      return Document(id: name, text: try TestFiles.text(path))
    }
    let report = Detector().report(on: documents)
    let cluster = try #require(report.clusters.first)
    #expect(report.clusters.count == 1)
    #expect(cluster.members.map(\.document).sorted() == [0, 4])
    #expect(report.pairs.filter { $0.relation == .rewrite }.map { [$0.a, $0.b] } == [[0, 4]])
    #expect(cluster.origin.name == "Reuters")
    #expect(cluster.origin.evidence.map(\.document).sorted() == [0, 4])
  }
}
