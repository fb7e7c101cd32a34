import Shingle
import ShingleReport
import Testing

@Suite("Terminal and Markdown")
struct TextPrinterTests {
  @Test("The summaries are what their golden files have")
  func golden() throws {
    let report = ReportFixture.report()
    try expectGolden(TextPrinter.bytes(of: report, width: 72), "summary.txt")
    try expectGolden(
      TextPrinter.bytes(of: report, width: 72, usesColors: true), "summary-colours.txt")
    try expectGolden(MarkdownPrinter.bytes(of: report), "clusters.md")
  }

  @Test("No article writes a control character", arguments: ReportFixture.hostileStrings)
  func controls(hostile: String) {
    let report = ReportFixture.report(hostile: hostile)
    for bytes in [TextPrinter.bytes(of: report), MarkdownPrinter.bytes(of: report)] {
      let written = String(decoding: bytes, as: UTF8.self).unicodeScalars
      #expect(!written.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      #expect(!written.contains { (0x202A...0x202E).contains($0.value) })
      #expect(!written.contains { (0x2066...0x2069).contains($0.value) })
    }
  }

  @Test("Lines fit the terminal", arguments: [24, 40, 72, 100])
  func width(columns: Int) {
    let report = ReportFixture.report()
    let text = String(decoding: TextPrinter.bytes(of: report, width: columns), as: UTF8.self)
    let cluster = text.split(separator: "\n").prefix { !$0.hasPrefix("4 articles") }
    #expect(cluster.allSatisfy { $0.count <= columns })
  }

  @Test("Wide characters count two columns")
  func wide() {
    var report = ReportFixture.report()
    let text = String(repeating: "新聞", count: 60)
    report.documents[1].text = text
    var pairs = Array(report.pairs)
    pairs[1].matches[0].a = CodePointRange(start: 0, end: 120)
    report.pairs = PairFindings(pairs)
    let lines = String(decoding: TextPrinter.bytes(of: report, width: 40), as: UTF8.self)
      .split(separator: "\n")
    let passage = lines.first { $0.contains("新") }
    #expect((passage ?? "").filter { "新聞".contains($0) }.count == 12)
  }

  @Test(
    "Markdown in a title stays text", arguments: ["a|b", "`a`", "*a*", "[a](b)", "<b>", "a\nb"])
  func markdown(title: String) {
    var report = ReportFixture.report()
    report.documents[1].source = title
    let text = String(decoding: MarkdownPrinter.bytes(of: report), as: UTF8.self)
    let row = text.split(separator: "\n").first { $0.hasPrefix("| copy") } ?? ""
    let bare = row.replacing(#/\\./#, with: "")
    #expect(bare.filter { $0 == "|" }.count == 8)
    #expect(!bare.contains { "`*[<".contains($0) })
  }
}
