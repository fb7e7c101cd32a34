import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct PartsThatMayRecurTests {
  @Test(arguments: [
    // One paragraph: itself, its first two and last three sentences of four words and more.
    (
      "It rained all day. Short one. The third has more words. Rivers rose in the north. Stay dry, all of you. Read us every day.",
      [
        "it rained all day short one the third has more words rivers rose in the north stay dry all of you read us every day",
        "it rained all day", "rivers rose in the north", "stay dry all of you",
        "read us every day",
      ]
    ),
    // A paragraph of one sentence is no part twice, and inner paragraphs are not cut.
    (
      "It rained all day.\n\nRivers rose in the north. A bridge fell at noon.\n\nFollow the Gazette for more.",
      [
        "it rained all day", "rivers rose in the north a bridge fell at noon",
        "follow the gazette for more",
      ]
    ),
    ("Too short here", []), ("", []),
  ])
  func `are paragraphs, and sentences at the ends`(text: String, expected: [String]) {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    let found = tokens.partsThatMayRecur.map { Array(tokens.hashes[$0.lower..<$0.upper]) }
    #expect(found == expected.map(hashes))
  }

  @Test func `a sign-off behind the last sentence joins no unrelated stories`() {
    var news = RandomNews(seed: 77)
    let signOff =
      " Follow the Torvane Courier for the news of the valley, its people and its weather, every day from six."
    let documents = (0..<5).map { number in
      let text = news.story(paragraphs: 1).flatMap { $0 }.joined(separator: " ")
      return Document(id: "d\(number)", text: text + "." + signOff, source: "Courier")
    }
    let report = Detector().report(on: documents)
    #expect(report.clusters.isEmpty)
    #expect(report.findings.allSatisfy { !$0.boilerplate.isEmpty })
  }
}
