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

  /// Precision and recall over the documents that `isScored` takes.
  private func score(
    _ table: AgencyTable, where isScored: (String) -> Bool = { _ in true }
  ) -> (precision: Double, recall: Double) {
    var configuration = Configuration()
    configuration.agencies = table
    var sketcher = Sketcher(configuration)
    var found: Set<Use> = []
    for article in articles where isScored(article.document.id) {
      let credits = sketcher.sketch(article.document).credits
      for credit in credits where credit.type == .outlet && credit.kind.namesSource {
        found.insert(Use(article.document.id, credit.name))
      }
    }
    let right = Double(found.intersection(gold).count)
    return (right / Double(found.count), right / Double(gold.count { isScored($0.id) }))
  }

  /// The shipped table without the outlets of some names.
  private func table(without named: Set<String>) -> AgencyTable {
    let rows = ShippedData.outlets.split(separator: "\n").filter { line in
      let spellings = line.split(separator: "\t").dropFirst(2).joined().split(separator: "|")
      return !spellings.contains { named.contains(Use("", String($0)).name) }
    }
    return AgencyTable(
      agencies: AgencyTable.shipped.agencies, outlets: rows.joined(separator: "\n"))
  }

  @Test func `with the whole table`() {
    let score = score(.shipped)
    #expect(score.precision >= 0.85 && score.recall >= 0.75, "\(score)")
  }

  /// What a table written without these articles would leave to the words in and beside a name.
  @Test func `with no outlet in the table that the articles name`() {
    let score = score(table(without: Set(gold.map(\.name))))
    print("without their outlets: precision \(score.precision), recall \(score.recall)")
    #expect(score.precision >= 0.75 && score.recall >= 0.5, "\(score)")
  }

  /// What articles on other events would show at worst: eight times half of the events, with no
  /// outlet in the table that only those name. So the best known ones are missing too.
  @Test func `on the half of the events whose own outlets are in no table`() {
    let scores = (0..<8).map { seed in
      let isKept = { (id: String) in XXH3.hash("\(seed) " + event(id)) & 1 == 0 }
      let others = Set(gold.filter { !isKept($0.id) }.map(\.name))
      let own = Set(gold.filter { isKept($0.id) }.map(\.name)).subtracting(others)
      return score(table(without: own), where: isKept)
    }
    let precision = scores.map(\.precision).reduce(0, +) / 8
    let recall = scores.map(\.recall).reduce(0, +) / 8
    print("held-out halves: precision \(precision), recall \(recall)")
    #expect(precision >= 0.78 && recall >= 0.6, "\(scores)")
  }

  /// `13_14ecbplus` is the 14th article on the event `13 ecbplus`.
  private func event(_ id: String) -> String {
    let parts = id.split(separator: "_")
    return parts[0] + " " + parts[1].drop(while: \.isNumber)
  }
}
