import Shingle

/// Two articles side by side, with the passages they share.
struct PageComparison {
  let report: Report
  let options: HTMLPrinter.Options
  let places: PagePlaces
  let comparison: PagePlaces.Comparison

  private var left: Int { comparison.left }
  private var right: Int { comparison.right }
  private var pair: PairFinding? { comparison.pair }
  private var anchor: String { comparison.anchor }

  /// The values of the template.
  func values(isOpen: Bool) -> PageTemplates.Values {
    let matches = orderedMatches()
    var values: PageTemplates.Values = [
      "isOpen": isOpen, "otherName": report.headline(of: right), "facts": facts,
      "comparisonAnchor": anchor,
      "otherOutlet": report.documents[right].source as Any? ?? false,
      "reasons": (pair?.reasons ?? []).map { ["reason": $0] as PageTemplates.Values },
    ]
    values["columns"] = [
      column(left, matches.map(\.left), "\(anchor)-l", "\(anchor)-r"),
      column(right, matches.map(\.right), "\(anchor)-r", "\(anchor)-l"),
    ]
    return values
  }

  private var facts: String {
    guard let pair else { return "not compared with each other" }
    var facts = [
      pair.relation.rawValue, "\(percent(pair.confidence)) sure it is the same copy",
      "Jaccard \(decimalText(pair.jaccard, decimals: 3))",
      counted(pair.matches.count, "shared passage"),
    ]
    if let via = pair.via { facts.append("joined through \(report.documents[via].id)") }
    return facts.joined(separator: " · ")
  }

  private func orderedMatches() -> [(left: PagePassage, right: PagePassage)] {
    guard let pair else { return [] }
    let isSwapped = pair.a != left
    return pair.matches.map { match in
      let label = label(of: match)
      let a = PagePassage(range: match.a, label: label, quoted: match.quoted)
      let b = PagePassage(range: match.b, label: label, quoted: match.quoted)
      return isSwapped ? (b, a) : (a, b)
    }.sorted { one, other in
      (one.left.range.start, one.right.range.start)
        < (other.left.range.start, other.right.range.start)
    }
  }

  private func label(of match: MatchFinding) -> String {
    let manner = match.verbatim ? "word for word" : "edited"
    let place = match.quoted ? "in a quotation" : "in the prose"
    return "\(counted(match.words, "word")), \(manner), \(place)"
  }

  private func column(
    _ index: Int, _ passages: [PagePassage], _ anchor: String, _ otherAnchor: String
  ) -> PageTemplates.Values {
    let document = report.documents[index]
    let finding = report.findings[index]
    let text = CodePoints(document.text, limit: options.maximumTextLength + 1)
    let shown =
      text.count <= options.maximumTextLength
      ? text : CodePoints(document.text, limit: options.maximumTextLength)
    let paragraphs = PageParagraphs(
      passages: passages, credits: finding.credits, boilerplate: finding.boilerplate,
      places: places.places(in: index, column: anchor), text: shown, anchor: anchor,
      otherAnchor: otherAnchor)
    return [
      "columnAnchor": anchor, "paragraphs": paragraphs.html(), "name": report.headline(of: index),
      "articleID": document.id,
      "language": document.language as Any? ?? false, "outlet": document.source as Any? ?? false,
      "time": PageTime.values(document.published), "address": address(of: document),
      "byline": document.byline as Any? ?? false,
      "cutText": text.count > shown.count ? ["shownCount": shown.count] as Any : false,
    ]
  }

  /// The article's address where it is a web address; others, `javascript:` among them, are not
  /// made links.
  private func address(of document: Document) -> Any {
    guard let url = document.url else { return false }
    let isWeb = ["http://", "https://"].contains { scheme in
      url.utf8.prefix(scheme.utf8.count).elementsEqual(scheme.utf8)
    }
    return isWeb ? ["url": url] as PageTemplates.Values : false
  }
}

extension Report {
  /// An article's title or, for want of one, how its text begins.
  func headline(of document: Int) -> String {
    if let title = documents[document].title {
      let line = visibleScalars(title.unicodeScalars.prefix(Self.titleLength))
      if !line.isEmpty { return String(String.UnicodeScalarView(line)) }
    }
    let text = documents[document].text.unicodeScalars
    let start = visibleScalars(text.prefix(Self.headlineLength))
    guard !start.isEmpty else { return documents[document].id }
    guard !text.dropFirst(Self.headlineLength).isEmpty else {
      return String(String.UnicodeScalarView(start))
    }
    let lastWord = start.lastIndex(of: " ") ?? start.count
    return String(String.UnicodeScalarView(start[..<lastWord])) + "…"
  }

  /// Code points of a headline made of the text: about a line of the page.
  private static var headlineLength: Int { 90 }

  /// Code points shown of a title; one longer than this is none.
  private static var titleLength: Int { 300 }
}
