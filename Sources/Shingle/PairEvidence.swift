/// The evidence on one pair of documents, feature by feature.
public struct PairEvidence: Sendable, Equatable {
  /// The id of the first document, before the second's.
  public let a: String
  /// The id of the second document.
  public let b: String
  /// The names of the features with their values, in the model's order.
  public let features: [(name: String, value: Double)]

  init(a: String, b: String, _ evidence: Evidence, _ template: TemplateEvidence) {
    self.a = a
    self.b = b
    features =
      zip(Evidence.Feature.allCases, evidence.values).map { ($0.rawValue, $1) }
      + zip(TemplateEvidence.Feature.allCases, template.values).map { ($0.rawValue, $1) }
  }

  /// Whether both say the same of the same pair.
  public static func == (left: PairEvidence, right: PairEvidence) -> Bool {
    left.a == right.a && left.b == right.b
      && left.features.elementsEqual(right.features) { $0 == $1 }
  }
}
