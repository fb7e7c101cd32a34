internal import FoundationEssentials
internal import Glibc

/// The weights by which evidence becomes a probability: a logistic regression that can be read.
///
/// *p* = 1/(1 + e⁻ˢ) with *s* the intercept and the weighted sum of the features. The weights are
/// data (`data/relation-model.json`), written by `scripts/learn-relations` with where they come
/// from.
struct RelationModel: Sendable, Equatable {
  /// The score of a pair without evidence.
  let intercept: Double
  /// The weights, in the order of ``Evidence/Feature/allCases``.
  private let weights: [Double]

  /// The model that is compiled in.
  static let shipped: RelationModel = {
    do {
      return try RelationModel(json: ShippedData.relationModel)
    } catch {
      preconditionFailure("the shipped relation model does not parse: \(error)")
    }
  }()

  private struct File: Decodable {
    var intercept: Double
    var weights: [String: Double]
  }

  /// Reads a model; a feature without a weight counts for nothing.
  init(json: String) throws {
    let file = try JSONDecoder().decode(File.self, from: Data(json.utf8))
    intercept = file.intercept
    weights = Evidence.Feature.allCases.map { file.weights[$0.rawValue] ?? 0 }
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
