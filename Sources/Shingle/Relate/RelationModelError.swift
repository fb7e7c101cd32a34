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
  /// `template.weights.coverage`, or nil for the file itself; long names are cut.
  static func path(_ keys: [String]) -> String? {
    keys.isEmpty ? nil : keys.map { shortened($0) }.joined(separator: ".")
  }
}
