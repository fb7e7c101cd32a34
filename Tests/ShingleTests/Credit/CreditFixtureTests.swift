import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

/// An article of `Fixtures/credits.jsonl` with every credit that a careful reader finds in it.
struct CreditedArticle: Decodable, CustomTestStringConvertible {
  struct Expected: Decodable, Equatable {
    var agency: String
    var type: String
    var kind: String
    var quote: String
  }

  var id: String
  var credits: [Expected]

  var testDescription: String { id }
}

@Suite struct CreditFixtureTests {
  private static let lines =
    ((try? String(
      contentsOf: repositoryRoot.appending(path: "Tests/Fixtures/credits.jsonl"), encoding: .utf8))
    ?? "").split(separator: "\n")

  @Test("each article gives its credits and no others", arguments: lines)
  func credits(line: Substring) throws {
    let article = try JSONDecoder().decode(CreditedArticle.self, from: Data(line.utf8))
    let document = try creditedDocument(line)
    var sketcher = Sketcher(Configuration())
    let credits = sketcher.sketch(document).credits
    let found = credits.map {
      CreditedArticle.Expected(
        agency: $0.name, type: $0.type.rawValue, kind: $0.kind.rawValue, quote: $0.quote)
    }
    #expect(found == article.credits, "\(article.id)")
    let scalars = Array(document.text.unicodeScalars)
    for credit in credits where credit.kind != .metadata {
      let quote = String(
        String.UnicodeScalarView(scalars[credit.range.start..<credit.range.end]))
      #expect(quote == credit.quote, "\(article.id)")
    }
  }

  @Test("the articles have every kind, and at least sixty of them")
  func kinds() throws {
    let articles = try Self.lines.map {
      try JSONDecoder().decode(CreditedArticle.self, from: Data($0.utf8))
    }
    #expect(articles.count >= 60)
    let kinds = Set(articles.flatMap(\.credits).map(\.kind))
    #expect(kinds == Set(CreditKind.allCases.map(\.rawValue)))
    #expect(Set(articles.map(\.id)).count == articles.count)
  }

  /// The article as a reader hands it over: fields that no record knows become metadata.
  private func creditedDocument(_ line: Substring) throws -> Document {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let record = try #require(object)
    var document = Document(
      id: try #require(record["id"] as? String), text: try #require(record["text"] as? String),
      source: record["source"] as? String, byline: record["byline"] as? String)
    for name in record.keys.sorted()
    where !["id", "text", "source", "byline", "credits"].contains(name) {
      let json = try JSONSerialization.data(
        withJSONObject: try #require(record[name]), options: .fragmentsAllowed)
      document.metadata.append(
        MetadataField(name: name, json: String(decoding: json, as: UTF8.self)))
    }
    return document
  }
}
