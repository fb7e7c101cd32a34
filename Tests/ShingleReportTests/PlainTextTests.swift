import Foundation
import Shingle
import Testing

@testable import ShingleReport

@Suite("Plain text")
struct PlainTextTests {
  /// Every scalar of the formats' one table, told apart from it by Unicode's own properties.
  private static let hidden: [Unicode.Scalar] = (0...0x2FFF).compactMap { Unicode.Scalar($0) }
    .filter { scalar in
      scalar.properties.generalCategory == .control
        || (scalar.properties.isBidiControl && ![0x61C, 0x200E, 0x200F].contains(scalar.value))
    }

  @Test("The table holds the controls and what turns the direction of more than one character")
  func table() {
    let table = (0...0x10FFFF).filter(isHiddenControl)
    #expect(table == Self.hidden.map(\.value))
  }

  @Test("A message keeps its spaces and shows what is hidden")
  func message() {
    #expect(visibleMessage("a  b\u{1B}[2J\n\u{9B}\u{202E}é") == "a  b␛[2J␊<U+009B><U+202E>é")
  }

  @Test("No format writes a hidden control", arguments: Self.hidden)
  func formats(scalar: Unicode.Scalar) {
    let text = "a\(scalar)b"
    var report = ReportFixture.report()
    report.documents[1].source = text
    report.documents[1].title = text
    let page = HTMLPrinter.bytes(of: report, run: ReportFixture.description())
    let outputs = [
      Array(visibleMessage(text).utf8), Array(visibleLine(text).utf8), page,
      CSVPrinter.clusters(of: report), MarkdownPrinter.bytes(of: report),
      TextPrinter.bytes(of: report), DocumentsPrinter.bytes(of: report),
    ]
    for output in outputs {
      let written = String(decoding: output, as: UTF8.self).unicodeScalars
      #expect(!written.contains { $0 == scalar && !"\t\n\r".unicodeScalars.contains($0) })
    }
  }
}
