internal import FoundationEssentials
public import Shingle

/// Reads labelled pairs and families of articles.
///
/// ```
/// {"a": "case-01-a", "b": "case-01-b", "relation": "reprint", "group": "bank"}
/// ```
///
/// Labels may also stand in columns between tabs, below a heading that names `a`, `b` and
/// `relation`; all is UTF-8. A line that is no label is noted with its number and the reason, and the rest is
/// read.
public struct GoldReader: Sendable {
  /// The pairs so far, in the order of reading.
  public private(set) var pairs: [GoldPair] = []
  /// The families so far.
  public private(set) var families: [[String]] = []
  /// What was left out.
  public private(set) var account = LabelAccount()
  /// Where each pair was labelled first.
  private var places: [PairKey: (label: GoldLabel, place: String)] = [:]

  /// Creates a reader of nothing yet.
  public init() {}

  /// Reads a file of labelled pairs; fails where it cannot be read at all.
  public mutating func readPairs(path: String) throws(InputProblem) {
    var lines = LabelLines(path: path, needed: ["a", "b", "relation"])
    var (pairs, places) = (self.pairs, self.places)
    try lines.read { (record, line) throws(LabelFault) in
      let pair = try Self.pair(record)
      let key = PairKey(pair.a, pair.b)
      if let (label, place) = places[key] {
        guard label == pair.label else {
          throw LabelFault("the pair is labelled '\(label.rawValue)' in \(place) already")
        }
        return
      }
      places[key] = (pair.label, "\(path):\(line)")
      pairs.append(pair)
    }
    (self.pairs, self.places) = (pairs, places)
    add(lines.account)
  }

  /// Reads a file of families, `{"members": ["id", "id"]}`; fails where it cannot be read at all.
  public mutating func readFamilies(path: String) throws(InputProblem) {
    var lines = LabelLines(path: path, needed: ["members"])
    var families = self.families
    try lines.read { (record, _) throws(LabelFault) in families.append(try Self.family(record)) }
    self.families = families
    add(lines.account)
  }

  /// Returns what is held to be true.
  public func goldStandard(unlisted: GoldStandard.Unlisted) -> GoldStandard {
    GoldStandard(pairs: pairs, families: families, unlisted: unlisted)
  }

  private mutating func add(_ other: LabelAccount) {
    account.linesRead += other.linesRead
    account.linesSkipped += other.linesSkipped
    account.problems += other.problems
  }

  private static func pair(_ record: LabelRecord) throws(LabelFault) -> GoldPair {
    let (a, b) = (try record.text("a"), try record.text("b"))
    guard ByteString(a) != ByteString(b) else {
      throw LabelFault("\(quoted(a)) is paired with itself")
    }
    let name = try record.text("relation")
    // Labellers say that two stories are independent; the run's word for it is none.
    guard let label = name == "independent" ? GoldLabel.none : GoldLabel(rawValue: name) else {
      let names = GoldLabel.allCases.map(\.rawValue) + ["independent"]
      throw LabelFault(
        "\(quoted(name)) is no relation", hint: "it is one of \(names.joined(separator: ", "))")
    }
    return GoldPair(a: a, b: b, label: label, group: record.optional("group"))
  }

  private static func family(_ record: LabelRecord) throws(LabelFault) -> [String] {
    guard let json = record.json("members") else {
      throw LabelFault("no field 'members'", hint: "a family is {\"members\": [\"id\", \"id\"]}")
    }
    guard let members = try? JSONDecoder().decode([String].self, from: Data(json.utf8)) else {
      throw LabelFault("the field 'members' is not an array of strings")
    }
    guard Set(members.map { ByteString($0) }).count > 1 else {
      throw LabelFault("a family has two members or more")
    }
    return members
  }

  /// Two ids in either order.
  private struct PairKey: Hashable {
    let first: ByteString
    let second: ByteString

    init(_ a: String, _ b: String) {
      let isOrdered = a.utf8.lexicographicallyPrecedes(b.utf8)
      first = ByteString(isOrdered ? a : b)
      second = ByteString(isOrdered ? b : a)
    }
  }
}
