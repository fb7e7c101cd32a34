/// Why a relation model cannot be used: `weights.lenght: there is no such field; did you mean
/// 'length'?`.
public struct RelationModelError: Error, Sendable, Equatable {
  /// The path of the field, such as `template.weights.coverage`, or nil for the file as a whole.
  public let key: String?
  /// What is wrong: lower case, without a full stop.
  public let reason: String
  /// What may be done about it.
  public let hint: String

  init(key: String? = nil, _ reason: String, hint: String = Self.format) {
    self.key = key
    self.reason = reason
    self.hint = hint
  }

  private static let format =
    "a model is an object with the fields of 'data/relation-model.json'; 'shingle tune' writes one"
}

extension RelationModelError: CustomStringConvertible {
  /// The field, the reason, and the hint behind a semicolon.
  public var description: String { (key.map { "\($0): " } ?? "") + "\(reason); \(hint)" }
}

extension RelationModelError {
  /// Puts the decoder's error in our words.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(key: Self.path(context.codingPath + [key]), "the field is missing")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let kind = type == Double.self ? "a number" : "an object"
      self.init(key: Self.path(context.codingPath), "the value is not \(kind)")
    default:
      self.init("the file is not JSON with finite numbers")
    }
  }

  /// `template.weights.coverage`, or nil for the file itself; long names are cut.
  static func path(_ keys: [any CodingKey]) -> String? {
    guard !keys.isEmpty else { return nil }
    return keys.map { shortened($0.stringValue) }.joined(separator: ".")
  }
}
