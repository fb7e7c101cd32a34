import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

/// These read a labelled set that is not part of the package; see `TestFiles.labelledSets`.
@Suite(
  .enabled(
    if: TestFiles.exists(TestFiles.labelledSets + "/wire-rewrites/credits.jsonl"),
    "the labelled set wire-rewrites is not beside the package"))
struct `Outlets named as sources are found` {
  private struct Label: Decodable, Hashable {
    var id: String
    var agency: String
    var kind: String
  }

  /// A document and a name of an outlet in it.
  private struct Use: Hashable {
    var id: String
    var name: String

    init(_ id: String, _ name: String) {
      self.id = id
      let small = name.lowercased()
      self.name = small.hasPrefix("the ") ? String(small.dropFirst(4)) : small
    }
  }

  private let gold: Set<Use>
  private let articles: [TestFiles.Article]

  init() throws {
    let folder = TestFiles.labelledSets + "/wire-rewrites"
    articles = try TestFiles.articles(folder + "/docs.jsonl")
    let agencies = Set(
      AgencyTable.shipped.agencies.flatMap(\.spellings).map { Use("", $0).name })
    let lines = try String(contentsOfFile: folder + "/credits.jsonl", encoding: .utf8)
    gold = Set(
      try lines.split(separator: "\n").map {
        try JSONDecoder().decode(Label.self, from: Data($0.utf8))
      }.filter { $0.kind != "about" && $0.kind != "photo" }
        .map { Use($0.id, $0.agency) }.filter { !agencies.contains($0.name) })
  }

  private func score(_ table: AgencyTable) -> (precision: Double, recall: Double) {
    var configuration = Configuration()
    configuration.agencies = table
    var sketcher = Sketcher(configuration)
    var found: Set<Use> = []
    for article in articles {
      let credits = sketcher.sketch(article.document).credits
      for credit in credits where credit.type == .outlet && credit.kind.namesSource {
        found.insert(Use(article.document.id, credit.name))
      }
    }
    let right = Double(found.intersection(gold).count)
    return (right / Double(found.count), right / Double(gold.count))
  }

  @Test func `with the whole table`() {
    let score = score(.shipped)
    #expect(score.precision >= 0.85 && score.recall >= 0.75, "\(score)")
  }

  /// What a table written without these articles would leave to the words in and beside a name.
  @Test func `with no outlet in the table that the articles name`() {
    let named = Set(gold.map(\.name))
    let rows = ShippedData.outlets.split(separator: "\n").filter { line in
      let spellings = line.split(separator: "\t").dropFirst(2).joined().split(separator: "|")
      return !spellings.contains { named.contains(Use("", String($0)).name) }
    }
    let table = AgencyTable(
      agencies: AgencyTable.shipped.agencies, outlets: rows.joined(separator: "\n"))
    let score = score(table)
    #expect(score.precision >= 0.75 && score.recall >= 0.5, "\(score)")
  }
}
