internal import FoundationEssentials

/// A model as it stands in its file, before its weights are matched with the features.
///
/// Every field must be there, and no other may: of a mistyped one nothing would be read, and the
/// pairs would be weighed otherwise than the file says.
struct RelationModelFile: Decodable {
  var copy: Part
  var template: Part
  var threshold: Double

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case provenance, intercept, weights, template, threshold
  }

  /// A logistic regression.
  struct Part: Decodable {
    var intercept: Double
    var weights: [String: Double]

    fileprivate enum CodingKeys: String, CodingKey, CaseIterable {
      case intercept, weights
    }
  }

  init(from decoder: any Decoder) throws {
    try decoder.checkKeys(CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    copy = try Part(from: decoder)
    if container.contains(.template) {
      try container.superDecoder(forKey: .template).checkKeys(Part.CodingKeys.self)
    }
    template = try container.decode(Part.self, forKey: .template)
    threshold = try container.decode(Double.self, forKey: .threshold)
  }

  /// Parses JSON; a byte order mark before it is skipped, as editors of some systems write one.
  init(json marked: [UInt8]) throws(RelationModelError) {
    let json = Array(marked.starts(with: [0xEF, 0xBB, 0xBF]) ? marked.dropFirst(3) : marked[...])
    do {
      // The decoder lets a comma before a bracket pass.
      _ = try JSONParser.parse(json)
      self = try JSONDecoder().decode(RelationModelFile.self, from: Data(json))
    } catch let slip as JSONSlip {
      throw RelationModelError("the file is not JSON from byte \(slip.byte + 1) on")
    } catch let error as DecodingError {
      throw RelationModelError(error)
    } catch let error as RelationModelError {
      throw error
    } catch {
      throw RelationModelError("the file cannot be parsed: \(error)")
    }
  }
}

extension Decoder {
  /// Throws the first name in an object that is no field of it.
  fileprivate func checkKeys<Key: CodingKey & CaseIterable>(_: Key.Type) throws {
    let known = Key.allCases.map(\.stringValue)
    let names = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    guard let unknown = names.filter({ !known.contains($0) }).min() else { return }
    throw RelationModelError(
      key: RelationModelError.path(codingPath + [AnyKey(stringValue: unknown)]),
      "there is no such field", hint: hint(for: unknown, among: known))
  }
}

/// A key of any name.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
