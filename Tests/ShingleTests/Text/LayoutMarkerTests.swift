import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct LayoutMarkerTests {
  /// Returns the words of each paragraph, joined by spaces.
  private func paragraphs(_ text: String) -> [String] {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let all = words(text)
    return tokens.paragraphs.map { all[$0.lower..<$0.upper].joined(separator: " ") }
  }

  private let wrapped = [
    "The harbour was closed on Monday after a ferry ran",
    "aground at its mouth, the port said, and it would",
    "stay closed until the tide came in on Tuesday",
  ]

  @Test(
    "each line of a text is a paragraph",
    arguments: ["\n", "\r\n", "\r", "\n\n", "\u{2029}", "\u{2028}"])
  func lines(lineBreak: String) {
    let text = ["One line.", "Another line.", "A third."].joined(separator: lineBreak)
    #expect(paragraphs(text) == ["One line", "Another line", "A third"])
  }

  @Test("hard-wrapped lines make one paragraph", arguments: ["\n", "\r\n"])
  func hardWrapped(lineBreak: String) {
    let block = wrapped.joined(separator: lineBreak)
    let one = words(block).joined(separator: " ")
    #expect(paragraphs(block + ".\(lineBreak)\(lineBreak)" + block) == [one, one])
    #expect(paragraphs(block + ".\(lineBreak)    " + block) == [one, one])
    #expect(paragraphs(block + ".\(lineBreak)\t" + block) == [one, one])
    #expect(paragraphs(block + ".\(lineBreak)  \(lineBreak)" + block) == [one, one])
  }

  @Test("a long line or two do not make a hard-wrapped text another")
  func hardWrappedWithALongLine() {
    let address = "https://example.org/" + String(repeating: "path/", count: 30)
    let blocks = Array(repeating: wrapped.joined(separator: "\n"), count: 9) + [address]
    #expect(paragraphs(blocks.joined(separator: "\n\n")).count == 10)
  }

  @Test("short paragraphs of a sentence each are not hard-wrapped lines")
  func shortParagraphs() {
    let lines = [
      "The harbour was closed on Monday after a ferry ran aground.",
      "It would stay closed until Tuesday, the port said.",
      "Two other ferries turned back to the mainland at noon.",
      "“Nobody was hurt, and the sea was calm,” said its master.",
    ]
    #expect(paragraphs(lines.joined(separator: "\n")).count == 4)
  }

  @Test("the first token starts a paragraph and a line, whatever comes before it")
  func firstToken() {
    for text in ["a", "\n\n a", "“a", "\u{FEFF}a"] {
      var tokenizer = Tokenizer()
      let first = tokenizer.tokenize(text).flags[0]
      #expect(first.isSuperset(of: [.startsParagraph, .startsLine]))
    }
  }

  @Test("every line of a hard-wrapped text starts a line")
  func startsLines() {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize((wrapped + wrapped).joined(separator: "\n"))
    #expect(tokens.flags.filter { $0.contains(.startsLine) }.count == 6)
    #expect(tokens.paragraphs.count == 1)
  }

  @Test(
    "paragraphs cover the tokens in order and each begins with its flag",
    arguments: fixtureLanguages)
  func paragraphsCover(language: String) throws {
    var tokenizer = Tokenizer()
    for document in try fixture("languages/\(language).jsonl") {
      let tokens = tokenizer.tokenize(document.text)
      let ranges = tokens.paragraphs
      #expect(ranges.count == document.text.split(separator: "\n").count)
      #expect(ranges.first?.lower == 0)
      #expect(ranges.last?.upper == tokens.count)
      for (left, right) in zip(ranges, ranges.dropFirst()) { #expect(left.upper == right.lower) }
    }
  }

  @Test("a text without words has no paragraph")
  func noWords() { #expect(paragraphs(" \n ... \n").isEmpty) }
}
