internal import FoundationEssentials

/// The numbers of a model as they stand in its file, before they are matched with the features.
struct RelationModelFile: Decodable {
  var intercept: Double
  var threshold: Double?
  var weights: [String: Double]
  var template: Part?

  /// A logistic regression.
  struct Part: Decodable {
    var intercept: Double
    var weights: [String: Double]
  }

  /// Parses JSON.
  init(json: [UInt8]) throws(RelationModelError) {
    do {
      self = try JSONDecoder().decode(RelationModelFile.self, from: Data(json))
    } catch let error as DecodingError {
      throw RelationModelError(error)
    } catch {
      throw RelationModelError("the model cannot be parsed: \(error)")
    }
  }
}

/// Why a relation model cannot be used: `the weight of 'length' is missing`.
public struct RelationModelError: Error, Sendable, Equatable {
  /// What is wrong.
  public let reason: String
  /// What may be done about it.
  public let hint: String?

  init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }
}

extension RelationModelError: CustomStringConvertible {
  /// The reason, and the hint behind a semicolon.
  public var description: String { reason + (hint.map { "; \($0)" } ?? "") }
}

extension RelationModelError {
  /// Puts the decoder's error in our words.
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, _):
      self.init("no field '\(key.stringValue)'", hint: Self.format)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      guard !context.codingPath.isEmpty else {
        self.init("the model is not a JSON object", hint: Self.format)
        return
      }
      let isObject = ["weights", "template"].contains(context.codingPath.last?.stringValue)
      let kind = isObject ? "an object" : "a number"
      self.init("the field '\(Self.path(context))' is not \(kind)")
    default:
      self.init("the model is not JSON with finite numbers", hint: Self.format)
    }
  }

  private static let format =
    "a model is an object with 'intercept' and 'weights', as in data/relation-model.json"

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map(\.stringValue).joined(separator: ".")
  }
}
