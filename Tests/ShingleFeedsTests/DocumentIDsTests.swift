import Testing

@testable import ShingleFeeds

@Suite struct DocumentIDsTests {
  @Test func `the first document keeps its id`() {
    var ids = DocumentIDs()
    #expect(ids.claim("a", text: "x") == ("a", true))
    #expect(ids.claim("b", text: "x") == ("b", true))
  }

  @Test func `a second one is named after its text, further ones are counted`() {
    var ids = DocumentIDs()
    let hash = DocumentIDs.hash(of: "x")
    let names = (0..<4).map { _ in ids.claim("a", text: "x").id }
    #expect(names == ["a", "a#\(hash)", "a#\(hash)#2", "a#\(hash)#3"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `an id of many combining marks is claimed in linear time`() {
    // `String` compares and hashes such a run in quadratic time: this one takes it minutes.
    let id = "e" + String(repeating: "\u{301}\u{316}", count: 400_000)
    var ids = DocumentIDs()
    #expect(ids.claim(id, text: "x").isNew)
    #expect(!ids.claim(id, text: "x").isNew)
  }

  @Test func `the hash is XXH3 in 16 digits`() {
    #expect(DocumentIDs.hash(of: "") == "2d06800538d394c2")
  }

  @Test func `the name does not depend on what came between`() {
    var ids = DocumentIDs()
    _ = ids.claim("a", text: "x")
    _ = ids.claim("a", text: "y")
    #expect(ids.claim("a", text: "z").id == "a#\(DocumentIDs.hash(of: "z"))")
  }

  @Test func `a derived name that is taken is passed over`() {
    var ids = DocumentIDs()
    let hash = DocumentIDs.hash(of: "x")
    _ = ids.claim("a#\(hash)", text: "")
    _ = ids.claim("a#\(hash)#2", text: "")
    _ = ids.claim("a", text: "x")
    #expect(ids.claim("a", text: "x").id == "a#\(hash)#3")
  }

  @Test func `canonically equal ids of different bytes are different`() {
    var ids = DocumentIDs()
    _ = ids.claim("\u{E9}", text: "x")
    #expect(ids.claim("e\u{301}", text: "x").isNew)
  }
}
