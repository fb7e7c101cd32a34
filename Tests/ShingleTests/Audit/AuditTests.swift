import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `An audit` {
  private static let documents = `The audit of the invented articles is what each of them expects`
    .articles.map(\.document)

  @Test(arguments: 0..<6) func `depends neither on the order of the input nor on threads`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    var configuration = Configuration()
    let expected = Audit(Detector(configuration: configuration).report(on: Self.documents))
    configuration.threads = 1 + Int(seed % 4)
    let shuffled = Self.documents.shuffled(using: &random)
    let audit = Audit(Detector(configuration: configuration).report(on: shuffled))
    #expect(audit.members == expected.members)
    #expect(audit.matrix == expected.matrix)
    #expect(audit.contradictions == expected.contradictions)
    #expect(audit.quotations == expected.quotations)
  }

  /// A batch of generated stories, copied by outlets that credit an agency or do not.
  private static func batch(seed: UInt64) -> [Document] {
    var news = RandomNews(seed: seed)
    var random = SeededGenerator(seed: seed)
    let outlets = ["CNN", "BBC", "NDTV", "Post", "AP", nil]
    let leads = ["", "TOWN (AP) - ", "TOWN (Reuters) - ", "BBC reported that "]
    return (0..<12).flatMap { story in
      let paragraphs = news.story(paragraphs: 5)
      return (0..<Int.random(in: 1...5, using: &random)).map { copy in
        let text = RandomNews.text(news.edited(paragraphs, share: 0.02))
        let hours = Int64.random(in: 0...100, using: &random)
        return Document(
          id: "s\(story)-\(copy)",
          text: leads[Int.random(in: leads.indices, using: &random)] + text,
          source: outlets[Int.random(in: outlets.indices, using: &random)],
          published: hours < 20
            ? nil : Timestamp(secondsSince1970: hours * 3600, isDayOnly: hours < 40))
      }
    }
  }

  @Test(arguments: 0..<12) func `counts every member once in its row, column and cell`(
    seed: UInt64
  ) {
    let report = Detector().report(on: Self.batch(seed: seed))
    let audit = Audit(report)
    let matrix = audit.matrix
    #expect(audit.members.count == report.clusters.reduce(0) { $0 + $1.members.count })
    for attribution in Attribution.allCases {
      let members = audit.members.count { $0.attribution == attribution }
      #expect(matrix.total.counts[attribution] ?? 0 == members)
      #expect(sum(matrix.rows.map(\.total), attribution) == members)
      #expect(sum(matrix.columns.map(\.total), attribution) == members)
      #expect(sum(matrix.rows.flatMap { Array($0.cells.values) }, attribution) == members)
    }
    for row in matrix.rows {
      #expect(row.total.members == row.cells.values.reduce(0) { $0 + $1.members })
    }
    for (index, column) in matrix.columns.enumerated() {
      let cells = matrix.rows.compactMap { $0.cells[index] }
      #expect(column.total.members == cells.reduce(0) { $0 + $1.members })
    }
  }

  private func sum(_ cells: [AuditMatrix.Cell], _ attribution: Attribution) -> Int {
    cells.reduce(0) { $0 + ($1.counts[attribution] ?? 0) }
  }

  @Test(arguments: 0..<12) func `follows upstreams without going in circles`(seed: UInt64) {
    let audit = Audit(Detector().report(on: Self.batch(seed: seed)))
    let upstream = Dictionary(
      uniqueKeysWithValues: audit.members.map { ($0.document, $0.upstream?.document) })
    for member in audit.members {
      var (here, steps) = (member.document, 0)
      while let next = upstream[here] ?? nil, steps <= audit.members.count {
        (here, steps) = (next, steps + 1)
      }
      #expect(steps <= audit.members.count)
    }
  }

  @Test(arguments: 0..<12) func `shows passages that stand in both texts`(seed: UInt64) throws {
    let report = Detector().report(on: Self.batch(seed: seed))
    let audit = Audit(report)
    for member in audit.members {
      #expect((0...1).contains(member.copied))
      #expect(member.attribution != .isOrigin || member.copied == 0)
      let counterpart = try #require(member.counterpart)
      #expect(counterpart != member.document)
      for passage in member.passages where passage.verbatim {
        #expect(
          BruteForce.words(text(report, member.document, passage.range))
            == BruteForce.words(text(report, counterpart, passage.other)))
      }
    }
    let ids = audit.members.flatMap { [$0.id] + $0.passages.map(\.id) }
    #expect(Set(ids).count == ids.count)
  }

  private func text(_ report: Report, _ document: Int, _ range: CodePointRange) -> String {
    let scalars = report.documents[document].text.unicodeScalars
    return String(
      String.UnicodeScalarView(scalars.dropFirst(range.start).prefix(range.end - range.start)))
  }

  @Test func `has no ledger without texts, and nothing without passages`() {
    let report = Detector().report(on: Self.documents)
    #expect(Audit(report, hasTexts: false).quotations == nil)
    var configuration = Configuration()
    configuration.findsPassages = false
    let audit = Audit(Detector(configuration: configuration).report(on: Self.documents))
    #expect(audit.members.isEmpty && audit.quotations == nil && audit.matrix.rows.isEmpty)
  }

  @Test func `keeps the names of its findings as more articles come in`() {
    let few = Audit(Detector().report(on: Self.documents.filter { $0.id < "b" }))
    let all = Audit(Detector().report(on: Self.documents))
    #expect(Set(few.members.map(\.id)).isSubset(of: all.members.map(\.id)))
    let passages = Set(all.members.flatMap { $0.passages.map(\.id) })
    #expect(passages.isSuperset(of: few.members.flatMap { $0.passages.map(\.id) }))
  }
}
