import Foundation
import Shingle
import ShingleReport
import Testing

@Suite("Audit printers")
struct AuditPrinterTests {
  private func printed(_ report: Report) -> [String: [UInt8]] {
    let audit = Audit(report)
    return [
      "text": AuditTextPrinter.bytes(audit, of: report),
      "markdown": AuditMarkdownPrinter.bytes(audit, of: report),
      "lines": AuditLinesPrinter.bytes(audit, of: report),
      "annotations": AnnotationsPrinter.bytes(audit, of: report),
      "members": AuditCSVPrinter.members(audit, of: report),
      "matrix": AuditCSVPrinter.matrix(audit),
      "quotations": AuditCSVPrinter.quotations(audit, of: report),
      "contradictions": AuditCSVPrinter.contradictions(audit, of: report),
    ]
  }

  @Test("No article writes a control character", arguments: ReportFixture.hostileStrings)
  func controls(hostile: String) {
    for (name, bytes) in printed(ReportFixture.report(hostile: hostile)) {
      let written = String(decoding: bytes, as: UTF8.self).unicodeScalars
      #expect(
        !written.contains {
          $0.properties.generalCategory == .control && !["\n", "\r", "\t"].contains($0)
        }, "\(name)")
      #expect(!written.contains { (0x202A...0x202E).contains($0.value) }, "\(name)")
      #expect(!written.contains { (0x2066...0x2069).contains($0.value) }, "\(name)")
    }
  }

  @Test("JSON parses whatever the articles hold", arguments: ReportFixture.hostileStrings)
  func json(hostile: String) throws {
    let all = printed(ReportFixture.report(hostile: hostile))
    let lines = try parsedLines(all["lines"] ?? [])
    #expect(lines.filter { $0["record"] as? String == "member" }.count == 3)
    let data = Data(all["annotations"] ?? [])
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let page = try #require(object["first"] as? [String: Any])
    #expect((page["items"] as? [Any])?.count == object["total"] as? Int)
  }

  @Test("Lines fit the terminal", arguments: [44, 50, 64, 80, 110, 160])
  func width(columns: Int) {
    for hostile in ["", String(repeating: "long ", count: 60), "新聞通信社が伝えた記事です"] {
      let report = ReportFixture.report(hostile: hostile)
      let text = AuditTextPrinter.bytes(Audit(report), of: report, width: columns)
      for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
        let used = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x3000 ? 2 : 1) }
        #expect(used <= columns, "\(line)")
      }
    }
  }

  @Test("Markdown in names stays text", arguments: ["a|b", "`a`", "*a*", "[a](b)", "<b>", "a\nb"])
  func markdown(name: String) {
    var report = ReportFixture.report()
    report.documents[1].source = name
    let text = String(
      decoding: AuditMarkdownPrinter.bytes(Audit(report), of: report), as: UTF8.self)
    for row in text.split(separator: "\n") where row.hasPrefix("| m-") {
      let bare = row.replacing(#/\\./#, with: "")
      #expect(bare.filter { $0 == "|" }.count == 9)
      #expect(!bare.contains { "`*[<".contains($0) })
    }
  }

  @Test("Annotations name a document by its web address, else by its id, percent-encoded")
  func sources() {
    var report = ReportFixture.report()
    report.documents[1].url = nil
    report.documents[1].id = "a b/ü"
    report.documents[2].url = "javascript:alert(1)"
    let text = String(
      decoding: AnnotationsPrinter.bytes(Audit(report), of: report), as: UTF8.self)
    #expect(text.contains("\"urn:x-shingle:document:a%20b%2F%C3%BC\""))
    #expect(text.contains("\"https://example.org/wire\""))
    #expect(!text.contains("javascript:"))
  }
}
