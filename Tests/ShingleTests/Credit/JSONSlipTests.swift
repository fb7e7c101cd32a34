import Foundation
import Testing

@testable import Shingle

@Suite struct JSONSlipTests {
  @Test(
    "the byte at which a text stops being JSON",
    arguments: [
      (#"{"a": [}"#, 7), (#"{"a": 1,}"#, 8), (#"{"a": 1 "b": 2}"#, 8), (#"[1, 2"#, 5),
      (#"{"a" 1}"#, 5), (#"["a]"#, 1), (#"[1] 2"#, 4), (#""#, 0), (#"{1: 2}"#, 1), ("[1}", 2),
    ])
  func slips(json: String, byte: Int) { #expect(JSONSlip.byte(in: Array(json.utf8)) == byte) }

  @Test("well-formed texts have none, and cut anywhere they do", arguments: 0..<40)
  func prefixes(length: Int) {
    let json = Array(#"{"a": [1, {"b\"": null}, "c"], "d": true}"#.utf8)
    #expect(JSONSlip.byte(in: json) == nil)
    #expect(JSONSlip.byte(in: Array(json.prefix(length))) != nil)
  }
}
