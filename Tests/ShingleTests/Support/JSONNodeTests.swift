import Foundation
import Testing

@testable import Shingle

@Suite struct JSONNodeTests {
  private func slip(_ json: some Collection<UInt8>) -> JSONSlip? {
    do {
      _ = try JSONParser.parse(Array(json))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "the byte at which a text stops being JSON",
    arguments: [
      (#"{"a": [}"#, 7), (#"{"a": 1,}"#, 8), (#"{"a": 1 "b": 2}"#, 8), (#"[1, 2"#, 5),
      (#"{"a" 1}"#, 5), (#"["a]"#, 1), (#"[1] 2"#, 4), (#""#, 0), (#"{1: 2}"#, 1), ("[1}", 2),
      ("[tru]", 1), ("[1,]", 3),
    ])
  func slips(json: String, byte: Int) { #expect(slip(json.utf8)?.byte == byte) }

  @Test("a byte order mark is skipped, and its bytes count")
  func mark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(slip(mark + Array(#"{"a": 1}"#.utf8)) == nil)
    #expect(slip(mark + Array(#"{"a": 1,}"#.utf8))?.byte == 11)
  }

  @Test("well-formed texts have none, and cut anywhere they do", arguments: 0..<40)
  func prefixes(length: Int) {
    let json = Array(#"{"a": [1, {"b\"": null}, "c"], "d": true}"#.utf8)
    #expect(slip(json) == nil)
    #expect(slip(json.prefix(length)) != nil)
  }

  @Test("a text that nests without end is refused and not followed")
  func depth() {
    #expect(slip(String(repeating: "[", count: 100_000).utf8)?.byte == 64)
  }

  @Test("values stand with their lines, and strings as another parser reads them")
  func values() throws {
    let json = #"{"a": "Ağ\n\"\/\ud83d\ude00",\#n "b":\#n [1, null]}"#
    let node = try JSONParser.parse(Array(json.utf8))
    let other = try JSONDecoder().decode(
      [String: String].self, from: Data(json.utf8.prefix { $0 != 0x2C } + [0x7D]))
    guard case .string(let string)? = node["a"]?.value, case .array(let list)? = node["b"]?.value
    else {
      Issue.record("\(node)")
      return
    }
    #expect(string == other["a"])
    #expect(node["a"]?.line == 1 && node["b"]?.line == 3 && list.count == 2)
    guard case .word("1") = list[0].value, case .null = list[1].value else {
      Issue.record("\(list)")
      return
    }
  }
}
