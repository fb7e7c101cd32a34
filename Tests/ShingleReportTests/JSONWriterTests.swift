import Foundation
import ShingleReport
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  @Test("Strings survive a round trip", arguments: ReportFixture.hostileStrings)
  func strings(text: String) throws {
    var json = JSONWriter()
    json.beginObject()
    json.key(text + "k")
    json.string(text)
    json.endObject()
    let line = try #require(try parsedLines(json.bytes).first)
    let value = try #require(line.first)
    #expect(Array(value.key.unicodeScalars) == Array((text + "k").unicodeScalars))
    #expect(Array((value.value as? String ?? "?").unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("No byte written moves a cursor", arguments: ReportFixture.hostileStrings)
  func controls(text: String) {
    var json = JSONWriter()
    json.string(text)
    let written = String(decoding: json.bytes, as: UTF8.self).unicodeScalars
    #expect(!written.contains { $0.properties.generalCategory == .control })
    #expect(!written.contains { (0x2028...0x202E).contains($0.value) })
  }

  @Test(
    "Reals have at most six decimals and no trailing zeros",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (0.0261234567, "0.026123"),
      (0.9999999, "1"), (-2.25, "-2.25"), (1e-9, "0"), (-1e-9, "0"), (123.4567891, "123.456789"),
      (1e10, "10000000000"), (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
    ])
  func reals(value: Double, text: String) {
    var json = JSONWriter()
    json.real(value)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test("Pretty text puts each member on a line and nothing into empty brackets")
  func pretty() {
    var json = JSONWriter(isPretty: true)
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.endArray()
    json.key("b")
    json.beginArray()
    json.integer(1)
    json.bool(true)
    json.null()
    json.endArray()
    json.endObject()
    let expected = """
      {
        "a": [],
        "b": [
          1,
          true,
          null
        ]
      }
      """
    #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
  }
}
