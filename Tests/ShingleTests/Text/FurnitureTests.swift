import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct FurnitureTests {
  private static let rows = ShippedData.furniture.split(separator: "\n")
    .filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

  /// Returns the lines of a text that the shipped table marks.
  private func marked(_ text: String, by furniture: Furniture = .shipped) -> [String] {
    var tokenizer = Tokenizer()
    var tokens = tokenizer.tokenize(text)
    furniture.mark(&tokens)
    let all = words(text)
    return tokens.boilerplate.map { all[$0.lower..<$0.upper].joined(separator: " ") }
  }

  @Test("every line of the table has a kind, a language, a length and a phrase")
  func tableParses() {
    for row in Self.rows {
      #expect(row.count == 4, "\(row)")
      guard row.count == 4 else { continue }
      #expect(["whole", "prefix", "suffix"].contains(row[0]), "\(row)")
      let count = words(row[3]).count
      #expect(count > 0 && count <= 16, "\(row)")
      #expect(Int(row[2]) ?? 0 >= count, "\(row)")
    }
    #expect(Self.rows.count > 250)
  }

  @Test("every phrase marks its line and no other", arguments: rows)
  func phrasesMark(row: [String]) {
    let line =
      switch row[0] {
      case "prefix" where Int(row[2]) ?? 0 > words(row[3]).count: row[3] + " zzz"
      case "suffix" where Int(row[2]) ?? 0 > words(row[3]).count: "zzz " + row[3]
      default: row[3]
      }
    let text = "The port was closed on Monday.\n\(line)\nIt opened again on Tuesday."
    #expect(marked(text) == [words(line).joined(separator: " ")])
  }

  @Test("sentences of news are not marked", arguments: fixtureLanguages)
  func newsIsNotMarked(language: String) throws {
    for document in try fixture("languages/\(language).jsonl") {
      let isCopy = document.id.hasSuffix("-copy")
      #expect(marked(document.text).count == (isCopy ? 1 : 0), "\(marked(document.text))")
    }
  }

  @Test("a line longer than the phrase's limit is not marked")
  func longLines() {
    let furniture = Furniture(
      table: "prefix\ten\t5\tread also\nsuffix\ten\t4\tall rights reserved\n")
    #expect(marked("Read also: one two three", by: furniture).count == 1)
    #expect(marked("Read also: one two three four", by: furniture).isEmpty)
    #expect(marked("By us, all rights reserved", by: furniture).isEmpty)
    #expect(marked("Us. All rights reserved.", by: furniture).count == 1)
  }

  @Test("a whole phrase marks a line that has nothing else")
  func wholeLines() {
    let furniture = Furniture(table: "whole\ten\t1\tadvertisement\n")
    #expect(marked("ADVERTISEMENT", by: furniture).count == 1)
    #expect(marked("— Advertisement —", by: furniture).count == 1)
    #expect(marked("Advertisement revenue fell", by: furniture).isEmpty)
  }

  @Test("lines that are no entries are passed over")
  func skipsOtherLines() {
    let furniture = Furniture(table: "# whole\ten\t1\tx\nwhole\ten\tx\n\nwhole\ten\tmany\tb\n")
    #expect(marked("x\nb", by: furniture).isEmpty)
  }
}
