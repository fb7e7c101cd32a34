import Testing

@testable import Shingle

@Suite struct `Outlets are named as credits spell them` {
  @Test(arguments: [
    ("Reuters", "Reuters"), ("THE GUARDIAN", "The Guardian"), ("ndtv.com", "NDTV"),
    ("www.ndtv.com", "NDTV"), ("www.bbc.co.uk", "BBC"), ("reuters.com", "Reuters"),
    ("Harbour Post", "Harbour Post"), ("harbour.example", "harbour.example"), (".", "."),
    ("com.", "com."), ("Reuters and others", "Reuters and others"),
  ])
  func `a source has the table's name or its own`(source: String, name: String) {
    let document = Document(id: "a", text: "", source: source)
    #expect(OutletNames().names(of: [document, document]) == [name, name])
  }

  @Test func `a long source is its own name, and none is none`() {
    let long = String(repeating: "Reuters ", count: 40)
    let documents = [long, "", nil].map { Document(id: "a", text: "", source: $0) }
    #expect(OutletNames().names(of: documents) == [long, nil, nil])
  }
}
