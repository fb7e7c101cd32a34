public import Shingle

/// Reads lines that `shingle evidence --gold` wrote: what a model may learn from beside a feed.
public struct LabelledEvidence: Sendable {
  /// The pairs so far.
  public private(set) var pairs: [PairEvidence] = []
  /// What was left out.
  public private(set) var account = LabelAccount()

  /// Creates a reader of nothing yet.
  public init() {}

  /// Reads a file; fails where it cannot be read at all.
  public mutating func read(path: String) throws(InputProblem) {
    var lines = LabelLines(path: path, needed: ["a", "b", "same_copy"])
    var pairs = self.pairs
    try lines.read { (record, _) throws(LabelFault) in pairs.append(try Self.pair(record)) }
    self.pairs = pairs
    account.linesRead += lines.account.linesRead
    account.linesSkipped += lines.account.linesSkipped
    account.problems += lines.account.problems
  }

  private static func pair(_ record: LabelRecord) throws(LabelFault) -> PairEvidence {
    guard let isSame = record.json("same_copy").flatMap({ Bool($0) }) else {
      throw LabelFault(
        "the field 'same_copy' is neither true nor false",
        hint: "write the evidence with shingle evidence --gold LABELS")
    }
    var features: [String: Double] = [:]
    for name in PairEvidence.featureNames {
      let text = try record.text(name)
      guard let value = Double(text) else {
        throw LabelFault("the field '\(name)' is not a number")
      }
      guard PairEvidence.featureRange.contains(value) else {
        throw LabelFault(
          "the value '\(text)' of '\(name)' is out of range",
          hint: "a feature is a share, 0 or 1, or a binary logarithm: 0 to 64")
      }
      features[name] = value
    }
    let (a, b) = (try record.text("a"), try record.text("b"))
    let isForm = record.json("form") == "true"
    guard
      let pair = PairEvidence(
        a: a, b: b, features: features, isSameCopy: isSame, isForm: isForm)
    else {
      throw LabelFault("a feature is missing or out of range")
    }
    return pair
  }
}
