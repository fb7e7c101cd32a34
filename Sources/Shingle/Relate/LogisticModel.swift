internal import Glibc

/// A logistic regression over named features: *p* = 1/(1 + e⁻ˢ) with *s* the intercept and the
/// weighted sum of the features' values.
struct LogisticModel<Feature: WeighedByName>: Sendable, Equatable {
  /// The score without evidence.
  let intercept: Double
  /// The weights, in the order of `Feature.allCases`.
  let weights: [Double]

  /// Creates a model; there is a weight for each feature.
  init(intercept: Double, weights: [Double]) {
    precondition(weights.count == Feature.allCases.count, "a model of \(weights.count) weights")
    self.intercept = intercept
    self.weights = weights
  }

  /// Creates a model from the weights of a file, by the features' names.
  ///
  /// - Throws: the first name that is no feature, or the first feature without a weight unless
  ///   such count for nothing.
  init(
    intercept: Double, named: [String: Double], allowsMissing: Bool = false
  ) throws(RelationModelError) {
    let names = Feature.allCases.map(\.rawValue)
    if let unknown = named.keys.filter({ !names.contains($0) }).min() {
      throw RelationModelError(
        "'\(unknown)' is no feature", hint: "the features are \(names.joined(separator: ", "))")
    }
    if !allowsMissing, let missing = names.first(where: { named[$0] == nil }) {
      throw RelationModelError(
        "the weight of '\(missing)' is missing", hint: "a feature that counts for nothing has 0")
    }
    self.init(intercept: intercept, weights: names.map { named[$0] ?? 0 })
  }

  /// Returns the probability, in 0...1, that the values give.
  func probability(_ values: [Double]) -> Double {
    var score = intercept
    let (weights, values) = (weights.span, values.span)
    for index in 0..<weights.count { score += weights[index] * values[index] }
    return 1 / (1 + exp(-score))
  }

  /// What each feature adds to the score *s*.
  func contributions(_ values: [Double]) -> [(feature: Feature, value: Double, score: Double)] {
    zip(Feature.allCases, zip(weights, values)).map { ($0, $1.1, $1.0 * $1.1) }
  }
}

/// A kind of feature whose weights stand in a model file under its raw values.
protocol WeighedByName: CaseIterable, RawRepresentable, Sendable where RawValue == String {}
