import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A paragraph that recurs in unrelated texts of one source is furniture` {
  /// What recurs in texts of a source that share paragraph 1, and of whose words a share is common.
  private func recurring(_ sources: [String], common: Double) -> RecurringParts {
    var generator = SeededGenerator(seed: 21)
    let shared = (0..<Int(60 * common)).map { "common\($0)word" }
    var tokenizer = Tokenizer()
    let subjects = sources.indices.map { number in
      // Each text has half of the common words, so that no word stands in nearly all of them.
      let part = shared.shuffled(using: &generator).prefix(shared.count / 2)
      let own = (0..<20).map { "own\(number)word\($0)" }
      return Subject(tokenizer.tokenize((part + own).joined(separator: " ")), .shipped)
    }
    let texts = sources.indices.map {
      RecurringParts.Text(
        document: $0, source: sources[$0], parts: [1, UInt64(100 + $0), 1])
    }
    return RecurringParts(texts) { subjects[$0] }
  }

  private func texts(_ count: Int, of source: String) -> [String] {
    [String](repeating: source, count: count)
  }

  @Test func `it is marked`() {
    let recurring = recurring(texts(5, of: "Post"), common: 0)
    #expect(recurring.contains(1, in: "Post"))
    #expect(!recurring.contains(100, in: "Post"))
    #expect(!recurring.isEmpty)
  }

  @Test func `it is not marked in another source`() {
    #expect(!recurring(texts(8, of: "Post"), common: 0).contains(1, in: "Mail"))
  }

  @Test func `four texts of a source are too few, and nine of unknown ones`() {
    #expect(recurring(texts(4, of: "Post"), common: 0).isEmpty)
    #expect(recurring(texts(9, of: ""), common: 0).isEmpty)
    #expect(recurring(texts(10, of: ""), common: 0).contains(1, in: ""))
  }

  @Test func `texts of several sources do not add up`() {
    #expect(recurring(texts(4, of: "Post") + texts(4, of: "Mail"), common: 0).isEmpty)
  }

  @Test(arguments: [5, 30])
  func `a running story repeats itself and is not marked`(count: Int) {
    #expect(recurring(texts(count, of: "Post"), common: 1).isEmpty)
  }

  @Test func `knowing none marks nothing`() {
    #expect(RecurringParts().isEmpty)
    #expect(!RecurringParts().contains(1, in: "Post"))
  }
}
