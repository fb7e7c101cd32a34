internal import Glibc

/// The weights by which evidence becomes a probability: a logistic regression that can be read.
///
/// *p* = 1/(1 + e⁻ˢ) with *s* the intercept and the weighted sum of the features. A pair counts as
/// the same copy from ``threshold`` on. The weights are data (`data/relation-model.json`), learned
/// from labelled pairs and stored with where they come from.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.relationModel = try RelationModel(json: bytes)
/// ```
public struct RelationModel: Sendable, Equatable {
  /// The score of a pair without evidence.
  public let intercept: Double
  /// The probability, in 0...1, from which a pair counts as the same copy. It is the mean link from
  /// which clusters are joined too, so a pair alone is decided as a cluster of two is.
  public let threshold: Double
  /// The weights, in the order of ``Evidence/Feature/allCases``.
  let weights: [Double]

  /// The threshold of a model that names none. Below a half, because copies that were never
  /// compared are lost whatever it is: the best of 0.25 to 0.5 on hand-labelled families,
  /// cross-validated.
  public static let defaultThreshold = 0.4

  /// The model that is compiled in.
  public static let shipped: RelationModel = {
    do {
      // While a feature is new, no weight has been learned for it yet.
      let file = try RelationModelFile(json: Array(ShippedData.relationModel.utf8))
      return try RelationModel(file, allowsMissingWeights: true)
    } catch {
      preconditionFailure("the shipped relation model does not parse: \(error)")
    }
  }()

  /// Creates a model; there is a weight for each feature.
  init(intercept: Double, weights: [Double], threshold: Double = Self.defaultThreshold) {
    precondition(
      weights.count == Evidence.Feature.allCases.count, "a model of \(weights.count) weights")
    self.intercept = intercept
    self.weights = weights
    self.threshold = threshold
  }

  /// Reads a model in the format of `data/relation-model.json`.
  ///
  /// - Parameter json: an object with `intercept`, a number; `weights`, an object with a finite
  ///   number for each feature by its name; and, if it likes, `threshold` in 0...1. Other fields,
  ///   such as `provenance`, are for readers.
  /// - Throws: what is wrong with the first part that is.
  public init(json: [UInt8]) throws(RelationModelError) {
    self = try RelationModel(RelationModelFile(json: json), allowsMissingWeights: false)
  }

  private init(
    _ file: RelationModelFile, allowsMissingWeights: Bool
  ) throws(RelationModelError) {
    let names = Evidence.Feature.allCases.map(\.rawValue)
    if let unknown = file.weights.keys.filter({ !names.contains($0) }).min() {
      throw RelationModelError(
        "'\(unknown)' is no feature", hint: "the features are \(names.joined(separator: ", "))")
    }
    if let missing = names.first(where: { file.weights[$0] == nil }), !allowsMissingWeights {
      throw RelationModelError(
        "the weight of '\(missing)' is missing", hint: "a feature that counts for nothing has 0")
    }
    let threshold = file.threshold ?? Self.defaultThreshold
    guard (0...1).contains(threshold) else {
      throw RelationModelError("the threshold '\(threshold)' is out of range: 0 to 1")
    }
    self.init(
      intercept: file.intercept, weights: names.map { file.weights[$0] ?? 0 },
      threshold: threshold)
  }
}

extension RelationModel {
  /// What outputs call the model: `shipped`, or `xxh3:` and the hash of its numbers in 16
  /// hexadecimal digits.
  public var name: String {
    guard self != .shipped else { return "shipped" }
    let numbers = ([intercept, threshold] + weights).map(\.bitPattern)
    let digits = String(XXH3.hash(numbers.span), radix: 16)
    return "xxh3:" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The weight of each feature by its name, in the order of the evidence.
  public var namedWeights: [(name: String, weight: Double)] {
    zip(Evidence.Feature.allCases, weights).map { ($0.rawValue, $1) }
  }

  /// Returns the probability, in 0...1, that a pair with this evidence is the same copy.
  func probability(_ evidence: Evidence) -> Double {
    var score = intercept
    for (weight, value) in zip(weights, evidence.values) { score += weight * value }
    return 1 / (1 + exp(-score))
  }

  /// What each feature adds to the score *s*, in the order of ``Evidence/Feature/allCases``.
  func contributions(
    _ evidence: Evidence
  ) -> [(feature: Evidence.Feature, value: Double, score: Double)] {
    zip(Evidence.Feature.allCases, zip(weights, evidence.values)).map { ($0, $1.1, $1.0 * $1.1) }
  }
}
