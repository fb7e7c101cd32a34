/// The evidence on one pair of documents, feature by feature.
public struct PairEvidence: Sendable, Equatable {
  /// The id of the first document, before the second's.
  public let a: String
  /// The id of the second document.
  public let b: String
  /// The names of the features with their values, in the model's order.
  public let features: [(name: String, value: Double)]
  /// Whether a labeller holds the two to be the same copy, where that was asked.
  public var isSameCopy: Bool?

  init(a: String, b: String, _ evidence: Evidence) {
    self.a = a
    self.b = b
    features = zip(Evidence.Feature.allCases, evidence.values).map { ($0.rawValue, $1) }
  }

  /// Takes evidence that was written before; nothing where a feature is missing or not finite.
  public init?(a: String, b: String, features: [String: Double], isSameCopy: Bool?) {
    self.a = a
    self.b = b
    self.isSameCopy = isSameCopy
    self.features = Evidence.Feature.allCases.compactMap { feature in
      features[feature.rawValue].map { (feature.rawValue, $0) }
    }
    let isFinite = self.features.allSatisfy(\.value.isFinite)
    guard isFinite, self.features.count == Evidence.Feature.allCases.count else { return nil }
  }

  /// The names of the features, in the model's order.
  public static var featureNames: [String] { Evidence.Feature.allCases.map(\.rawValue) }

  /// Whether both say the same of the same pair.
  public static func == (left: PairEvidence, right: PairEvidence) -> Bool {
    left.a == right.a && left.b == right.b && left.isSameCopy == right.isSameCopy
      && left.features.elementsEqual(right.features) { $0 == $1 }
  }
}

extension Detector {
  /// Returns the evidence on every pair of documents that share a passage and are not identical, as
  /// the relation model weighs it, ordered by their ids: what a model is learned from.
  public func evidence(on documents: [Document]) -> [PairEvidence] {
    let batch = compare(documents, { _ in }, keeping: \.isWeighed)
    return batch.pairs.filter(\.isWeighed).map { evidence(on: $0, of: batch) }
  }

  /// Returns the evidence on those pairs of which labels decide whether they are the same copy, and
  /// what they decide.
  public func evidence(on documents: [Document], by gold: GoldStandard) -> [PairEvidence] {
    let batch = compare(documents, { _ in }, keeping: \.isWeighed)
    let judge = GoldJudge(gold, ids: batch.documents.map(\.id))
    return batch.pairs.filter(\.isWeighed).compactMap { pair in
      judge.judgement(DocumentPair(pair.a, pair.b)).isSameCopy.map { isSame in
        var labelled = evidence(on: pair, of: batch)
        labelled.isSameCopy = isSame
        return labelled
      }
    }
  }

  private func evidence(on pair: RelatedPair, of batch: Batch) -> PairEvidence {
    PairEvidence(
      a: batch.documents[pair.a].id, b: batch.documents[pair.b].id,
      Evidence(pair.comparison, pair.context))
  }
}

extension RelatedPair {
  /// Whether the relation model has anything to weigh: what is identical is the same copy.
  var isWeighed: Bool { !comparison.matches.isEmpty && !context.isIdentical }
}
