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
      ("{\"version\": 1,\n\"agencies\": [{\"name\": \"HVN\",}]}", 2, nil),
      ("{\"version\": 2, \"agencies\": []}", 1, "version"),
      ("{\"agencies\": []}", 1, "version"), ("[]", 1, nil), ("{\"version\": 1}", 1, "agencies"),
      ("{\"version\": 1, \"agencies\": {}}", 1, "agencies"),
      ("{\"version\": 1, \"agencies\": [7]}", 1, "agencies[0]"),
      ("{\"version\": 1,\n\"agencies\": [\n{}]}", 3, "agencies[0].name"),
      (
        "{\"version\": 1,\n\"agencies\": [{\"name\": \"HVN\"},\n{\"name\": 7}]}", 3,
        "agencies[1].name"
      ),
      ("{\"version\": 1, \"agencies\": [{\"name\": \"\"}]}", 1, "agencies[0].name"),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\"}, {\"name\": \"HVN\"}]}", 1,
        "agencies[1].name"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\", \"nmaes\": []}]}", 1,
        "agencies[0].nmaes"
      ),
      (
        "{\"version\": 1, \"agencies\": [\n{\"name\": \"HVN\", \"country\": \"Norway\"}]}", 2,
        "agencies[0].country"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\", \"wikidata\": \"130879\"}]}", 1,
        "agencies[0].wikidata"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\", \"names\": [\"B\", 3]}]}", 1,
        "agencies[0].names[1]"
      ),
      (
        "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\", \"names\": [\"...\"]}]}", 1,
        "agencies[0].names"
      ),
    ] as [(String, Int?, String?)])
  func problems(json: String, line: Int?, key: String?) throws {
    let problem = try problem(json)
    #expect(problem.line == line, "\(problem)")
    #expect(problem.key == key, "\(problem)")
    #expect(!problem.reason.isEmpty && !problem.hint.isEmpty)
  }

  @Test(
    "an ordinary word is no agency's name, whatever its capital",
    arguments: ["the", "The", "press", "on", "Monday", "of the", "le", "water"])
  func ordinaryWords(word: String) throws {
    let problem = try problem(
      "{\"version\": 1, \"agencies\": [{\"name\": \"HVN\", \"names\": [\"\(word)\"]}]}")
    #expect(problem.key == "agencies[0].names")
    #expect(problem.reason.contains("'\(word)' is an ordinary word"))
  }

  @Test("a name that is a word with a capital needs a cue, whether the file says so or not")
  func wordsWithCapitals() throws {
    let table = try adding(#"{"version": 1, "agencies": [{"name": "Water", "names": ["Ocean"]}]}"#)
    #expect(credits("The port is shut. Water stood in Ocean Street.", table).isEmpty)
    #expect(credits("The port is shut, its master told Water so.", table) == ["Water lead"])
  }

  @Test("a key that stands in an entry twice is refused")
  func repeatedKeys() throws {
    let problem = try problem(
      #"{"version": 1, "agencies": [{"name": "HVN", "names": ["Havn"], "names": ["Havne"]}]}"#)
    #expect(problem.key == "agencies[0].names")
  }
}
