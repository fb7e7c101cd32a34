import ShingleTestSupport
import Testing

@testable import Shingle

/// These read labelled sets that are not part of the package; see `TestFiles.labelledSets`.
@Suite(
  .enabled(
    if: TestFiles.exists(TestFiles.labelledSets + "/reuters-c50/docs.jsonl"),
    "the labelled set reuters-c50 is not beside the package"))
struct `Pairs and passages that were computed exactly are found` {
  private let folder = TestFiles.labelledSets + "/reuters-c50"

  @Test func `in two thousand wire stories`() throws {
    var detector = Detector()
    detector.configuration.threads = 2
    let articles = try TestFiles.articles(folder + "/docs.jsonl")
    let report = detector.report(on: articles.map(\.document))
    var found: [[String]: PairFinding] = [:]
    for pair in report.pairs {
      found[[report.documents[pair.a].id, report.documents[pair.b].id]] = pair
    }
    try expectPairs(found)
    try expectPassages(found)
  }

  private func expectPairs(_ found: [[String]: PairFinding]) throws {
    let truth = try TestFiles.table(folder + "/pairs_exact_5gram.tsv").map { row in
      (ids: [row[0], row[1]].sorted(), jaccard: Double(row[5]) ?? 0)
    }
    let similar = truth.filter { $0.jaccard >= 0.5 }
    let weaker = truth.filter { $0.jaccard < 0.5 }
    #expect(share(similar) { found[$0.ids] != nil } >= 0.995)
    #expect(share(weaker) { found[$0.ids] != nil } >= 0.98)
    let near = share(truth) { pair in
      found[pair.ids].map { abs($0.jaccard - pair.jaccard) <= 0.02 } ?? false
    }
    #expect(near >= 0.95)
  }

  /// The truth's passages are all maximal common runs of 8 words or more. A report has each word
  /// once, in the longest passage, so of passages that overlap in either text one is cut short.
  private func expectPassages(_ found: [[String]: PairFinding]) throws {
    let rows = try TestFiles.table(folder + "/passages_exact8.tsv").filter { $0[0] < $0[1] }
    let runs = rows.compactMap { row in
      found[[row[0], row[1]]].map { (pair: $0, at: row[3...6].map { Int($0) ?? 0 }) }
    }
    #expect(runs.count > 1_000)
    let covered = share(runs) { run in
      covers(run.pair.matches.map(\.a), run.at[0], run.at[1])
        || covers(run.pair.matches.map(\.b), run.at[2], run.at[3])
    }
    #expect(covered >= 0.999)
  }

  /// Whether ranges that are apart hold more than half of `start ..< end`.
  private func covers(_ ranges: [CodePointRange], _ start: Int, _ end: Int) -> Bool {
    let common = ranges.map { max(0, min($0.end, end) - max($0.start, start)) }
    return common.reduce(0, +) * 2 > end - start
  }

  private func share<Item>(_ items: [Item], where holds: (Item) -> Bool) -> Double {
    Double(items.count(where: holds)) / Double(max(1, items.count))
  }
}
