import Shingle
import ShingleFeeds
import Testing

@Suite struct JSONLinesTests {
  private func read(_ bytes: [UInt8], limits: ReaderLimits = ReaderLimits()) -> Intake {
    var reader = ArticleReader(limits: limits)
    reader.read(contents: bytes, path: "feed.jsonl")
    return reader.finish()
  }

  private func read(_ text: String) -> Intake { read(Array(text.utf8)) }

  @Test func `records are read line by line, blank lines ignored`() {
    let (first, second) = (#"{"id":"a","text":"1"}"#, #"{"id":"b","text":""}"#)
    let intake = read("\u{FEFF}\(first)\r\n\n \t\r\n \(second)")
    #expect(intake.documents == [Document(id: "a", text: "1"), Document(id: "b", text: "")])
    #expect(intake.recordsRead == 2)
    #expect(intake.problems.isEmpty)
  }

  @Test func `what a text holds stays`() {
    let intake = read(#"{"id":"a","text":"\ufeffa\r\nb\u0000"}"#)
    #expect(intake.documents.first?.text == "\u{FEFF}a\r\nb\u{0}")
  }

  @Test func `a malformed record is reported with line and byte, the others are read`() {
    let (first, last) = (#"{"id":"a","text":"1"}"#, #"{"id":"c","text":"3"}"#)
    let intake = read("\(first)\n\n  {\"id\":\"b\" 1}\n\(last)\n")
    #expect(intake.documents.map(\.id) == ["a", "c"])
    #expect(intake.problems.map(\.description) == ["feed.jsonl:3 (byte 35): a comma is missing"])
    #expect(intake.recordsRead == 3)
    #expect(intake.recordsSkipped == 1)
  }

  @Test func `a record cut off at the end is reported with a hint`() {
    let intake = read("{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"b\",\"text\":\"2")
    #expect(intake.documents.map(\.id) == ["a"])
    #expect(
      intake.problems.map(\.description) == [
        "feed.jsonl:2 (byte 39): a string is not closed; "
          + "no line feed ends the file; it may be cut off"
      ])
  }

  @Test func `a record without a text names the fields it has`() {
    let intake = read(#"{"id":1,"body":"x"}"# + "\n" + #"{"id":2,"text":["x"]}"# + "\n{}\n")
    #expect(
      intake.problems.map(\.reason) == [
        "no field 'text'; the record has 'id', 'body'", "the field 'text' is not a string",
        "the record is empty",
      ])
    #expect(intake.problems.first?.hint == "name the text's field with --text-field")
    #expect(intake.problemCounts == [.missingText: 3])
  }

  @Test func `records without an id are named after their line, with one warning a file`() {
    let intake = read("{\"text\":\"1\"}\n{\"text\":\"2\",\"id\":null}\n")
    #expect(intake.documents.map(\.id) == ["feed.jsonl:1", "feed.jsonl:2"])
    #expect(intake.problemCounts == [.missingID: 1])
  }

  @Test func `a second record of an id is kept under another one, with a warning`() {
    let intake = read("{\"id\":7,\"text\":\"1\"}\n{\"id\":\"7\",\"text\":\"2\"}\n")
    #expect(intake.documents.first?.id == "7")
    #expect(intake.documents.last?.id.hasPrefix("7#") == true)
    #expect(intake.documents.last?.id.utf8.count == 18)
    #expect(intake.problems.map(\.code) == [.duplicateID])
    #expect(intake.problems.first?.severity == .warning)
  }

  @Test func `an unknown date is a warning and stays as metadata`() {
    let intake = read(#"{"id":"a","text":"t","published":"03/04/2021"}"#)
    #expect(intake.documents.first?.published == nil)
    #expect(
      intake.documents.first?.metadata
        == [MetadataField(name: "published", json: "\"03/04/2021\"")])
    #expect(intake.problems.map(\.reason) == ["the date '03/04/2021' is not understood"])
  }

  @Test func `lone surrogates and ill-formed bytes are replaced with a warning`() {
    var bytes = Array(#"{"id":"a","text":"x\ud800y"}"#.utf8) + [0x0A]
    bytes += Array(#"{"id":"b","text":"x"#.utf8) + [0xE2, 0x82] + Array("y\"}\n".utf8)
    bytes += Array(#"{"id":"c","text":"","other":"\ud800"}"#.utf8)
    let intake = read(bytes)
    #expect(intake.documents.map(\.text) == ["x\u{FFFD}y", "x\u{FFFD}y", ""])
    #expect(intake.problems.map(\.line) == [1, 2])
    #expect(intake.documents.last?.metadata.first?.json == #""\ud800""#)
  }

  @Test func `a record longer than the limit is skipped and the next one read`() {
    var limits = ReaderLimits()
    limits.maximumRecordBytes = 100
    let long = "{\"id\":\"b\",\"text\":\"" + String(repeating: "x", count: 3_000_000) + "\"}"
    let short = ["a", "c"].map { "{\"id\":\"\($0)\",\"text\":\"\"}" }
    let text = [short[0], long, short[1]].joined(separator: "\n")
    let intake = read(Array(text.utf8), limits: limits)
    #expect(intake.documents.map(\.id) == ["a", "c"])
    #expect(intake.problems.map(\.code) == [.recordTooLong])
    #expect(intake.problems.first?.line == 2)
  }

  @Test func `a record of 50 MB is read`() {
    let body = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000)
    let intake = read(Array("{\"id\":\"a\",\"text\":\"".utf8) + body + Array("\"}\n".utf8))
    #expect(intake.documents.first?.text.utf8.count == 50_000_000)
  }

  @Test func `an object over several lines is refused once`() {
    let intake = read("{\n  \"id\": 1,\n  \"text\": \"x\"\n}\n")
    #expect(intake.problems.map(\.code) == [.notJSONLines])
    #expect(intake.filesSkipped == 1)
  }

  @Test func `a record that is no object is skipped alone`() {
    let intake = read("[{\"id\":1}]\n{\"id\":\"a\",\"text\":\"\"}\n")
    #expect(intake.problems.map(\.code) == [.notAnObject])
    #expect(intake.documents.map(\.id) == ["a"])
  }

  @Test(arguments: UInt64(0)..<100)
  func `damage to one record never loses another`(seed: UInt64) {
    var json = RandomJSON(seed: seed)
    let records = (0..<20).map { index in
      Array("{\"id\":\"d\(index)\",\"text\":\(json.string()),\"x\":\(json.value(depth: 3))}".utf8)
    }
    let victims = Set((0..<5).map { _ in Int.random(in: 0..<20, using: &json.generator) })
    var bytes: [UInt8] = []
    for (index, record) in records.enumerated() {
      var record = record
      if victims.contains(index) {
        for _ in 0..<4 {
          let place = Int.random(in: 1..<record.count, using: &json.generator)
          let byte = UInt8.random(in: 0...255, using: &json.generator)
          record[place] = byte == 0x0A ? 0x20 : byte
        }
      }
      bytes += record + [0x0A]
    }
    let intake = read(bytes)
    let ids = Set(intake.documents.map(\.id))
    for index in 0..<20 where !victims.contains(index) { #expect(ids.contains("d\(index)")) }
    #expect(intake.recordsRead == 20)
    #expect(intake.documents.count + intake.recordsSkipped == 20)
  }
}
