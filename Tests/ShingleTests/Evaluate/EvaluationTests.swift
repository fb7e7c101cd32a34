import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `An evaluation` {
  private func pair(_ a: Int, _ b: Int, _ relation: Relation, _ confidence: Double = 0.5)
    -> RunResult.Pair
  {
    RunResult.Pair(a: "d\(a)", b: "d\(b)", relation: relation, confidence: confidence)
  }

  private func run(
    _ count: Int, _ pairs: [RunResult.Pair], clusters: [[Int]] = []
  ) -> RunResult {
    RunResult(
      documents: (0..<count).map { "d\($0)" },
      clusters: clusters.map { $0.map { "d\($0)" } }, pairs: pairs)
  }

  @Test func `knows nothing of an unlabelled pair, unless it is told what that means`() {
    let result = run(4, [pair(0, 1, .reprint), pair(2, 3, .rewrite), pair(1, 2, .rewrite)])
    let labels = [
      GoldPair(a: "d1", b: "d0", label: .reprint, group: "x"),
      GoldPair(a: "d2", b: "d0", label: .none, group: "x"),
    ]
    var gold = GoldStandard(pairs: labels)
    var evaluation = Evaluation(of: result, by: gold)
    #expect(evaluation.sameCopy == PrecisionRecall(right: 1))
    #expect(evaluation.unjudged == 2)
    gold.unlisted = .group
    evaluation = Evaluation(of: result, by: gold)
    #expect(evaluation.sameCopy == PrecisionRecall(right: 1, wrong: 1))
    #expect(evaluation.unjudged == 1)
    gold.unlisted = .none
    evaluation = Evaluation(of: result, by: gold)
    #expect(evaluation.sameCopy == PrecisionRecall(right: 1, wrong: 2))
  }

  @Test func `leaves ambiguous pairs and unlabelled ones of a family out of the pairs`() {
    let result = run(
      3, [pair(0, 1, .rewrite), pair(1, 2, .rewrite)], clusters: [[0, 1, 2]])
    let gold = GoldStandard(
      pairs: [GoldPair(a: "d0", b: "d1", label: .ambiguous)], families: [["d1", "d2"]],
      unlisted: .none)
    let evaluation = Evaluation(of: result, by: gold)
    #expect(evaluation.sameCopy == PrecisionRecall())
    #expect(evaluation.sameCopy.precision == nil)
    #expect(evaluation.clusterPairs == PrecisionRecall(right: 1, wrong: 1))
  }

  @Test func `names ids that the run does not know, and counts their pairs for nothing`() {
    let gold = GoldStandard(
      pairs: [
        GoldPair(a: "z", b: "d0", label: .rewrite), GoldPair(a: "y", b: "z", label: .rewrite),
      ], families: [["d0", "x"]])
    let evaluation = Evaluation(of: run(2, []), by: gold)
    #expect(evaluation.unknownIDs == ["x", "y", "z"])
    #expect(evaluation.labelledPairs == 0)
    #expect(evaluation.sameCopy == PrecisionRecall())
  }

  @Test func `tells ids apart by their bytes`() {
    let result = RunResult(
      documents: ["\u{E9}", "e\u{301}"], clusters: [],
      pairs: [
        RunResult.Pair(a: "\u{E9}", b: "e\u{301}", relation: .reprint, confidence: 1)
      ])
    let gold = GoldStandard(pairs: [GoldPair(a: "e\u{301}", b: "\u{E9}", label: .reprint)])
    #expect(Evaluation(of: result, by: gold).sameCopy == PrecisionRecall(right: 1))
  }

  @Test func `lists the most confident wrong pairs and the least confident missed ones first`() {
    let result = run(
      6,
      [
        pair(0, 1, .rewrite, 0.6), pair(0, 2, .rewrite, 0.9), pair(1, 2, .quote, 0.3),
        pair(1, 3, .none, 0.1),
      ])
    let missed = [(1, 2), (1, 3), (4, 5)].map {
      GoldPair(a: "d\($0.0)", b: "d\($0.1)", label: .rewrite)
    }
    let evaluation = Evaluation(
      of: result, by: GoldStandard(pairs: missed, unlisted: .none))
    #expect(evaluation.wrong.map(\.pair.confidence) == [0.9, 0.6])
    #expect(evaluation.missed.map(\.isWritten) == [false, true, true])
    #expect(evaluation.missed.map(\.pair.confidence) == [0, 0.1, 0.3])
  }

  @Test(arguments: 0..<40)
  func `counts as one does who goes through all pairs`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let scene = RandomScene(documents: 9, &generator)
    let evaluation = Evaluation(of: scene.run, by: scene.gold)
    #expect(evaluation.sameCopy == scene.samePairs)
    #expect(evaluation.clusterPairs == scene.clusterPairs)
    for relation in Relation.allCases where relation != .none {
      #expect(evaluation.confusion.figure(relation) == scene.figure(relation))
    }
  }
}

