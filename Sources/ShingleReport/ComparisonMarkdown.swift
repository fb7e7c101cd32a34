public import Shingle

/// Prints a pair of documents as Markdown (CommonMark with tables): the verdict and the passages.
public enum ComparisonMarkdown {
  /// Returns the comparison.
  public static func bytes(of explanation: Explanation) -> [UInt8] {
    let pair = explanation.pair
    let (first, second) = (explanation.a.document, explanation.b.document)
    var text = "# \(pair.relation.rawValue): "
    text += "\(escapedMarkdown(first.id)) and \(escapedMarkdown(second.id))\n\n"
    text += "| | article | outlet | published | headline | in the other |\n"
    text += "| --- | --- | --- | --- | --- | ---: |\n"
    text += row("A", first, pair.containmentA) + row("B", second, pair.containmentB)
    text += "\nConfidence \(percent(pair.confidence)), "
    text += "Jaccard \(decimalText(pair.jaccard, decimals: 3)).\n"
    let reasons = pair.reasons + explanation.obstacles.map { "but " + $0 }
    if !reasons.isEmpty { text += "\n" }
    for reason in reasons { text += "- \(escapedMarkdown(reason))\n" }
    let texts = (CodePoints(first.text), CodePoints(second.text))
    for (number, match) in pair.matches.enumerated() {
      append(match, number: number + 1, of: texts, to: &text)
    }
    return Array(text.utf8)
  }

  private static func row(_ letter: String, _ document: Document, _ containment: Double) -> String {
    let cells = [
      letter, document.id, document.source ?? "", document.published?.description ?? "",
      document.title ?? "", percent(containment),
    ]
    return "| " + cells.map(escapedMarkdown).joined(separator: " | ") + " |\n"
  }

  private static func append(
    _ match: MatchFinding, number: Int, of texts: (CodePoints, CodePoints), to text: inout String
  ) {
    text += "\n## Passage \(number)\n\n\(counted(match.words, "word")), "
    text += match.verbatim ? "verbatim" : "edited"
    text += match.quoted ? ", in a quotation" : ""
    text += "\n\n> \(escapedMarkdown(texts.0[match.a]))\n"
    if !match.verbatim { text += "\n> \(escapedMarkdown(texts.1[match.b]))\n" }
  }
}
