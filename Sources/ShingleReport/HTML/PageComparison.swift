import Shingle

/// Two articles side by side, with the passages they share.
struct PageComparison {
  let report: Report
  let options: HTMLPrinter.Options
  let left: Int
  let right: Int
  let pair: PairFinding?
  /// The prefix of the comparison's anchors, unique on the page.
  let anchor: String

  /// The values of the template.
  func values(isOpen: Bool) -> PageTemplates.Values {
    let matches = orderedMatches()
    var values: PageTemplates.Values = [
      "isOpen": isOpen, "otherName": name(of: right), "facts": facts,
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
      pair.relation.rawValue, "\(percent(pair.confidence)) the same copy",
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
    let shown = text.count <= options.maximumTextLength
      ? text : CodePoints(document.text, limit: options.maximumTextLength)
    let paragraphs = PageParagraphs(
      passages: passages, credits: finding.credits, boilerplate: finding.boilerplate, text: shown,
      anchor: anchor, otherAnchor: otherAnchor)
    return [
      "paragraphs": paragraphs.values(), "name": name(of: index), "articleID": document.id,
      "language": document.language as Any? ?? false, "outlet": document.source as Any? ?? false,
      "time": PageTime.values(document.published), "address": address(of: document),
      "byline": document.byline as Any? ?? false, "isLeft": index == left,
      "cutText": text.count > shown.count ? ["shownCount": shown.count] as Any : false,
    ]
  }

  private func name(of document: Int) -> String { report.headline(of: document) }

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

/// A moment as the page shows it.
enum PageTime {
  /// The values for a `<time>` element, or `false`.
  static func values(_ time: Timestamp?) -> Any {
    guard let time else { return false }
    return ["machine": time.description, "shown": shown(time)] as PageTemplates.Values
  }

  /// `2019-10-04 09:12 UTC`, or the bare day.
  static func shown(_ time: Timestamp) -> String {
    let text = time.description
    guard !time.isDayOnly, let day = text.split(separator: "T").first else { return text }
    return "\(day) \(text.dropFirst(day.utf8.count + 1).prefix(5)) UTC"
  }
}

extension Report {
  /// An article's title or, for want of one, how its text begins.
  func headline(of document: Int) -> String {
    let title = visibleLine(documents[document].title ?? "")
    guard title.isEmpty else { return title }
    let scalars = documents[document].text.unicodeScalars.prefix(Self.headlineLength + 1)
    let start = visibleScalars(scalars)
    guard start.count > Self.headlineLength else {
      return start.isEmpty
        ? documents[document].id : String(String.UnicodeScalarView(start))
    }
    return String(String.UnicodeScalarView(start.prefix(Self.headlineLength))) + "…"
  }

  /// Code points of a headline made of the text: about a line of the page.
  private static var headlineLength: Int { 90 }
}
