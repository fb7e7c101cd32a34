import Testing

@testable import Shingle

@Suite struct CreditTests {
  @Test("all kinds but photo and about name a source")
  func kindsThatNameSources() {
    let others = CreditKind.allCases.filter { !$0.namesSource }
    #expect(others == [.photo, .about])
  }

  @Test("kinds and types are written as the output has them")
  func rawValues() {
    let kinds = [
      "dateline", "byline", "lead", "in-text", "contribution", "footer", "metadata", "photo",
      "about",
    ]
    #expect(CreditKind.allCases.map(\.rawValue) == kinds)
    #expect(CreditType.allCases.map(\.rawValue) == ["agency", "outlet"])
  }
}
