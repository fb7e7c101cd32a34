import ShingleTestSupport
import Testing

@testable import Shingle

/// These read labelled sets that are not part of the package; see `FixtureFiles.labelledSets`.
@Suite(
  .enabled(
    if: FixtureFiles.exists(FixtureFiles.labelledSets + "/reuters-c50/docs.jsonl"),
    "the labelled set reuters-c50 is not beside the package"))
struct `The labelled sets are met` {
  @Test func `exact pairs of wire stories are found, with their similarity`() throws {
    let folder = FixtureFiles.labelledSets + "/reuters-c50"
    let truth = try FixtureFiles.table(folder + "/pairs_exact_5gram.tsv").map { row in
      Truth(
        ids: row[0] < row[1] ? [row[0], row[1]] : [row[1], row[0]],
        jaccard: Double(row[5]) ?? 0, containment: Double(row[6]) ?? 0)
    }
    let inPairs = Set(truth.flatMap(\.ids))
    let articles = try FixtureFiles.articles(folder + "/docs.jsonl")
    // The articles of all pairs and as many others: the whole takes minutes without optimisation.
    let others = articles.filter { !inPairs.contains($0["id"]) }.prefix(inPairs.count)
    let documents = (articles.filter { inPairs.contains($0["id"]) } + others).map(\.document)
    var detector = Detector()
    detector.configuration.threads = 2
    let report = detector.report(on: documents)
    var jaccard: [[String]: Double] = [:]
    for pair in report.pairs {
      jaccard[[report.documents[pair.a].id, report.documents[pair.b].id]] = pair.jaccard
    }
    let (similar, weaker) = (truth.filter { $0.jaccard >= 0.5 }, truth.filter { $0.jaccard < 0.5 })
    #expect(share(similar) { jaccard[$0.ids] != nil } >= 0.995)
    #expect(share(weaker) { jaccard[$0.ids] != nil } >= 0.98)
    let near = share(truth) { pair in
      jaccard[pair.ids].map { abs($0 - pair.jaccard) <= 0.02 } ?? false
    }
    #expect(near >= 0.95)
  }

  private struct Truth {
    var ids: [String]
    var jaccard: Double
    var containment: Double
  }

  private func share(_ pairs: [Truth], where holds: (Truth) -> Bool) -> Double {
    Double(pairs.count(where: holds)) / Double(max(1, pairs.count))
  }
}
