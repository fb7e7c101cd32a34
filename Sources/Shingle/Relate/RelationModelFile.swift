/// A model as it stands in its file, before its weights are matched with the features.
///
/// Every field must be there, and no other may, nor one twice: of a mistyped one nothing would be
/// read, and the pairs would be weighed otherwise than the file says.
struct RelationModelFile {
  var copy: Part
  var template: Part
  var threshold: Double

  /// A logistic regression.
  struct Part {
    var intercept: Double
    var weights: [String: Double]

    fileprivate static let fields = ["intercept", "weights"]

    fileprivate init(_ object: ModelObject) throws(RelationModelError) {
      intercept = try object.number("intercept")
      let weights = try object.object("weights")
      self.weights = [:]
      for name in weights.names { self.weights[name] = try weights.number(name) }
    }
  }

  /// Parses JSON.
  init(json: [UInt8]) throws(RelationModelError) {
    let root: JSONNode
    do {
      root = try JSONParser.parse(json)
    } catch {
      throw RelationModelError("the file is not JSON from byte \(error.byte + 1) on")
    }
    let object = try ModelObject(root, at: [])
    try object.check(["provenance"] + Part.fields + ["template", "threshold"])
    copy = try Part(object)
    let template = try object.object("template")
    try template.check(Part.fields)
    self.template = try Part(template)
    threshold = try object.number("threshold")
  }
}

/// An object within a model's file, with its place.
private struct ModelObject {
  var members: [(key: String, node: JSONNode)]
  var path: [String]

  var names: [String] { members.map(\.key) }

  /// Takes an object whose keys all differ.
  init(_ node: JSONNode, at path: [String]) throws(RelationModelError) {
    guard let members = node.members else {
      throw RelationModelError(
        key: RelationModelError.path(path), "the value is not an object")
    }
    self.members = members
    self.path = path
    var seen: Set<[UInt8]> = []
    for (key, _) in members where !seen.insert(Array(key.utf8)).inserted {
      throw RelationModelError(
        key: RelationModelError.path(path + [key]), "the field stands there twice")
    }
  }

  /// Throws the first name that is none of those known.
  func check(_ known: [String]) throws(RelationModelError) {
    guard let unknown = names.filter({ !known.contains($0) }).min() else { return }
    throw RelationModelError(
      key: RelationModelError.path(path + [unknown]), "there is no such field",
      hint: hint(for: unknown, among: known))
  }

  private func value(_ name: String) throws(RelationModelError) -> JSONNode {
    guard let member = members.first(where: { $0.key.isSame(as: name) }) else {
      throw RelationModelError(
        key: RelationModelError.path(path + [name]), "the field is missing")
    }
    return member.node
  }

  func object(_ name: String) throws(RelationModelError) -> ModelObject {
    try ModelObject(try value(name), at: path + [name])
  }

  func number(_ name: String) throws(RelationModelError) -> Double {
    guard case .word(let word) = try value(name).value, word != "true", word != "false" else {
      throw RelationModelError(
        key: RelationModelError.path(path + [name]), "the value is not a number")
    }
    guard word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil,
      let number = Double(word), number.isFinite
    else { throw RelationModelError("the file is not JSON with finite numbers") }
    return number
  }
}
