import Testing

@testable import Shingle

@Suite struct MetadataCreditsTests {
  private func found(byline: String? = nil, source: String? = nil) -> [String] {
    let document = Document(id: "a", text: "The port.", source: source, byline: byline)
    return CreditFinder().findInMetadata(of: document).map { "\($0.name) \($0.kind.rawValue)" }
  }

  @Test("a field that is an agency's name credits it")
  func wholeFields() {
    #expect(found(source: "Reuters") == ["Reuters metadata"])
    #expect(found(byline: "AP") == ["AP metadata"])
    #expect(found(byline: "The Associated Press").first == "AP metadata")
  }

  @Test("a byline that ends with an agency's name credits it")
  func bylines() {
    #expect(found(byline: "Jane Doe, Reuters") == ["Reuters metadata"])
    #expect(found(byline: "By Jane Doe, Associated Press") == ["AP metadata"])
    #expect(found(byline: "JANE DOE, AP") == ["AP metadata"])
    #expect(found(byline: "Jane Doe (AFP)") == ["AFP metadata"])
  }

  @Test("byline and source of one agency make one credit, of two agencies two")
  func bothFields() {
    #expect(found(byline: "Jane Doe, Reuters", source: "Reuters") == ["Reuters metadata"])
    #expect(found(byline: "AFP", source: "Reuters") == ["AFP metadata", "Reuters metadata"])
  }

  @Test("other fields credit nobody", arguments: ["", "Jane Doe", "Daily Causeway", "PA Wire fan"])
  func otherFields(field: String) { #expect(found(byline: field, source: field).isEmpty) }

  @Test("the credit quotes the field and has no place in the text")
  func quotes() throws {
    let document = Document(id: "a", text: "Reuters", byline: "Jane Doe, Reuters")
    let credit = try #require(CreditFinder().findInMetadata(of: document).first)
    #expect(credit.quote == "Jane Doe, Reuters")
    #expect(credit.range == CodePointRange(start: 0, end: 0))
    #expect(credit.type == .agency)
  }

  @Test(arguments: [
    ("Reuters", "Reuters"), ("Agence France-Presse", "AFP"), ("The Daily Planet", nil),
    ("Jane Doe, Reuters", nil),
  ])
  func `a source that is an agency's name, however spelt, is that agency`(
    field: String, agency: String?
  ) {
    #expect(CreditFinder().agency(field) == agency)
  }
}
