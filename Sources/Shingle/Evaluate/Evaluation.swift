/// How well a run did, by a gold standard.
///
/// ```swift
/// let evaluation = Evaluation(of: run, by: gold)
/// print(evaluation.sameCopy.f1 ?? 0, evaluation.bCubed?.f1 ?? 0)
/// ```
public struct Evaluation: Sendable, Equatable {
  /// The documents of the run.
  public let documents: Int
  /// The pairs with a label of which the run has both articles.
  public let labelledPairs: Int
  /// The families of which the run has a member.
  public let families: Int
  /// The ids that the gold standard names and the run lacks, ascending.
  public let unknownIDs: [String]
  /// Pairs called the same copy. Ambiguous pairs, and those of one family without a label of the
  /// same copy, are left out.
  public let sameCopy: PrecisionRecall
  /// The pairs called the same copy of which nothing is known; they are in no figure.
  public let unjudged: Int
  /// Labels against relations.
  public let confusion: ConfusionTable
  /// Pairs of documents in one cluster: right where a family holds both or they are labelled the
  /// same copy. Ambiguous pairs are left out.
  public let clusterPairs: PrecisionRecall
  /// The clusters seen from the documents that the gold standard speaks of, by the pairs of which
  /// it is known whether they belong in one cluster.
  public let bCubed: BCubed?
  /// The clusters seen from the known pairs, beyond chance; families that overlap count as one here.
  public let adjustedRandIndex: Double?
  /// The documents that are in more than one family.
  public let overlapping: Int
  /// Whether confidence is a probability, over the pairs written of which the truth is known.
  public let reliability: Reliability?
  /// The pairs wrongly called the same copy, the most confident first.
  public let wrong: [Miss]
  /// The pairs of the same copy that were not called so, the least confident first.
  public let missed: [Miss]

  /// A pair that was decided wrongly.
  public struct Miss: Sendable, Equatable {
    /// The pair as the run wrote it; of one not written, the relation is `none` and confidence 0.
    public var pair: RunResult.Pair
    /// What is held of it.
    public var label: GoldLabel
    /// Whether the run wrote the pair.
    public var isWritten: Bool
  }
}

extension Evaluation {
  /// Holds a run against a gold standard.
  ///
  /// - Complexity: O(*p* log *p* + Σ *m*²) for *p* pairs written or labelled, and clusters and
  ///   families of *m* documents.
  public init(of run: RunResult, by gold: GoldStandard) {
    let judge = GoldJudge(gold, ids: run.documents)
    let numbered = NumberedRun(run)
    let tally = PairTally(samePairs: numbered.samePairs, judge)
    let agreement = ClusterAgreement(numbered.clusters, judge)
    documents = run.documents.count
    labelledPairs = judge.labels.count
    families = judge.families.count
    unknownIDs = judge.unknownIDs
    sameCopy = tally.total
    unjudged = tally.unjudged
    confusion = numbered.confusion(judge)
    clusterPairs = PairTally(clusters: numbered.clusters, judge).total
    bCubed = agreement?.bCubed
    adjustedRandIndex = agreement?.adjustedRandIndex
    overlapping = judge.overlapping
    reliability = Reliability(numbered.confidences(judge))
    wrong = numbered.wrong(judge)
    missed = numbered.missed(judge)
  }
}

/// A run by the numbers of its documents.
private struct NumberedRun {
  private let run: RunResult
  /// The places in `run.pairs` of the pairs written.
  private var places: [DocumentPair: Int] = [:]
  let clusters: [[Int]]

  /// Leaves out what names a document that the run does not list.
  init(_ run: RunResult) {
    self.run = run
    let numbers = DocumentNumbers(run.documents)
    clusters = run.clusters.map { Set($0.compactMap { numbers[$0] }).sorted() }
    for (place, pair) in run.pairs.enumerated() {
      guard let a = numbers[pair.a], let b = numbers[pair.b], a != b else { continue }
      places[DocumentPair(a, b)] = place
    }
  }

  /// The pairs called the same copy.
  var samePairs: Set<DocumentPair> {
    Set(places.filter { run.pairs[$0.value].relation.isSameCopy }.keys)
  }

  func confusion(_ judge: GoldJudge) -> ConfusionTable {
    var table = ConfusionTable()
    for (pair, place) in places { table.add(judge.judgement(pair).row, run.pairs[place].relation) }
    for (pair, label) in judge.labels where places[pair] == nil { table.add(.label(label), .none) }
    return table
  }

  func confidences(_ judge: GoldJudge) -> [(confidence: Double, isSameCopy: Bool)] {
    places.sorted { $0.key < $1.key }.compactMap { pair, place in
      judge.judgement(pair).isSameCopy.map { (run.pairs[place].confidence, $0) }
    }
  }

  func wrong(_ judge: GoldJudge) -> [Evaluation.Miss] {
    let pairs = samePairs.filter { judge.judgement($0).isSameCopy == false }
    return misses(pairs.sorted(), judge) { $0 > $1 }
  }

  func missed(_ judge: GoldJudge) -> [Evaluation.Miss] {
    let found = samePairs
    return misses(judge.samePairs.filter { !found.contains($0) }, judge) { $0 < $1 }
  }

  /// Orders pairs by their confidence, and equal ones by their documents.
  private func misses(
    _ pairs: [DocumentPair], _ judge: GoldJudge, by precedes: (Double, Double) -> Bool
  ) -> [Evaluation.Miss] {
    let misses = pairs.map { pair in
      let label = judge.labels[pair] ?? .none
      guard let place = places[pair] else {
        let unwritten = RunResult.Pair(
          a: run.documents[pair.a], b: run.documents[pair.b], relation: .none, confidence: 0)
        return Evaluation.Miss(pair: unwritten, label: label, isWritten: false)
      }
      return Evaluation.Miss(pair: run.pairs[place], label: label, isWritten: true)
    }
    // Stable by the places, since Swift promises no stable sort.
    return misses.enumerated().sorted { one, other in
      let (left, right) = (one.element.pair.confidence, other.element.pair.confidence)
      return left == right ? one.offset < other.offset : precedes(left, right)
    }.map(\.element)
  }
}
