import Testing

@testable import Shingle

@Suite struct `Record and text contradict each other` {
  private func found(_ text: String, source: String? = nil, byline: String? = nil) -> [String] {
    let document = Document(id: "a", text: text, source: source, byline: byline)
    let report = Detector().report(on: [document])
    return Contradiction.all(in: report).map { "\($0.record.name) \($0.text.name)" }
  }

  private let story = "The harbour was closed on Monday after a crane fell into the water."

  @Test func `where a field names one agency and the dateline another`() {
    #expect(found("OSLO (Reuters) - " + story, byline: "Jane Doe, AP") == ["AP Reuters"])
    #expect(found("OSLO (Reuters) - " + story, source: "AFP") == ["AFP Reuters"])
  }

  @Test func `not where the text names the record's agency too`() {
    #expect(found("OSLO (AP) - " + story, byline: "Jane Doe, AP").isEmpty)
    let both = "OSLO (Reuters) - " + story + "\nThe captain told AP that he was asleep."
    #expect(found(both, byline: "Jane Doe, AP").isEmpty)
  }

  @Test func `not where either of them names no agency, or the text names one in its midst`() {
    #expect(found("OSLO (Reuters) - " + story).isEmpty)
    #expect(found(story, byline: "Jane Doe, AP").isEmpty)
    let late = String(repeating: story + "\n", count: 8) + "Divers told Reuters of the mud."
    #expect(found(late, byline: "Jane Doe, AP").isEmpty)
  }
}
