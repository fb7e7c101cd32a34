/// The evidence on one pair of documents, feature by feature.
public struct PairEvidence: Sendable, Equatable {
  /// The id of the first document, before the second's.
  public let a: String
  /// The id of the second document.
  public let b: String
  /// The names of the features with their values, in the model's order.
  public let features: [(name: String, value: Double)]
  /// The names and values of the features that speak for a template, in the model's order; empty
  /// for evidence that was read.
  public let templateFeatures: [(name: String, value: Double)]
  /// Whether a labeller holds the two to be the same copy, where that was asked.
  public var isSameCopy: Bool?
  /// Whether the model at hand takes the two for one form with other facts.
  public var isForm: Bool

  init(
    a: String, b: String, _ evidence: Evidence, _ template: TemplateEvidence, isForm: Bool
  ) {
    self.a = a
    self.b = b
    self.isForm = isForm
    features = zip(Evidence.Feature.allCases, evidence.values).map { ($0.rawValue, $1) }
    templateFeatures =
      zip(TemplateEvidence.Feature.allCases, template.values).map { ($0.rawValue, $1) }
  }

  /// Takes evidence that was written before; nothing where a feature is missing or outside
  /// ``featureRange``.
  public init?(
    a: String, b: String, features: [String: Double], isSameCopy: Bool?, isForm: Bool = false
  ) {
    self.a = a
    self.b = b
    self.isSameCopy = isSameCopy
    self.isForm = isForm
    templateFeatures = []
    self.features = Evidence.Feature.allCases.compactMap { feature in
      features[feature.rawValue].map { (feature.rawValue, $0) }
    }
    guard self.features.count == Evidence.Feature.allCases.count,
      self.features.allSatisfy({ Self.featureRange.contains($0.value) })
    else { return nil }
  }

  /// The values that a feature may have: each is a share, 0 or 1, or a binary logarithm of a count
  /// of words or bits, of which memory holds fewer than 2⁶⁴.
  public static let featureRange: ClosedRange<Double> = 0...64

  /// The names of the features, in the model's order.
  public static var featureNames: [String] { Evidence.Feature.allCases.map(\.rawValue) }

  /// Whether both say the same of the same pair.
  public static func == (left: PairEvidence, right: PairEvidence) -> Bool {
    left.a == right.a && left.b == right.b && left.isSameCopy == right.isSameCopy
      && left.isForm == right.isForm && left.features.elementsEqual(right.features) { $0 == $1 }
      && left.templateFeatures.elementsEqual(right.templateFeatures) { $0 == $1 }
  }
}

extension Detector {
  /// Returns the evidence on pairs of documents that are not identical, as the relation model weighs
  /// it, ordered by their ids: what a model is learned from.
  ///
  /// - Parameters:
  ///   - documents: the articles, with different ids.
  ///   - everyPair: whether pairs are compared of which a scan sees that they share too little, at a
  ///     cost of O(*n*²) for *n* documents.
  /// - Returns: the values of the features for each pair that shares a passage, or for every pair.
  public func evidence(on documents: [Document], everyPair: Bool = false) -> [PairEvidence] {
    let batch = compare(documents, { _ in }, proposals: everyPair ? .every : .scan) {
      everyPair || $0.isWeighed
    }
    return batch.pairs.all.filter { !$0.context.isIdentical }.map { evidence(on: $0, of: batch) }
  }

  /// Returns the evidence on those pairs of which labels decide whether they are the same copy, and
  /// what they decide; a scan need not compare them.
  public func evidence(on documents: [Document], by gold: GoldStandard) -> [PairEvidence] {
    let ids = documents.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let judge = GoldJudge(gold, ids: ids)
    let pairs = judge.decidedPairs
    let batch = compare(documents, { _ in }, proposals: .these(pairs)) { _ in true }
    return batch.pairs.all.compactMap { pair in
      guard !pair.context.isIdentical,
        let isSame = judge.judgement(DocumentPair(pair.a, pair.b)).isSameCopy
      else { return nil }
      var labelled = evidence(on: pair, of: batch)
      labelled.isSameCopy = isSame
      return labelled
    }
  }

  private func evidence(on pair: RelatedPair, of batch: Batch) -> PairEvidence {
    PairEvidence(
      a: batch.documents[pair.a].id, b: batch.documents[pair.b].id,
      Evidence(pair.comparison, pair.context), TemplateEvidence(pair.comparison, pair.context),
      isForm: configuration.relationModel.isForm(pair.comparison, pair.context))
  }
}

extension RelationModel {
  /// Whether two texts are rather one form with other facts than not: from there on this counts
  /// against a copy (``confidence(copy:template:)``).
  func isForm(_ comparison: Comparison, _ context: PairContext) -> Bool {
    templateProbability(comparison, context) > 0.5
  }
}

extension RelatedPair {
  /// Whether a scan has anything to weigh: what is identical is the same copy.
  var isWeighed: Bool { !comparison.matches.isEmpty && !context.isIdentical }
}
