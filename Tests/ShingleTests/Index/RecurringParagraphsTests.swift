import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A paragraph that recurs in unrelated texts of one source is furniture` {
  private typealias Text = (source: String, paragraphs: [UInt64], signature: [UInt32])

  /// Texts of a source that share paragraph 1, and of whose shingles a share is common.
  private func texts(_ count: Int, source: String, common: Double) -> [Text] {
    var generator = SeededGenerator(seed: 21)
    let shared = (0..<Int(200 * common)).map { _ in generator.next() }
    let minHash = MinHash(size: 128)
    return (0..<count).map { number in
      let own = (0..<(200 - shared.count)).map { _ in generator.next() }
      return (source, [1, UInt64(100 + number)], minHash.signature(shared + own))
    }
  }

  @Test func `it is marked`() {
    let recurring = RecurringParagraphs(texts(5, source: "Post", common: 0.05))
    #expect(recurring.contains(1, in: "Post"))
    #expect(!recurring.contains(100, in: "Post"))
    #expect(!recurring.isEmpty)
  }

  @Test func `it is not marked in another source`() {
    let recurring = RecurringParagraphs(texts(8, source: "Post", common: 0.05))
    #expect(!recurring.contains(1, in: "Mail"))
  }

  @Test func `four texts are too few`() {
    #expect(RecurringParagraphs(texts(4, source: "Post", common: 0.05)).isEmpty)
  }

  @Test func `texts of several sources do not add up`() {
    let both = texts(4, source: "Post", common: 0.05) + texts(4, source: "Mail", common: 0.05)
    #expect(RecurringParagraphs(both).isEmpty)
  }

  @Test(arguments: [5, 30])
  func `a running story repeats itself and is not marked`(count: Int) {
    #expect(RecurringParagraphs(texts(count, source: "Post", common: 0.6)).isEmpty)
  }

  @Test func `a paragraph twice in one text counts once`() {
    var few = texts(3, source: "Post", common: 0.05)
    for index in few.indices { few[index].paragraphs += [1, 1] }
    #expect(RecurringParagraphs(few).isEmpty)
  }

  @Test func `every token of the paragraph is marked, and no other`() {
    var sketcher = Sketcher(Configuration())
    var news = RandomNews(seed: 4)
    let footer = "Share this story with your friends on every network"
    let documents = (0..<6).map {
      Document(
        id: "d\($0)", text: RandomNews.text(news.story(paragraphs: 4)) + "\n" + footer,
        source: "Post")
    }
    let sketches = documents.map { sketcher.sketch($0) }
    let recurring = RecurringParagraphs(
      sketches.map { (source: "Post", paragraphs: $0.paragraphs, signature: $0.signature) })
    var tokens = sketcher.tokens(of: documents[0])
    recurring.mark(&tokens, source: "Post")
    let marked = tokens.flags.indices.filter { tokens.flags[$0].contains(.boilerplate) }
    #expect(marked == Array((tokens.count - 9)..<tokens.count))
  }

  @Test func `knowing none marks nothing`() {
    #expect(RecurringParagraphs().isEmpty)
    #expect(!RecurringParagraphs().contains(1, in: "Post"))
  }
}
