internal import FoundationEssentials

/// What is wrong with a file of agencies.
public struct AgencyFileProblem: Error, Sendable, Equatable {
  /// The line, from 1, or nil where the problem has none.
  public var line: Int?
  /// The path of the key, such as `agencies[3].names`, or nil for text that is no JSON.
  public var key: String?
  /// What is wrong: lower case, without a full stop.
  public var reason: String
  /// What to do about it.
  public var hint: String

  /// Creates a problem.
  public init(line: Int? = nil, key: String? = nil, reason: String, hint: String) {
    self.line = line
    self.key = key
    self.reason = reason
    self.hint = hint
  }
}

/// Reads files in the format of `data/agencies.json`; `data/agencies.schema.json` describes it.
enum AgencyFile {
  private struct File: Decodable {
    var version: Int
    var agencies: [Agency]
  }

  private static let formatHint =
    "the format is that of 'data/agencies.json': see 'data/agencies.schema.json'"

  /// Returns the agencies of a file, checked.
  static func agencies(_ json: [UInt8]) throws(AgencyFileProblem) -> [Agency] {
    // The decoder lets a comma before a bracket pass.
    if let byte = JSONSlip.byte(in: json) { throw noJSON(json, from: byte) }
    let agencies = try decode(json)
    try checkKeys(json)
    let lines = AgencyLines(json)
    var seen: Set<[UInt8]> = []
    for (index, agency) in agencies.enumerated() {
      if let (key, reason) = problem(agency, isNew: seen.insert(Array(agency.name.utf8)).inserted) {
        throw AgencyFileProblem(
          line: lines.line(ofAgency: index), key: "agencies[\(index)].\(key)", reason: reason,
          hint: formatHint)
      }
    }
    return agencies
  }

  /// Returns the agencies of a file, whose text has the right form, but not checked further.
  static func decode(_ json: [UInt8]) throws(AgencyFileProblem) -> [Agency] {
    do {
      let file = try JSONDecoder().decode(File.self, from: Data(json))
      guard file.version == 1 else {
        throw AgencyFileProblem(
          key: "version", reason: "version '\(file.version)' is not known", hint: "use version 1")
      }
      return file.agencies
    } catch let problem as AgencyFileProblem {
      throw problem
    } catch let error as DecodingError {
      throw problem(error, json)
    } catch {
      throw AgencyFileProblem(reason: "\(error)", hint: formatHint)
    }
  }

  private struct Keys: Decodable {
    var agencies: [[String: AnyValue]]
  }

  private struct AnyValue: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// A key that is none of the format is most often a slip: nothing would be read of it.
  private static func checkKeys(_ json: [UInt8]) throws(AgencyFileProblem) {
    let known = Set(Agency.CodingKeys.allCases.map(\.rawValue))
    let agencies = (try? JSONDecoder().decode(Keys.self, from: Data(json)))?.agencies ?? []
    for (index, agency) in agencies.enumerated() {
      guard let key = agency.keys.filter({ !known.contains($0) }).min() else { continue }
      let names = Agency.CodingKeys.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw AgencyFileProblem(
        line: AgencyLines(json).line(ofAgency: index), key: "agencies[\(index)].\(key)",
        reason: "key '\(key)' is not known", hint: "the keys are \(names)")
    }
  }

  private static func problem(_ agency: Agency, isNew: Bool) -> (key: String, reason: String)? {
    if agency.name.isEmpty { return ("name", "the name is empty") }
    if !isNew { return ("name", "'\(agency.name)' stands in the file twice") }
    if let id = agency.wikidata, id.wholeMatch(of: /Q[0-9]+/) == nil {
      return ("wikidata", "'\(id)' is no Wikidata item such as 'Q130879'")
    }
    if let country = agency.country, country.wholeMatch(of: /[A-Z]{2}/) == nil {
      return ("country", "'\(country)' is no country code such as 'FR'")
    }
    var tokenizer = Tokenizer()
    for spelling in agency.spellings where tokenizer.tokenize(spelling).count == 0 {
      return ("names", "the spelling '\(spelling)' has no letter")
    }
    return nil
  }

  private static func problem(_ error: DecodingError, _ json: [UInt8]) -> AgencyFileProblem {
    let lines = AgencyLines(json)
    switch error {
    case .keyNotFound(let key, let context):
      let path = context.codingPath + [key]
      return AgencyFileProblem(
        line: lines.line(of: path), key: text(path),
        reason: "the key '\(key.stringValue)' is missing", hint: formatHint)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return AgencyFileProblem(
        line: lines.line(of: context.codingPath), key: text(context.codingPath),
        reason: "the value has the wrong type", hint: formatHint)
    case .dataCorrupted:
      return AgencyFileProblem(reason: "the file is no JSON", hint: formatHint)
    @unknown default: return AgencyFileProblem(reason: "\(error)", hint: formatHint)
    }
  }

  private static func noJSON(_ json: [UInt8], from byte: Int) -> AgencyFileProblem {
    AgencyFileProblem(
      line: json.prefix(byte).count { $0 == 0x0A } + 1,
      reason: "the file is no JSON from byte \(byte + 1) on", hint: formatHint)
  }

  /// `agencies[3].names[0]`.
  private static func text(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}

/// The line on which each agency of a well-formed file begins.
struct AgencyLines {
  private var lines: [Int] = []

  init(_ json: [UInt8]) {
    var (line, depth, isString, isEscaped) = (1, 0, false, false)
    for byte in json {
      switch byte {
      case 0x0A: line += 1
      case _ where isEscaped: isEscaped = false
      case 0x5C where isString: isEscaped = true
      case 0x22: isString.toggle()
      case _ where isString: break
      case 0x7B, 0x5B:
        depth += 1
        if byte == 0x7B, depth == 3 { lines.append(line) }
      case 0x7D, 0x5D: depth -= 1
      default: break
      }
    }
  }

  /// The line on which the agency at an index begins, from 1.
  func line(ofAgency index: Int) -> Int? { lines.indices.contains(index) ? lines[index] : nil }

  /// The line on which the agency on a coding path begins.
  func line(of path: [any CodingKey]) -> Int? {
    path.lazy.compactMap(\.intValue).first.flatMap(line(ofAgency:))
  }
}