/// A run and labels made at random, and the counts by going through every pair.
private struct RandomScene {
  let count: Int
  var run: RunResult
  var gold: GoldStandard
  private var labels: [DocumentPair: GoldLabel] = [:]
  private var relations: [DocumentPair: Relation] = [:]
  private var families: [Set<Int>] = []
  private var clusterOf: [Int]

  init(documents count: Int, _ generator: inout SeededGenerator) {
    self.count = count
    clusterOf = (0..<count).map { _ in Int.random(in: 0..<5, using: &generator) }
    for a in 0..<count {
      for b in (a + 1)..<count {
        if Int.random(in: 0..<3, using: &generator) == 0 {
          labels[DocumentPair(a, b)] = GoldLabel.allCases.randomElement(using: &generator)
        }
        if Bool.random(using: &generator) {
          relations[DocumentPair(a, b)] = Relation.allCases.randomElement(using: &generator)
        }
      }
    }
    families = (0..<3).map { _ in
      Set((0..<count).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
    }
    run = RunResult(
      documents: (0..<count).map { "d\($0)" },
      clusters: (0..<5).map { [clusterOf] number in
        (0..<count).filter { clusterOf[$0] == number }.map { "d\($0)" }
      },
      pairs: relations.map {
        RunResult.Pair(a: "d\($0.key.a)", b: "d\($0.key.b)", relation: $0.value, confidence: 0.5)
      })
    gold = GoldStandard(
      pairs: labels.map { GoldPair(a: "d\($0.key.b)", b: "d\($0.key.a)", label: $0.value) },
      families: families.map { $0.map { "d\($0)" } }, unlisted: .none)
  }

  private func count(
    _ body: (GoldLabel, _ isFamily: Bool, Relation, _ isClustered: Bool) -> (Bool, Bool)?
  ) -> PrecisionRecall {
    var counts = PrecisionRecall()
    for a in 0..<count {
      for b in (a + 1)..<count {
        let pair = DocumentPair(a, b)
        let isFamily = families.contains { $0.contains(a) && $0.contains(b) }
        guard
          let (truth, called) = body(
            labels[pair] ?? .none, isFamily, relations[pair] ?? .none, clusterOf[a] == clusterOf[b])
        else { continue }
        counts.right += truth && called ? 1 : 0
        counts.wrong += !truth && called ? 1 : 0
        counts.missed += truth && !called ? 1 : 0
      }
    }
    return counts
  }

  var samePairs: PrecisionRecall {
    count { label, isFamily, relation, _ in
      label == .ambiguous || (isFamily && !label.isSameCopy)
        ? nil : (label.isSameCopy, relation.isSameCopy)
    }
  }

  var clusterPairs: PrecisionRecall {
    count { label, isFamily, _, isClustered in
      label == .ambiguous ? nil : (label.isSameCopy || isFamily, isClustered)
    }
  }

  /// Over labelled pairs, and unlabelled ones of no family.
  func figure(_ relation: Relation) -> PrecisionRecall {
    var counts = PrecisionRecall()
    for a in 0..<count {
      for b in (a + 1)..<count {
        let pair = DocumentPair(a, b)
        let isFamily = families.contains { $0.contains(a) && $0.contains(b) }
        guard labels[pair] != .ambiguous, labels[pair] != nil || !isFamily else { continue }
        let truth = (labels[pair] ?? .none).rawValue == relation.rawValue
        let called = relations[pair] == relation
        counts.right += truth && called ? 1 : 0
        counts.wrong += !truth && called ? 1 : 0
        counts.missed += truth && !called ? 1 : 0
      }
    }
    return counts
  }
}
