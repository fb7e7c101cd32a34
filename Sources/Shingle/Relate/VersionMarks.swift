/// Reads from two records whether one is a later version of the other's item.
enum VersionMarks {
  /// Whether two records of one source are versions of one item: the feed numbers them, or the
  /// later headline says so ("UPDATE 2", "CORRECTED", "1st Ld").
  static func areVersions(_ first: Document, _ second: Document) -> Bool {
    guard first.source?.isSame(as: second.source) == true else { return false }
    // A feed may number its later versions only.
    if !(first.version ?? "").isSame(as: second.version ?? "") { return true }
    guard let later = later(first, second) else {
      return isMarked(first.title) || isMarked(second.title)
    }
    return isMarked(later.title)
  }

  private static func later(_ first: Document, _ second: Document) -> Document? {
    guard let one = first.published, let other = second.published, one != other else { return nil }
    return one < other ? second : first
  }

  /// Whether a headline's first four words say that it is a later version's, or the first four of a
  /// remark in brackets at its end: "Bridge closed (corrected)".
  static func isMarked(_ title: String?) -> Bool {
    guard let title else { return false }
    return isMark(title.unicodeScalars.prefix(limit))
      || remark(title.unicodeScalars.suffix(limit)).map(isMark) == true
  }

  /// The scalars of a headline's beginning and end that are looked at: lower-casing is quadratic on
  /// runs of combining marks, and four words stand well within this.
  private static let limit = 120

  private static func remark(_ end: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    let closing = end.lastIndex { !$0.properties.isWhitespace }
    guard let closing, end[closing] == ")" || end[closing] == "]" else { return nil }
    let opening = end.lastIndex(of: end[closing] == ")" ? "(" : "[")
    return opening.map { end[$0..<closing] }
  }

  private static func isMark(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let head = String(String.UnicodeScalarView(scalars))
    let words = head.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(4)
    guard let first = words.first else { return false }
    if marks.contains(String(first)) { return true }
    return zip(words, words.dropFirst()).contains { ordinal, word in
      word == "writethru" || leads.contains(String(word)) && ordinal.first?.isNumber == true
    }
  }

  /// What makes a version after an ordinal: "1st Ld", "2ND LEAD".
  private static let leads: Set<String> = ["ld", "lead"]

  private static let marks: Set<String> = [
    "update", "updated", "corrected", "correction", "refile", "recasts", "wrapup",
  ]
}
