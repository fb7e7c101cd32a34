public import Shingle

/// Prints the passages and credits of an audit as W3C Web Annotations (JSON-LD): one collection
/// with one page.
///
/// Sanderson, Ciccarese and Young: "Web Annotation Data Model", W3C Recommendation (2017). Every
/// target and every counterpart has a `TextPositionSelector`, whose offsets are code points of the
/// article's text as that model counts them, and a `TextQuoteSelector` with what stands around it.
public enum AnnotationsPrinter {
  /// The code points of text given before and after a quotation: enough to find it again in a page
  /// where it stands twice.
  private static let context = 32

  /// Returns the collection; `hasTexts` is false where the documents came without their texts, and
  /// then there are positions only.
  public static func bytes(
    _ audit: Audit, of report: Report, hasTexts: Bool = true
  ) -> [UInt8] {
    var page = AnnotationPage(report: report, hasTexts: hasTexts, context: context)
    page.write(audit)
    return page.json.bytes
  }
}

/// The collection as it is written.
private struct AnnotationPage {
  let report: Report
  let hasTexts: Bool
  let context: Int
  var json = JSONWriter(isPretty: true)
  private var texts: [Int: CodePoints] = [:]

  init(report: Report, hasTexts: Bool, context: Int) {
    self.report = report
    self.hasTexts = hasTexts
    self.context = context
  }

  mutating func write(_ audit: Audit) {
    let credits = audit.members.map { report.textCredits(of: $0.document).count }
    let count = audit.members.reduce(0) { $0 + $1.passages.count } + credits.reduce(0, +)
    json.beginObject()
    member("@context", "http://www.w3.org/ns/anno.jsonld")
    member("id", "urn:x-shingle:audit")
    member("type", "AnnotationCollection")
    member("label", "Copied passages and credits")
    json.key("total")
    json.integer(count)
    json.key("first")
    json.beginObject()
    member("id", "urn:x-shingle:audit:1")
    member("type", "AnnotationPage")
    json.key("startIndex")
    json.integer(0)
    json.key("items")
    json.beginArray()
    for audited in audit.members {
      for passage in audited.passages { write(passage, of: audited) }
      for credit in report.textCredits(of: audited.document) { write(credit, of: audited) }
      texts = texts.count > 64 ? [:] : texts
    }
    json.endArray()
    json.endObject()
    json.endObject()
    json.endLine()
  }

  private mutating func write(_ passage: AuditedPassage, of member: AuditedMember) {
    let origin = report.clusters[member.cluster].origin
    let manner = passage.verbatim ? "word for word" : "edited"
    let other = member.counterpart.map { report.documents[$0].id } ?? ""
    json.beginObject()
    begin(passage.id, "linking")
    json.key("body")
    json.beginArray()
    textBody(
      "\(counted(passage.words, "word")), \(manner), also in \(other). This article: "
        + "\(member.attribution.rawValue); origin: \(origin.text).")
    if let counterpart = member.counterpart {
      json.beginObject()
      self.member("type", "SpecificResource")
      self.member("purpose", "linking")
      resource(counterpart, passage.other)
      json.endObject()
    }
    json.endArray()
    target(member.document, passage.range)
    json.endObject()
  }

  private mutating func write(_ credit: Credit, of member: AuditedMember) {
    json.beginObject()
    begin("\(member.id):\(credit.range.start)-\(credit.range.end)", "classifying")
    json.key("body")
    json.beginArray()
    textBody("credits \(credit.name) (\(credit.type.rawValue), \(credit.kind.rawValue))")
    json.endArray()
    target(member.document, credit.range)
    json.endObject()
  }

  private mutating func begin(_ id: String, _ motivation: String) {
    member("id", "urn:x-shingle:\(id)")
    member("type", "Annotation")
    member("motivation", motivation)
  }

  private mutating func textBody(_ text: String) {
    json.beginObject()
    member("type", "TextualBody")
    member("purpose", "describing")
    member("format", "text/plain")
    member("language", "en")
    member("value", text)
    json.endObject()
  }

  private mutating func target(_ document: Int, _ range: CodePointRange) {
    json.key("target")
    json.beginObject()
    resource(document, range)
    json.endObject()
  }

  /// The source and the selectors of a stretch of a document.
  private mutating func resource(_ document: Int, _ range: CodePointRange) {
    member("source", report.address(of: document))
    json.key("selector")
    json.beginArray()
    json.beginObject()
    member("type", "TextPositionSelector")
    json.rangeMembers(range)
    json.endObject()
    if hasTexts { quoteSelector(document, range) }
    json.endArray()
  }

  private mutating func quoteSelector(_ document: Int, _ range: CodePointRange) {
    let text = texts[document] ?? CodePoints(report.documents[document].text)
    texts[document] = text
    let before = CodePointRange(start: max(0, range.start - context), end: range.start)
    json.beginObject()
    member("type", "TextQuoteSelector")
    member("exact", text[range])
    member("prefix", text[before])
    member("suffix", text[CodePointRange(start: range.end, end: range.end + context)])
    json.endObject()
  }

  private mutating func member(_ key: String, _ value: String) {
    json.key(key)
    json.string(value)
  }
}

extension Report {
  /// The credits that stand in a document's text.
  fileprivate func textCredits(of document: Int) -> [Credit] {
    findings[document].credits.filter { $0.kind != .metadata }
  }

  /// An IRI of a document: its web address, else a URN made of its id.
  fileprivate func address(of document: Int) -> String {
    if let url = documents[document].url,
      ["http://", "https://"].contains(where: { url.utf8.starts(with: $0.utf8) })
    {
      return url
    }
    return "urn:x-shingle:document:" + percentEncoded(documents[document].id)
  }
}

/// Returns a text as an IRI may hold it: all but letters, digits and `-._~` percent-encoded
/// (RFC 3986).
private func percentEncoded(_ text: String) -> String {
  var encoded: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      encoded.append(contentsOf: "%\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
