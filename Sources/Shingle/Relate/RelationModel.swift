/// The weights by which evidence becomes a probability: two logistic regressions that can be read.
///
/// The first says how likely it is that one text was made from the other or both from a third; the
/// second, that the two are one form filled in twice (``TemplateEvidence``), which is no copy. A
/// pair is the same copy with probability *p* (1 − max(0, 2*q* − 1)), and counts as such from
/// ``threshold`` on.
/// The weights are data (`data/relation-model.json`), learned from labelled pairs and stored with
/// where they come from.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.relationModel = try RelationModel(json: bytes)
/// ```
public struct RelationModel: Sendable, Equatable {
  /// What weighs the evidence for a common copy.
  let copy: LogisticModel<Evidence.Feature>
  /// What weighs the evidence for a template.
  let template: LogisticModel<TemplateEvidence.Feature>
  /// The probability, in 0...1, from which a pair counts as the same copy. It is the mean link from
  /// which clusters are joined too, so a pair alone is decided as a cluster of two is.
  public let threshold: Double

  /// The threshold of a model that names none. Below a half, because copies that were never
  /// compared are lost whatever it is. Of 0.25, 0.3 ... 0.5 the best for pairs and clusters together,
  /// cross-validated on hand-labelled families; `scripts/learn-relations` reports the figures at it.
  public static let defaultThreshold = 0.35

  /// The model that is compiled in.
  public static let shipped: RelationModel = {
    do {
      // While a feature is new, no weight has been learned for it yet.
      return try RelationModel(json: Array(ShippedData.relationModel.utf8), allowsMissing: true)
    } catch {
      preconditionFailure("the shipped relation model does not parse: \(error)")
    }
  }()

  /// Creates a model.
  init(
    copy: LogisticModel<Evidence.Feature>, template: LogisticModel<TemplateEvidence.Feature>,
    threshold: Double = Self.defaultThreshold
  ) {
    self.copy = copy
    self.template = template
    self.threshold = threshold
  }

  /// Reads a model in the format of `data/relation-model.json`.
  ///
  /// - Parameter json: an object with `intercept`, a number; `weights`, an object with a number for
  ///   each feature by its name; `template`, an object with `intercept` and `weights` likewise;
  ///   `threshold` in 0...1; and, if it likes, `provenance`, which is for readers. Intercepts and
  ///   weights lie in ``weightRange``.
  /// - Throws: what is wrong with the first field that is.
  public init(json: [UInt8]) throws(RelationModelError) {
    try self.init(json: json, allowsMissing: false)
  }

  private init(json: [UInt8], allowsMissing: Bool) throws(RelationModelError) {
    let file = try RelationModelFile(json: json)
    guard (0...1).contains(file.threshold) else {
      throw RelationModelError(
        key: "threshold", "'\(file.threshold)' is out of range",
        hint: "a threshold is a probability, 0 to 1")
    }
    let copy = try LogisticModel<Evidence.Feature>(
      file.copy, at: [], allowsMissing: allowsMissing)
    let template = try LogisticModel<TemplateEvidence.Feature>(
      file.template, at: ["template"], allowsMissing: allowsMissing)
    self.init(copy: copy, template: template, threshold: file.threshold)
  }

  /// The intercepts and weights that a model may have. Learned ones are below 10, and a score
  /// beyond 40 decides by itself; up to here every score is printed to six decimals.
  public static let weightRange: ClosedRange<Double> = -1_000_000...1_000_000
}

extension RelationModel {
  /// What outputs call the model: `shipped`, or `xxh3:` and the hash of its numbers in 16
  /// hexadecimal digits.
  public var name: String {
    guard self != .shipped else { return "shipped" }
    let numbers =
      [threshold, copy.intercept] + copy.weights + [template.intercept] + template.weights
    let bits = numbers.map(\.bitPattern)
    let digits = String(XXH3.hash(bits.span), radix: 16)
    return "xxh3:" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The score of a pair without evidence.
  public var intercept: Double { copy.intercept }

  /// The score of a template without evidence.
  public var templateIntercept: Double { template.intercept }

  /// The weight of each feature of a template by its name, in the order of the evidence.
  public var namedTemplateWeights: [(name: String, weight: Double)] {
    zip(TemplateEvidence.Feature.allCases, template.weights).map { ($0.rawValue, $1) }
  }

  /// The weight of each feature of a common copy by its name, in the order of the evidence.
  public var namedWeights: [(name: String, weight: Double)] {
    zip(Evidence.Feature.allCases, copy.weights).map { ($0.rawValue, $1) }
  }
}
