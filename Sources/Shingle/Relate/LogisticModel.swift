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

  /// Creates a model from a part of a file, by the features' names.
  ///
  /// - Throws: the first name that is no feature, the first feature without a weight unless such
  ///   count for nothing, or the first number out of range. `path` is where the part stands.
  init(
    _ part: RelationModelFile.Part, at path: [String], allowsMissing: Bool
  ) throws(RelationModelError) {
    let key = { (names: [String]) in (path + names).joined(separator: ".") }
    let names = Feature.allCases.map(\.rawValue)
    if let unknown = part.weights.keys.filter({ !names.contains($0) }).min() {
      throw RelationModelError(
        key: key(["weights", shortened(unknown)]), "there is no such feature",
        hint: hint(for: unknown, among: names))
    }
    if !allowsMissing, let missing = names.first(where: { part.weights[$0] == nil }) {
      throw RelationModelError(
        key: key(["weights", missing]), "the weight is missing",
        hint: "a feature that counts for nothing has 0")
    }
    self.init(intercept: part.intercept, weights: names.map { part.weights[$0] ?? 0 })
    let named = [(["intercept"], intercept)] + zip(names.map { ["weights", $0] }, weights)
    if let (name, value) = named.first(where: { !RelationModel.weightRange.contains($0.1) }) {
      throw RelationModelError(
        key: key(name), "'\(value)' is out of range",
        hint: "intercepts and weights lie between -1000000 and 1000000; learned ones are below 10")
    }
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
