import Foundation
import Shingle
import Testing

@testable import ShingleReport

@Suite("HTML page")
struct HTMLPrinterTests {
  private func page(
    _ report: Report, options: HTMLPrinter.Options = HTMLPrinter.Options()
  ) -> String {
    let bytes = HTMLPrinter.bytes(of: report, run: ReportFixture.description(), options: options)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How often a string of bytes stands in another; `String` would not find one before a mark.
  private func count(_ part: String, in text: String) -> Int {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    return text.indices.count { text[$0...].starts(with: part) }
  }

  @Test("The page is what its golden file has")
  func golden() throws {
    try expectGolden(Array(page(ReportFixture.report()).utf8), "report.html")
  }

  @Test("No feed adds an element or attribute", arguments: ReportFixture.hostileStrings)
  func escapes(hostile: String) {
    let text = page(ReportFixture.report(hostile: hostile))
    #expect(count("<script", in: text) == 1)
    #expect(count("</script", in: text) == 1)
    #expect(count("<img", in: text) == 0)
    #expect(!text.utf8.contains(0) && !text.utf8.contains(0x1B))
    #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" })
    #expect(unquotedAttributes(of: text).isDisjoint(with: ["onmouseover", "onerror", "x"]))
  }

  /// The names of all attributes, read as a browser does: by bytes, quotes ending values.
  private func unquotedAttributes(of page: String) -> Set<String> {
    let body = page.utf8.split(separator: UInt8(ascii: "<"))
    var names: Set<String> = []
    for tag in body {
      var name: [UInt8] = []
      var isQuoted = false
      for byte in tag {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if isQuoted { continue }
        if byte == UInt8(ascii: ">") { break }
        if byte == UInt8(ascii: "=") { names.insert(String(decoding: name, as: UTF8.self)) }
        name = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") ? [] : name + [byte]
      }
    }
    return names
  }

  @Test("Only web addresses become links")
  func addresses() {
    var report = ReportFixture.report()
    report.documents[1].url = "javascript:alert(1)"
    #expect(count("javascript:", in: page(report)) == 0)
  }

  @Test("The policy allows the page's own script")
  func policy() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(PageTemplates.script.utf8))
    try input.fileHandleForWriting.close()
    let hex = try #require(try output.fileHandleForReading.readToEnd()).prefix(64)
    process.waitUntilExit()
    let digits = hex.map { Int(String(UnicodeScalar($0)), radix: 16) ?? 0 }
    let sum = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    #expect(PageTemplates.scriptHash == "sha256-" + Data(sum).base64EncodedString())
    #expect(page(ReportFixture.report()).contains("<script>\(PageTemplates.script)</script>"))
  }

  @Test("Every anchor that a passage points to exists, once")
  func anchors() {
    let text = page(ReportFixture.report())
    let targets = Set(text.matches(of: ##/href="#([^"]*)"/##).map { String($0.1) })
    let anchors = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(targets.isSubset(of: anchors))
    #expect(Set(anchors).count == anchors.count)
    #expect(targets.contains("c1-1-r-2"))
  }

  @Test("What is left out is said")
  func limits() {
    var options = HTMLPrinter.Options()
    options.maximumComparisons = 1
    options.maximumMembers = 1
    options.maximumTextLength = 40
    options.maximumSkipped = 1
    options.maximumOutlets = 1
    let text = page(ReportFixture.report(), options: options)
    #expect(text.contains("1 more comparison"))
    #expect(text.contains("2 more members"))
    #expect(text.contains("Only the first 40 characters"))
    #expect(text.contains("Left out here: 1 more. manifest.json has them all."))
    #expect(text.contains("2 more outlets"))
    options.maximumClusters = 0
    #expect(page(ReportFixture.report(), options: options).contains("1 more cluster"))
  }

  @Test("The chain shows each member below the one it came from, with its evidence one click away")
  func chain() throws {
    var report = ReportFixture.report()
    report.clusters[0].members[2].attribution = .creditedIndirectly
    report.clusters[0].members[2].through = 1
    let list = try #require(
      page(report).components(separatedBy: "<ol class=\"chain\">").dropFirst().first?
        .components(separatedBy: "</ol>").first)
    let items = list.components(separatedBy: "<li class=").dropFirst()
    #expect(items.map { String($0.prefix(4)) } == ["\"d0\"", "\"d1\"", "\"d2\""])
    #expect(items.map { $0.contains("href=\"#c1-") } == [true, true, true])
    #expect(list.contains("from Reuters (credit)"))
    #expect(list.contains("from =Daily (credit)"))
  }

  @Test("The matrix counts the copies of each outlet that credit each origin")
  func matrix() throws {
    var report = ReportFixture.report()
    report.documents[2].source = "=Daily"
    let table = try #require(
      page(report).components(separatedBy: "<table class=\"matrix\">").dropFirst().first?
        .components(separatedBy: "</table>").first)
    #expect(table.contains("title=\"1 credited, 1 uncredited\"><details class=\"cell\">"))
    #expect(table.contains("<summary>1 of 2</summary>"))
    #expect(table.contains(#/title="1 is-origin"><a href="#m-[0-9a-f]{16}">own</a></td>/#))
    #expect(table.contains("<td class=\"num bad\">50 %</td>"))
  }

  @Test("A cell of the matrix leads to its articles, those first that name nobody")
  func cells() throws {
    var report = ReportFixture.report()
    report.documents[2].source = "=Daily"
    let cell = { (options: HTMLPrinter.Options) in
      try #require(
        page(report, options: options).components(separatedBy: "<details class=\"cell\">")
          .dropFirst().first?.components(separatedBy: "</details>").first)
    }
    var options = HTMLPrinter.Options()
    let items = try cell(options).components(separatedBy: "<li>").dropFirst()
    #expect(items.map { $0.contains("tag uncredited") } == [true, false])
    #expect(items.allSatisfy { $0.contains("<a href=\"#m-") })
    options.maximumCellMembers = 1
    #expect(try cell(options).contains("<li>and 1 more</li>"))
    // What the page leaves out is named without a link.
    options.maximumMembers = 0
    #expect(try !cell(options).contains("href"))
  }

  @Test("Every credit and quotation that is named leads to its place in the text")
  func places() {
    let said = "We will never go back to diesel and coal, whatever the harbour master says"
    var report = ReportFixture.report()
    report.documents[1].text = "(Reuters) \"\(said)\", said Odile Ferrant."
    report.documents[3].text = "They heard \"\(said.replacing("never", with: "not"))\" again."
    report.findings[1].boilerplate = []
    report.findings[3].credits = []
    report.findings[1].credits = [
      Credit(
        name: "Reuters", type: .agency, kind: .dateline, range: CodePointRange(start: 1, end: 8),
        quote: "Reuters"),
      Credit(
        name: "AP", type: .agency, kind: .metadata, range: CodePointRange(start: 0, end: 0),
        quote: "AP"),
    ]
    report.clusters[0].origin.evidence = report.findings[1].credits.map {
      OriginEvidence(document: 1, credit: $0)
    }
    let text = page(report)
    let place = "c1-1-r"
    #expect(text.contains("<q><a href=\"#\(place)-k0\"><bdi>Reuters</bdi></a></q>"))
    #expect(text.contains("<span class=\"place\" id=\"\(place)-k0\">"))
    #expect(text.contains("<q><a href=\"#\(place)\"><bdi>AP</bdi></a></q>"))
    #expect(text.contains("<section class=\"column\" id=\"\(place)\""))
    #expect(text.contains("<a class=\"id\" href=\"#\(place)-q0\">"))
    for (anchor, words) in [("c1-1-r-q0", "We will never"), ("c1-1-l-q0", "We will not")] {
      let marked = text.components(separatedBy: "id=\"\(anchor)\">").dropFirst().first ?? ""
      #expect(marked.components(separatedBy: "</p>").first?.contains(words) == true, "\(marked)")
    }
  }

  @Test("Altered quotations and contradictions have their words escaped")
  func auditSections() {
    var report = ReportFixture.report()
    let said = "We will never go back to <b>diesel</b> & coal, whatever the harbour master says"
    report.documents[2].text = "\"\(said)\", they heard."
    report.documents[3].text = "\"\(said.replacing("never", with: "not"))\", said Odile Ferrant."
    report.findings[2].credits = [
      Credit(
        name: "AP", type: .agency, kind: .metadata, range: CodePointRange(start: 0, end: 0),
        quote: "<AP>"),
      Credit(
        name: "Reuters", type: .agency, kind: .footer, range: CodePointRange(start: 0, end: 3),
        quote: "<i>"),
    ]
    let text = page(report)
    #expect(text.contains("&lt;b&gt;diesel&lt;/b&gt; &amp; coal"))
    #expect(text.contains("<del><bdi>not</bdi></del><ins><bdi>never</bdi></ins>"))
    #expect(text.contains("without the speaker"))
    #expect(text.contains("<q class=\"small\"><a href=\"#c1-2-r\"><bdi>&lt;AP&gt;</bdi></a></q>"))
    #expect(!text.contains("<i>"))
  }

  @Test("Skipped files are counted beside the records, and a cut list is said to be one")
  func skipped() {
    var description = ReportFixture.description()
    let page = { (description: RunDescription) in
      String(
        decoding: HTMLPrinter.bytes(of: ReportFixture.report(), run: description), as: UTF8.self)
    }
    (description.recordsSkipped, description.filesSkipped) = (0, 2)
    #expect(page(description).contains("<h3>2 files skipped</h3>"))
    #expect(page(description).contains("<dt>records and files skipped</dt><dd>2</dd>"))
    #expect(!page(description).contains("Left out here"))
    (description.recordsSkipped, description.filesSkipped) = (1300, 1)
    #expect(page(description).contains("<h3>1300 records and 1 file skipped</h3>"))
    #expect(
      page(description).contains("Left out here: 1299 more. manifest.json has the first 2."))
  }

  @Test("The run's times and the threads do not change the page")
  func deterministic() {
    var report = ReportFixture.report()
    let before = page(report)
    report.configuration.threads = 16
    var description = ReportFixture.description()
    description.run = RunMeasurements(seconds: 99)
    let bytes = HTMLPrinter.bytes(of: report, run: description)
    #expect(String(decoding: bytes, as: UTF8.self) == before)
  }

  @Test("An empty report makes a page that says so")
  func empty() {
    let report = Report(
      documents: [], findings: [], pairs: [], clusters: [], statistics: RunStatistics(),
      configuration: Configuration())
    #expect(page(report).contains("No two articles are from the same copy."))
  }

  @Test("A member not compared with the representative stands beside its nearest fellow")
  func nearestFellow() {
    var report = ReportFixture.report()
    report.pairs.remove(at: 2)
    report.pairs.insert(
      PairFinding(
        a: 1, b: 2, relation: .rewrite, confidence: 0.7, jaccard: 0.1, containmentA: 0.1,
        containmentB: 0.1), at: 1)
    let comparisons = page(report).components(separatedBy: "<details class=\"comparison\"")
    #expect(comparisons.count == 3)
    #expect(comparisons[2].contains("aria-label=\"Four `electric` boats\""))
    #expect(!comparisons[2].contains("aria-label=\"Ferry company buys boats\""))
  }
}
