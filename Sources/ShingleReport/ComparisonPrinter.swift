public import Shingle

/// Prints a pair of documents side by side for a terminal, with what they share marked.
///
/// ```swift
/// let bytes = ComparisonPrinter.bytes(of: Detector().explain(first, second), width: 120)
/// ```
///
/// Below ``narrowWidth`` columns one text follows the other. Nothing of an article reaches the
/// terminal as a control sequence.
public enum ComparisonPrinter {
  /// The columns from which on two texts stand side by side: a column of fewer than 28 holds four
  /// or five words and is hard to read.
  public static let narrowWidth = 60

  /// Prints the comparison, with no line wider than `width` columns.
  ///
  /// - Parameters:
  ///   - explanation: What was found of the pair.
  ///   - width: The terminal's columns; at least 20 are used.
  ///   - usesColors: Whether ANSI colours may be written; without, brackets mark what is shared.
  /// - Returns: The text in UTF-8.
  public static func bytes(
    of explanation: Explanation, width: Int = 80, usesColors: Bool = false
  ) -> [UInt8] {
    let page = ComparisonPage(
      explanation: explanation, width: max(width, 20), style: Style(isOn: usesColors))
    return Array((page.lines.joined(separator: "\n") + "\n").utf8)
  }
}

private struct ComparisonPage {
  let explanation: Explanation
  let width: Int
  let style: Style

  var lines: [String] {
    heading(of: explanation, width: width, style) + [""] + texts + [""] + passages + legend
      + item("", pairAloneNote, width: width)
  }

  private func marked(
    _ text: Explanation.ExplainedText, _ range: (MatchFinding) -> CodePointRange
  ) -> MarkedText {
    MarkedText(
      text, passages: explanation.pair.matches.map { (range($0), $0.quoted) },
      usesColors: style.isOn)
  }

  private var texts: [String] {
    let (left, right) = (marked(explanation.a, \.a), marked(explanation.b, \.b))
    guard width >= ComparisonPrinter.narrowWidth else {
      let layout = SideBySide(left: left, right: right, style: style, columnWidth: width)
      return rule("A", width) + layout.lines(of: left) + rule("B", width)
        + layout.lines(of: right).dropLast()
    }
    let column = (width - 3) / 2
    let layout = SideBySide(left: left, right: right, style: style, columnWidth: column)
    let rules = zip(rule("A", column), rule("B", column)).map { "\($0)─┬─\($1)" }
    return rules + layout.rows(anchors: anchors(explanation)).dropLast()
  }

  private func rule(_ name: String, _ columns: Int) -> [String] {
    [style.bold(name) + " " + String(repeating: "─", count: columns - 2)]
  }

  private var passages: [String] {
    let matches = explanation.pair.matches
    guard !matches.isEmpty else { return ["No shared passages"] }
    let total = matches.reduce(0) { $0 + $1.words }
    let title = "\(counted(matches.count, "shared passage")), \(counted(total, "word"))"
    let numberWidth = String(matches.count).count
    let wordsWidth = matches.map { String($0.words).count }.max() ?? 1
    return [style.bold(title)]
      + matches.enumerated().map { index, match in
        let mark = Mark(passage: index + 1, isQuoted: match.quoted)
        let number = style.wrapped("[\(index + 1)]", "1;" + mark.codes)
        return " " + indent(index + 1, numberWidth) + number + indent(match.words, wordsWidth)
          + "\(counted(match.words, "word")), \(explanation.manner(of: match))"
      }
  }

  /// The spaces before a number that align it with one of `width` digits.
  private func indent(_ number: Int, _ width: Int) -> String {
    String(repeating: " ", count: 1 + max(0, width - String(number).count))
  }

  /// How to read the marks that occur.
  private var legend: [String] {
    let quoted = explanation.pair.matches.contains(where: \.quoted)
    let texts = [explanation.a, explanation.b]
    let furniture = texts.contains { !$0.boilerplate.isEmpty }
    let credits = texts.contains { $0.credits.contains { $0.range.end > $0.range.start } }
    var parts: [String] = []
    if !explanation.pair.matches.isEmpty, !style.isOn { parts.append("⟦1 shared passage⟧") }
    if quoted {
      parts.append(
        style.isOn
          ? style.wrapped("[1”]", "1") + style.wrapped("in a quotation", "3")
          : "⟦1” in a quotation⟧")
    }
    if furniture { parts.append(style.isOn ? style.dim("page furniture") : "⟨page furniture⟩") }
    if credits { parts.append(style.isOn ? style.wrapped("credit", "4") : "_credit_") }
    guard !parts.isEmpty else { return [] }
    let line = "Marks: " + parts.joined(separator: "  ")
    return [""] + (style.isOn ? [line] : wrap(line, toColumns: width))
  }
}

extension Explanation {
  /// How a passage is shared, and what it is: `verbatim, prose`.
  func manner(of match: MatchFinding) -> String {
    let isFurniture =
      isMostly(match.a, within: a.boilerplate) || isMostly(match.b, within: b.boilerplate)
    let kind = isFurniture ? "page furniture" : match.quoted ? "quotation" : "prose"
    return (match.verbatim ? "verbatim, " : "edited, ") + kind
  }

  /// Whether more than half of a range stands in others.
  private func isMostly(_ range: CodePointRange, within others: [CodePointRange]) -> Bool {
    let covered = others.reduce(0) {
      $0 + max(0, min(range.end, $1.end) - max(range.start, $1.start))
    }
    return 2 * covered > range.end - range.start
  }
}

/// The two documents, the relation, the numbers and the reasons.
func heading(of explanation: Explanation, width: Int, _ style: Style) -> [String] {
  let pair = explanation.pair
  let isSure = pair.relation.isSameCopy
  let relation = style.wrapped(pair.relation.rawValue, isSure ? "1;32" : "1;33")
  let numbers =
    " · confidence \(percent(pair.confidence)) · Jaccard \(decimalText(pair.jaccard, decimals: 3))"
    + " · A in B \(percent(pair.containmentA)) · B in A \(percent(pair.containmentB))"
  // The relation is cut off again: only the rest of the line has no colour to break.
  let first = wrap(pair.relation.rawValue + numbers, toColumns: width)
  let head = first.first.map { relation + $0.dropFirst(pair.relation.rawValue.count) } ?? relation
  var lines = [
    title("A", explanation.a.document, width: width, style),
    title("B", explanation.b.document, width: width, style), head,
  ]
  lines += first.dropFirst()
  for reason in pair.reasons { lines += item("", reason, width: width) }
  for obstacle in explanation.obstacles { lines += item("but ", obstacle, width: width) }
  return lines
}

/// A reason or fact, indented and wrapped.
func item(_ lead: String, _ text: String, indent: Int = 2, width: Int) -> [String] {
  let lines = wrap(lead + visibleLine(text), toColumns: max(1, width - indent - 2))
  return lines.enumerated().map { index, line in
    String(repeating: " ", count: index == 0 ? indent : indent + 2) + line
  }
}

/// A document's letter, id, outlet, date and headline on one line.
func title(_ letter: String, _ document: Document, width: Int, _ style: Style) -> String {
  let id = cut(visibleLine(document.id), toColumns: width - 3)
  let facts = [document.source, document.published?.description, document.title]
    .compactMap(\.self).map(visibleLine).joined(separator: " · ")
  let room = width - 5 - id.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  let tail = facts.isEmpty || room < 8 ? "" : "  " + cut(facts, toColumns: room)
  return "\(style.bold(letter))  \(style.bold(id))\(tail)"
}
