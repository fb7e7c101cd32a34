import Shingle
import Testing

@testable import ShingleReport

@Suite("Page fidelity")
struct PageFidelityTests {
  @Test("A reader sees every character of the text", arguments: ReportFixture.hostileStrings)
  func fidelity(hostile: String) {
    let report = ReportFixture.report(hostile: hostile)
    let page = HTMLPrinter.bytes(of: report, run: ReportFixture.description())
    let expected = [3, 1, 3, 2].map { report.documents[$0].text }
    #expect(columns(of: page).map(printed) == expected.map(asShown).map(printed))
  }

  /// The text of each column, read as a browser does: by code points, tags dropped.
  private func columns(of page: [UInt8]) -> [String] {
    var columns: [String] = []
    var isText = false
    var isBadge = false
    var rest = page[...]
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: "<") {
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        rest = rest.dropFirst(tag.count + 1)
        if tag.starts(with: "<div class=\"text\"".utf8) {
          isText = true
          columns.append("")
        }
        if tag.elementsEqual("</div".utf8) { isText = false }
        isBadge = tag.starts(with: "<a class=\"badge".utf8)
      } else {
        let run = rest.prefix { $0 != UInt8(ascii: "<") }
        rest = rest.dropFirst(run.count)
        if isText && !isBadge { columns[columns.count - 1] += unescaped(run) }
      }
    }
    return columns
  }

  private func unescaped(_ run: ArraySlice<UInt8>) -> String {
    let entities: [(String, String)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    var text: [UInt8] = []
    var rest = run
    while let first = rest.first {
      if let (entity, character) = entities.first(where: { rest.starts(with: $0.0.utf8) }) {
        text += Array(character.utf8)
        rest = rest.dropFirst(entity.utf8.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What the page makes visible, written apart from it.
  private func asShown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: shown.append(scalar)
      case 0x00..<0x20: shown.append(Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? scalar)
      case 0x7F: shown.append("\u{2421}")
      case 0x85: shown.append(contentsOf: "<U+0085>".unicodeScalars)
      case 0x9B: shown.append(contentsOf: "<U+009B>".unicodeScalars)
      case 0x2066: shown.append(contentsOf: "<U+2066>".unicodeScalars)
      case 0x202E: shown.append(contentsOf: "<U+202E>".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  private func printed(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}
