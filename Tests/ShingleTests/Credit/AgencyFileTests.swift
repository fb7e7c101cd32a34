import Testing

@testable import Shingle

@Suite struct AgencyFileTests {
  private func adding(_ json: String) throws -> AgencyTable {
    try AgencyTable.shipped.adding(agencies: Array(json.utf8))
  }

  private func problem(_ json: String) throws -> AgencyFileProblem {
    try #require(throws: AgencyFileProblem.self) { try adding(json) }
  }

  private func credits(_ text: String, _ table: AgencyTable) -> [String] {
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    return CreditFinder(table: table).find(text.utf8Span.span, tokens)
      .map { "\($0.name) \($0.kind.rawValue)" }
  }

  @Test("an agency of a file is found as those of the table are")
  func added() throws {
    let table = try adding(
      #"{"version": 1, "agencies": [{"name": "HVN", "names": ["Havnebyrå"], "ambiguous": ["HVN"]}]}"#
    )
    let text = "OSLO (HVN) - The port was closed.\nIt opened again.\nIts master told Havnebyrå."
    #expect(credits(text, table) == ["HVN dateline", "HVN lead"])
    #expect(credits(text, .shipped).isEmpty)
    #expect(table != .shipped)
    #expect(table.digest != AgencyTable.shipped.digest)
  }

  @Test("an agency of a name that the table has gets the file's spellings besides its own")
  func merged() throws {
    let table = try adding(
      #"{"version": 1, "agencies": [{"name": "Reuters", "names": ["Havnebyrå"]}]}"#)
    let text = "Its master told Havnebyrå. The mayor told Reuters. The port was closed."
    #expect(credits(text, table) == ["Reuters lead", "Reuters lead"])
    #expect(table.agencies.count == AgencyTable.shipped.agencies.count)
    let reuters = try #require(table.agencies.first { $0.name == "Reuters" })
    #expect(reuters.wikidata == "Q130879")
  }

  @Test("an empty file adds nothing")
  func empty() throws {
    let table = try adding(#"{"version": 1, "agencies": []}"#)
    #expect(table == .shipped)
    #expect(table.digest == AgencyTable.shipped.digest)
  }

  @Test(
    "a problem names the line and the key",
    arguments: [
      ("{\n\"version\": 1,\n\"agencies\": [}", 3, nil),
      ("{\"version\": 1,\n\"agencies\": [{\"name\": \"A\",}]}", 2, nil),
      ("{\"version\": 2, \"agencies\": []}", nil, "version"),
      ("{\"agencies\": []}", nil, "version"),
      ("{\"version\": 1,\n\"agencies\": [\n{}]}", 3, "agencies[0].name"),
      (
        "{\"version\": 1,\n\"agencies\": [{\"name\": \"A\"},\n{\"name\": 7}]}", 3,
        "agencies[1].name"
      ),
      ("{\"version\": 1, \"agencies\": [{\"name\": \"\"}]}", 1, "agencies[0].name"),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}", 1,
        "agencies[1].name"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"A\", \"nmaes\": []}]}", 1,
        "agencies[0].nmaes"
      ),
      (
        "{\"version\": 1, \"agencies\": [\n{\"name\": \"A\", \"country\": \"Norway\"}]}", 2,
        "agencies[0].country"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"A\", \"wikidata\": \"130879\"}]}", 1,
        "agencies[0].wikidata"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"A\", \"names\": [\"B\", 3]}]}", 1,
        "agencies[0].names[1]"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"A\", \"names\": [\"...\"]}]}", 1,
        "agencies[0].names"
      ),
    ] as [(String, Int?, String?)])
  func problems(json: String, line: Int?, key: String?) throws {
    let problem = try problem(json)
    #expect(problem.line == line, "\(problem)")
    #expect(problem.key == key, "\(problem)")
    #expect(!problem.reason.isEmpty && !problem.hint.isEmpty)
  }

  @Test("brackets in strings do not move the lines of agencies")
  func lines() {
    let json = "{\"version\": 1, \"agencies\": [\n{\"name\": \"{[\\\"\"},\n\n{\"name\": \"B\"}]}"
    let lines = AgencyLines(Array(json.utf8))
    #expect(lines.line(ofAgency: 0) == 2)
    #expect(lines.line(ofAgency: 1) == 4)
    #expect(lines.line(ofAgency: 2) == nil)
  }
}
