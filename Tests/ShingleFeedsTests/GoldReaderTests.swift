import Foundation
import Shingle
import ShingleFeeds
import Testing

@Suite struct `Labels` {
  private func read(pairs: String) throws -> GoldReader {
    var reader = GoldReader()
    try withScratchFolder { folder in
      try write(pairs, to: "\(folder)/gold.jsonl")
      try reader.readPairs(path: "\(folder)/gold.jsonl")
    }
    return reader
  }

  private func reasons(_ reader: GoldReader) -> [String] {
    reader.account.problems.map { "\($0.line ?? 0) \($0.reason)" }
  }

  @Test func `are read from JSON Lines, blank lines left out`() throws {
    let reader = try read(
      pairs: """
        {"a":"x","b":"y","relation":"reprint","group":"g","confidence":3}

        {"a":7,"b":"y","relation":"independent"}
        """)
    #expect(
      reader.pairs == [
        GoldPair(a: "x", b: "y", label: .reprint, group: "g"),
        GoldPair(a: "7", b: "y", label: .none),
      ])
    #expect(reader.account.linesRead == 2)
    #expect(reader.account.linesSkipped == 0)
  }

  @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
  func `may begin with a byte order mark and end lines as they like`(
    mark: String, end: String
  ) throws {
    let line = #"{"a":"x","b":"y","relation":"quote"}"#
    let reader = try read(pairs: mark + line + end + " \t" + end)
    #expect(reader.pairs == [GoldPair(a: "x", b: "y", label: .quote)])
    #expect(reader.account.linesRead == 1)
  }

  @Test func `are read from columns between tabs`() throws {
    let reader = try read(pairs: "b\ta\trelation\r\ny\tx\tquote\r\nz\tx\tsame\r\n")
    #expect(reader.pairs == [GoldPair(a: "x", b: "y", label: .quote)])
    #expect(reasons(reader) == ["3 'same' is no relation"])
  }

  @Test(arguments: [
    (
      "a\tb\tlabel\r\nx\ty\tquote\r\nz\ty\tquote\r\n",
      "1 the heading lacks 'relation'; it has 'a', 'b', 'label', and needs 'a', 'b', 'relation'"
    ),
    (
      "x\ty\tquote\nz\ty\tquote\n",
      "1 the heading lacks 'a', 'b', 'relation'; it has 'x', 'y', 'quote', "
        + "and needs 'a', 'b', 'relation'"
    ),
    (
      "\u{FEFF}\"a\",\"b\",\"relation\"\r\nx,y,quote\r\nz,y,quote\r\n",
      "1 the columns are parted by commas; part them by tabs, or write one JSON object a line"
    ),
    (
      "a;b;label\nx;y;quote\n",
      "1 the columns are parted by semicolons; part them by tabs, or write one JSON object a line"
    ),
  ])
  func `below a heading that will not do are refused once`(pairs: String, fault: String) throws {
    let reader = try read(pairs: pairs)
    #expect(reader.pairs.isEmpty)
    let faults = reader.account.problems.map { "\($0.line ?? 0) \($0.reason); \($0.hint ?? "")" }
    #expect(faults == [fault])
    #expect(reader.account.linesSkipped == 1)
  }

  @Test func `of another encoding are said to be`() throws {
    var reader = GoldReader()
    try withScratchFolder { folder in
      // A JSON line and columns in Latin-1, each beside one in ASCII.
      let label = #"{"a":"x","b":"y","relation":"none"}"#
      let lines = [label, label.replacingOccurrences(of: "x", with: "caf\u{E9}")]
      let latin = { (text: String) in text.unicodeScalars.map { UInt8($0.value) } }
      try write(latin(lines.joined(separator: "\n")), to: "\(folder)/gold.jsonl")
      try write(
        latin("a\tb\trelation\nu\tv\tquote\ncaf\u{E9}\tv\tquote"), to: "\(folder)/gold.tsv")
      try reader.readPairs(path: "\(folder)/gold.jsonl")
      try reader.readPairs(path: "\(folder)/gold.tsv")
    }
    #expect(reader.pairs.map(\.a) == ["x", "u"])
    #expect(reasons(reader) == ["2 the line is not UTF-8", "3 the line is not UTF-8"])
  }

  @Test func `that are none are skipped with their line and the reason`() throws {
    let reader = try read(
      pairs: """
        {"a":"x","b":"x","relation":"none"}
        {"a":"x","relation":"none"}
        {"a":"x","b":["y"],"relation":"none"}
        {"a":"x","b":"","relation":"none"}
        {"a":"x","b":"y","relation":"copy"}
        [1]
        {"a":
        {"a":"x","b":"y","relation":"none"}
        """)
    #expect(
      reasons(reader) == [
        "1 'x' is paired with itself", "2 no field 'b'", "3 the field 'b' is not a string",
        "4 the field 'b' is empty", "5 'copy' is no relation", "6 the record is not a JSON object",
        "7 the record ends too early",
      ])
    #expect(reader.account.linesSkipped == 7)
    #expect(reader.account.linesRead == 8)
    #expect(reader.pairs.count == 1)
  }

  @Test func `that contradict an earlier one are skipped, and repeated ones count once`() throws {
    let reader = try read(
      pairs: """
        {"a":"x","b":"y","relation":"none"}
        {"a":"y","b":"x","relation":"none"}
        {"a":"y","b":"x","relation":"quote"}
        """)
    #expect(reader.pairs.count == 1)
    #expect(reader.account.problems.count == 1)
    #expect(reader.account.problems[0].reason.hasPrefix("the pair is labelled 'none' in "))
    #expect(reader.account.problems[0].reason.hasSuffix("gold.jsonl:1 already"))
  }

  @Test func `of families hold two members or more`() throws {
    var reader = GoldReader()
    try withScratchFolder { folder in
      try write(
        """
        {"members":["x","y"],"group":"g"}
        {"members":["x"]}
        {"members":"x"}
        {"members":[1,2]}
        {"members":["x","x"]}
        """, to: "\(folder)/families.jsonl")
      try reader.readFamilies(path: "\(folder)/families.jsonl")
    }
    #expect(reader.families == [["x", "y"]])
    #expect(
      reasons(reader) == [
        "2 a family has two members or more", "3 no field 'members'",
        "4 the field 'members' is not an array of strings", "5 a family has two members or more",
      ])
  }

  @Test func `of a file that is not there are an error`() {
    var reader = GoldReader()
    #expect(throws: InputProblem.self) { try reader.readPairs(path: "/no/such/file") }
  }
}
