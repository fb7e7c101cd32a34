import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Tuning a model` {
  /// The invented articles of the fixtures, with labels for some pairs.
  private func news() throws -> (documents: [Document], gold: GoldStandard) {
    let files = ["cases.jsonl"] + fixtureLanguages.map { "languages/\($0).jsonl" }
    let documents = try files.flatMap { try fixture($0) }
    let labels = fixtureLanguages.flatMap { language in
      [
        GoldPair(a: "\(language)-wire", b: "\(language)-copy", label: .reprint, group: language),
        GoldPair(a: "\(language)-wire", b: "\(language)-other", label: .none, group: language),
      ]
    }
    let cases = ["02", "03", "05", "06", "07", "09", "12"].map { number in
      GoldPair(
        a: "case-\(number)-a", b: "case-\(number)-b",
        label: ["06", "07", "12"].contains(number) ? .none : .reprint, group: "case \(number)")
    }
    return (documents, GoldStandard(pairs: labels + cases, unlisted: .none))
  }

  @Test func `is a function of the documents and labels alone`() throws {
    var (documents, gold) = try news()
    let first = try Detector().tune(on: documents, by: gold)
    var generator = SeededGenerator(seed: 5)
    documents.shuffle(using: &generator)
    gold.pairs.shuffle(using: &generator)
    var configuration = Configuration()
    configuration.threads = 4
    #expect(try Detector(configuration: configuration).tune(on: documents, by: gold) == first)
    #expect(first.figures.alone.right > 8)
    #expect(first.thresholds.count == 11)
  }

  @Test func `counts the model at hand as a report of it is counted`() throws {
    let (documents, gold) = try news()
    let present = try Detector().tune(on: documents, by: gold).present
    let report = Detector().report(on: documents)
    let run = RunResult(
      documents: report.documents.map(\.id),
      clusters: report.clusters.map { $0.members.map { report.documents[$0.document].id } },
      pairs: report.pairs.map { pair in
        RunResult.Pair(
          a: report.documents[pair.a].id, b: report.documents[pair.b].id, relation: pair.relation,
          confidence: pair.confidence)
      })
    let evaluation = Evaluation(of: run, by: gold)
    #expect(present.joint == evaluation.sameCopy)
    #expect(present.clusters == evaluation.clusterPairs)
  }

  @Test func `takes the threshold that it is given`() throws {
    let (documents, gold) = try news()
    var options = TuningOptions()
    options.threshold = 0.9
    let tuning = try Detector().tune(on: documents, by: gold, options: options)
    #expect(tuning.model.threshold == 0.9)
    #expect(tuning.thresholds.map(\.threshold) == [0.9])
  }

  @Test func `learns from further evidence and does not count it`() throws {
    let (documents, gold) = try news()
    let also = Detector().evidence(on: documents, by: gold)
    let alone = try Detector().tune(on: documents, by: gold)
    let more = try Detector().tune(on: documents, by: gold, also: also)
    #expect(also.count == alone.pairs.same + alone.pairs.different)
    #expect(more.alsoPairs == alone.pairs)
    #expect(more.pairs == alone.pairs)
    #expect(more.model != alone.model)
  }

  @Test func `measures forms with other facts and does not learn from them`() throws {
    var (documents, gold) = try news()
    var options = TuningOptions()
    options.threshold = RelationModel.defaultThreshold
    let tuning = try Detector().tune(on: documents, by: gold, options: options)
    let forms = Detector().evidence(on: documents, by: gold)
      .filter { $0.isForm && $0.isSameCopy == false }
    #expect(forms.contains { $0.a == "case-07-a" && $0.b == "case-07-b" })
    #expect(tuning.formPairs == forms.count)
    let also = try Detector().tune(on: documents, by: gold, also: forms, options: options)
    #expect(also.model == tuning.model)
    #expect(also.formPairs == 2 * forms.count)
    // Left out altogether, they leave the same model and fewer pairs to measure.
    gold.pairs.removeAll { pair in forms.contains { $0.a == pair.a && $0.b == pair.b } }
    gold.pairs += forms.map { GoldPair(a: $0.a, b: $0.b, label: .ambiguous) }
    let without = try Detector().tune(on: documents, by: gold, options: options)
    #expect(without.model == tuning.model)
    #expect(without.formPairs == 0)
    #expect(without.pairs.different == tuning.pairs.different - forms.count)
  }

  @Test func `fails where there is too little to learn from`() throws {
    let (documents, gold) = try news()
    #expect(throws: TuningError.tooFew(same: 0, different: 0, forms: 0)) {
      try Detector().tune(on: documents, by: GoldStandard(pairs: []))
    }
    let copies = GoldStandard(pairs: gold.pairs.filter { $0.label == .reprint })
    #expect(throws: TuningError.tooFew(same: 14, different: 0, forms: 0)) {
      try Detector().tune(on: documents, by: copies)
    }
    #expect(throws: TuningError.oneGroup) {
      try Detector().tune(on: documents, by: gold, groupNames: { _ in "all" })
    }
    #expect(throws: TuningError.oneKindLeft(folds: 2)) {
      try Detector().tune(on: documents, by: gold) { document in
        ["06", "07", "12"].contains { document.id.hasPrefix("case-\($0)") } ? "no" : "yes"
      }
    }
  }
}
