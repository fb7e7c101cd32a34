import Shingle
import ShingleFeeds
import Testing

@Suite struct RecordMappingTests {
  private func document(_ json: String, _ names: FieldNames = FieldNames()) -> Document? {
    var reader = ArticleReader(fieldNames: names)
    reader.read(contents: Array(json.utf8), path: "feed.jsonl")
    return reader.finish().documents.first
  }

  @Test func `the fields of a record become those of a document, the others metadata`() {
    let found = document(
      """
      {"x":[1, 2],"id":"a","text":"t","title":"T","source":"NDTV","url":"u","byline":"B",\
      "published":"2024-01-31","language":"en-GB","version":2,"y":"\\n"}
      """)
    let expected = Document(
      id: "a", text: "t", title: "T", source: "NDTV", url: "u",
      published: Timestamp(year: 2024, month: 1, day: 31, isDayOnly: true), byline: "B",
      language: "en-GB", version: "2",
      metadata: [
        MetadataField(name: "x", json: "[1, 2]"),
        MetadataField(name: "y", json: "\"\\n\""),
      ])
    #expect(found == expected)
  }

  @Test func `the names can be chosen, and one field can serve twice`() {
    var names = FieldNames()
    names.id = "uri"
    names.text = "body"
    names.url = "uri"
    let found = document(#"{"uri":"http://a","body":"b","text":"t"}"#, names)
    #expect(
      found
        == Document(
          id: "http://a", text: "b", url: "http://a",
          metadata: [MetadataField(name: "text", json: "\"t\"")]))
  }

  @Test func `null is absence, another type is carried as metadata`() {
    let found = document(
      #"{"id":1.50,"text":"t","title":null,"source":{"name":"AP"},"byline":5,"published":true}"#)
    #expect(
      found
        == Document(
          id: "1.50", text: "t",
          metadata: [
            MetadataField(name: "source", json: #"{"name":"AP"}"#),
            MetadataField(name: "byline", json: "5"),
            MetadataField(name: "published", json: "true"),
          ]))
  }

  @Test(arguments: [
    (#""source":{"name":"AP"}"#, "the field 'source' is not a string"),
    (#""title":["t"]"#, "the field 'title' is not a string"),
    (#""byline":5"#, "the field 'byline' is not a string"),
    (#""version":[2]"#, "the field 'version' is neither a string nor a number"),
    (#""published":true"#, "the field 'published' is neither a string nor a number"),
  ])
  func `a field of another type is a warning, once a record`(field: String, words: String) {
    var reader = ArticleReader()
    let record = #"{"id":"a","text":"t",\#(field)}"#
    reader.read(contents: Array("\(record)\n\(record)".utf8), path: "feed.jsonl")
    let intake = reader.finish()
    #expect(intake.documents.count == 2)
    #expect(intake.problemCounts[.unusableField] == 2)
    let first = intake.problems.first
    #expect(first?.reason == words + " and counts as absent")
    #expect(first?.severity == .warning && first?.line == 1)
  }

  @Test func `null, a number for an id and a date not understood are no fields of another type`() {
    var reader = ArticleReader()
    let record = #"{"id":7,"text":"t","source":null,"version":2,"published":"soon"}"#
    reader.read(contents: Array(record.utf8), path: "feed.jsonl")
    #expect(reader.finish().problemCounts == [.unknownDate: 1])
  }

  @Test func `a date may be a number`() {
    let found = document(#"{"id":"a","text":"","published":1700000000}"#)
    #expect(found?.published == Timestamp(secondsSince1970: 1_700_000_000))
  }
}
