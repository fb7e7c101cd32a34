import Shingle
import ShingleReport
import Testing

@Suite("CSV")
struct CSVPrinterTests {
  @Test("Pairs and clusters are what their golden files have")
  func golden() throws {
    try expectGolden(CSVPrinter.pairs(of: ReportFixture.report()), "pairs.csv")
    try expectGolden(CSVPrinter.clusters(of: ReportFixture.report()), "clusters.csv")
  }

  @Test(
    "No cell runs as a formula",
    arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=\"\u{301}"])
  func formulas(cell: String) {
    var report = ReportFixture.report()
    report.documents[1].source = cell
    let cells = parsed(CSVPrinter.clusters(of: report)).flatMap(\.self)
    #expect(cells.contains { Array($0.unicodeScalars) == Array(("'" + cell).unicodeScalars) })
    let dangerous = "=+-@\t\r＝".unicodeScalars
    #expect(!cells.compactMap(\.unicodeScalars.first).contains { dangerous.contains($0) })
  }

  @Test("No article writes a control character", arguments: ReportFixture.hostileStrings)
  func controls(hostile: String) {
    let report = ReportFixture.report(hostile: hostile)
    let written = CSVPrinter.pairs(of: report) + CSVPrinter.clusters(of: report)
    let controls = String(decoding: written, as: UTF8.self).unicodeScalars.filter {
      $0.properties.generalCategory == .control
    }
    #expect(Set(controls).isSubset(of: ["\t", "\n", "\r"]))
    #expect(!String(decoding: written, as: UTF8.self).unicodeScalars.contains { isOverride($0) })
  }

  @Test(
    "Commas, quotes and line breaks stay within their cell", arguments: ["a,b", "a\"b", "a\nb"])
  func quoting(cell: String) {
    var report = ReportFixture.report()
    report.documents[1].source = cell
    let rows = parsed(CSVPrinter.clusters(of: report))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows[2][5] == cell)
  }

  /// Whether a scalar is a bidirectional embedding, override or isolate, or ends one.
  private func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// A reader of RFC 4180, written apart from the printer.
  private func parsed(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\"" {
        if previous == "\"" && !isQuoted { cell.append("\"") }
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || (scalar == "\n" && previous == "\r") {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else if isQuoted || scalar != "\r" {
        cell.append(scalar)
      }
      previous = scalar
    }
    return rows
  }
}
