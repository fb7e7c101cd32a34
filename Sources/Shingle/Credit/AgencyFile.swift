/// What is wrong with a file of agencies.
public struct AgencyFileProblem: Error, Sendable, Equatable {
  /// The line, from 1, or nil where the problem has none.
  public var line: Int?
  /// The path of the key, such as `agencies[3].names`, or nil where the whole file is meant.
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
  private static let formatHint =
    "the format is that of 'data/agencies.json': see 'data/agencies.schema.json'"

  /// Returns the agencies of a file, checked.
  static func agencies(_ json: [UInt8]) throws(AgencyFileProblem) -> [Agency] {
    var seen: Set<[UInt8]> = []
    var spelling = SpellingCheck()
    return try entries(json).enumerated().map { index, node throws(AgencyFileProblem) in
      let path = "agencies[\(index)]"
      let agency = try agency(node, path)
      if !seen.insert(Array(agency.name.utf8)).inserted {
        throw problem(node, "\(path).name", "'\(agency.name)' stands in the file twice")
      }
      if let (key, reason, hint) = fault(of: agency, &spelling) {
        throw problem(node[key] ?? node, "\(path).\(key)", reason, hint)
      }
      return agency
    }
  }

  /// Returns the agencies of a file without checking what they say.
  static func decode(_ json: [UInt8]) throws(AgencyFileProblem) -> [Agency] {
    try entries(json).enumerated().map { index, node throws(AgencyFileProblem) in
      try agency(node, "agencies[\(index)]")
    }
  }

  private static func entries(_ json: [UInt8]) throws(AgencyFileProblem) -> [JSONNode] {
    let root = try root(json)
    guard root.members != nil else {
      throw problem(root, nil, "the file is no object with the keys 'version' and 'agencies'")
    }
    guard let version = root["version"] else {
      throw problem(root, "version", "the key 'version' is missing", "use version 1")
    }
    guard case .word("1") = version.value else {
      throw problem(version, "version", "the version is not known", "use version 1")
    }
    guard let agencies = root["agencies"] else {
      throw problem(root, "agencies", "the key 'agencies' is missing")
    }
    guard case .array(let entries) = agencies.value else {
      throw problem(agencies, "agencies", "the value is no list")
    }
    return entries
  }

  private static func root(_ json: [UInt8]) throws(AgencyFileProblem) -> JSONNode {
    do {
      return try JSONParser.parse(json)
    } catch {
      throw AgencyFileProblem(
        line: error.line, reason: "the file is no JSON from byte \(error.byte + 1) on",
        hint: formatHint)
    }
  }

  private static func problem(
    _ node: JSONNode, _ key: String?, _ reason: String, _ hint: String = formatHint
  ) -> AgencyFileProblem {
    AgencyFileProblem(line: node.line, key: key, reason: reason, hint: hint)
  }

  /// A key that is none of the format is most often a slip: nothing would be read of it.
  private static func agency(
    _ node: JSONNode, _ path: String
  ) throws(AgencyFileProblem) -> Agency {
    guard let members = node.members else { throw problem(node, path, "the value is no object") }
    var agency = Agency(name: "")
    var seen: Set<Agency.Keys> = []
    for (name, value) in members {
      let path = "\(path).\(name)"
      guard let key = Agency.Keys(rawValue: name) else {
        let known = Agency.Keys.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        throw problem(value, path, "key '\(name)' is not known", "the keys are \(known)")
      }
      guard seen.insert(key).inserted else {
        throw problem(value, path, "key '\(name)' stands in the entry twice")
      }
      switch key {
      case .name: agency.name = try string(value, path)
      case .wikidata: agency.wikidata = try stringOrNull(value, path)
      case .country: agency.country = try stringOrNull(value, path)
      case .names: agency.names = try strings(value, path)
      case .abbreviations: agency.abbreviations = try strings(value, path)
      case .native: agency.native = try strings(value, path)
      case .ambiguous: agency.ambiguous = try strings(value, path)
      }
    }
    guard seen.contains(.name) else {
      throw problem(node, "\(path).name", "the key 'name' is missing")
    }
    return agency
  }

  private static func string(
    _ node: JSONNode, _ path: String
  ) throws(AgencyFileProblem) -> String {
    guard case .string(let string) = node.value else {
      throw problem(node, path, "the value is no string")
    }
    return string
  }

  private static func stringOrNull(
    _ node: JSONNode, _ path: String
  ) throws(AgencyFileProblem) -> String? {
    if case .null = node.value { nil } else { try string(node, path) }
  }

  private static func strings(
    _ node: JSONNode, _ path: String
  ) throws(AgencyFileProblem) -> [String] {
    guard case .array(let nodes) = node.value else {
      throw problem(node, path, "the value is no list of strings")
    }
    return try nodes.enumerated().map { index, node throws(AgencyFileProblem) in
      try string(node, "\(path)[\(index)]")
    }
  }

  private static func fault(
    of agency: Agency, _ check: inout SpellingCheck
  ) -> (key: String, reason: String, hint: String)? {
    if agency.name.isEmpty { return ("name", "the name is empty", formatHint) }
    if let id = agency.wikidata, id.wholeMatch(of: /Q[1-9][0-9]*/) == nil {
      return ("wikidata", "'\(id)' is no Wikidata item such as 'Q130879'", formatHint)
    }
    if let country = agency.country, country.wholeMatch(of: /[A-Z]{2}/) == nil {
      return ("country", "'\(country)' is no country code such as 'FR'", formatHint)
    }
    for (key, spellings) in [
      ("name", [agency.name]), ("names", agency.names), ("abbreviations", agency.abbreviations),
      ("native", agency.native), ("ambiguous", agency.ambiguous),
    ] {
      for spelling in spellings {
        if let (reason, hint) = check.fault(of: spelling) { return (key, reason, hint) }
      }
    }
    return nil
  }
}

/// Says which spellings cannot be an agency's.
struct SpellingCheck {
  private var tokenizer = Tokenizer()

  /// The bits below which a word in small letters is one that every text has: seen some fifty times
  /// in the million and a half words of the shipped table, which has `dpa` 29 times.
  private static let ordinaryWord: Float = 15

  /// Returns what is wrong with a spelling, and what to do about it, or nil.
  ///
  /// A word of the language that is a name with its capital, such as `Focus`, is none of these: the
  /// table takes it for ambiguous by itself.
  mutating func fault(of spelling: String) -> (reason: String, hint: String)? {
    let tokens = tokenizer.tokenize(spelling)
    guard tokens.count > 0 else {
      return ("the spelling '\(spelling)' has no letter", "leave it out")
    }
    let gaps = Gaps(spelling.utf8Span.span, tokens)
    let isOrdinary = (0..<tokens.count).allSatisfy { position in
      let hash = tokens.hashes[position]
      let letters = gaps.letterCase(position)
      return CreditCues.shipped.outletWords.stops.contains(hash) && letters != .allCapitals
        || letters == .any && WordStatistics.shipped.bits(hash) < Self.ordinaryWord
    }
    return isOrdinary
      ? (
        "the spelling '\(spelling)' is an ordinary word, which stands in every text",
        "give the name in full, with its capitals"
      ) : nil
  }
}
