import Foundation
import Testing

@testable import ShingleFeeds

/// A record's fields, copied out.
private struct Field: Equatable {
  var name: String
  var string: String?
  var json: String
}

private struct NoMemory: Error {}

private func parse(_ bytes: [UInt8]) throws -> Result<[Field], JSONFault> {
  guard let parser = JSONRecordParser() else { throw NoMemory() }
  let padded = bytes + [UInt8](repeating: UInt8(ascii: "}"), count: LineReader.padding)
  return unsafe padded.withUnsafeBufferPointer { buffer in
    unsafe parser.parse(UnsafeBufferPointer(rebasing: buffer[..<bytes.count])) { record in
      (0..<record.count).map {
        let field = record[$0]
        let string = field.kind == .string ? field.string : nil
        return Field(name: field.name, string: string, json: field.json)
      }
    }
  }
}

private func fields(_ text: String) throws -> [Field] {
  try parse(Array(text.utf8)).get()
}

private func fault(_ text: String) throws -> JSONFault? {
  if case .failure(let fault) = try parse(Array(text.utf8)) { return fault }
  return nil
}

@Suite struct JSONRecordTests {
  @Test func `fields come in their order, with their raw values`() throws {
    let found = try fields(#" {"b" : "x\ny" , "a":[1, {"c":null} ] ,"n":-1.50e+10,"t":true} "#)
    #expect(
      found == [
        Field(name: "b", string: "x\ny", json: #""x\ny""#),
        Field(name: "a", string: nil, json: #"[1, {"c":null} ]"#),
        Field(name: "n", string: nil, json: "-1.50e+10"),
        Field(name: "t", string: nil, json: "true"),
      ])
    #expect(try fields("{}") == [])
  }

  @Test func `of equal keys the last counts, however they are written`() throws {
    #expect(try fields(#"{"a":1,"b":2,"\u0061":3}"#).map(\.json) == ["2", "3"])
    let many = (0..<40).map { "\"k\($0 % 20)\":\($0)" }.joined(separator: ",")
    #expect(try fields("{\(many)}").map(\.json) == (20..<40).map(String.init))
  }

  @Test(arguments: [
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"),
    (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\u0000\ufeff\b\f\/""#, "\u{0}\u{FEFF}\u{8}\u{C}/"),
    (#""\\ud83d""#, #"\ud83d"#),
  ])
  func `escapes are resolved and lone surrogates replaced`(json: String, expected: String) throws {
    let found = try fields(#"{"a":\#(json)}"#)
    #expect(found.first?.string == expected)
    #expect(found.first?.json == json)
  }

  @Test func `big numbers are carried through`() throws {
    let numbers = ["1e999", "123456789012345678901234567890", "-0", "0.0E-7"]
    for number in numbers { #expect(try fields("{\"a\":\(number)}").first?.json == number) }
  }

  @Test(arguments: [
    ("[1]", "the record is not a JSON object", 0), ("17", "the record is not a JSON object", 0),
    (#"{"a":1"#, "the record ends too early", 6), (#"{"a":"x}"#, "a string is not closed", 5),
    ("{\"a\":\"x\ty\"}", "a string holds a control character that is not escaped", 7),
    (#"{"a":"x\qy"}"#, "a string holds an escape unknown to JSON", 7),
    (#"{"a":["\u12"]}"#, "a string holds an escape unknown to JSON", 7),
    (#"{"a":01}"#, "a number is not one of JSON's", 5),
    (#"{"a":[1.]}"#, "a number is not one of JSON's", 6),
    (#"{"a":+1}"#, "a value is missing", 5), (#"{"a":}"#, "a value is missing", 5),
    (#"{"a":nul}"#, "a word is none of 'true', 'false' and 'null'", 5),
    (#"{"a":1,}"#, "a field's name is missing", 7), (#"{"a":[1,]}"#, "a value is missing", 8),
    (#"{a:1}"#, "a field's name is missing", 1), (#"{"a" 1}"#, "a colon is missing", 5),
    (#"{"a":1 "b":2}"#, "a comma is missing", 7), (#"{"a":[1}]"#, "a comma is missing", 7),
    (#"{"a":1}{"b":2}"#, "something follows the record on its line", 7),
    (#"{"a":1} x"#, "something follows the record on its line", 8),
    (#"{"a":"x"y}"#, "a comma is missing", 8), (#"{"a":1"x"}"#, "a number is not one of JSON's", 5),
  ])
  func `a fault is named and located`(text: String, reason: String, byte: Int) throws {
    let found = try fault(text)
    #expect(found?.reason == reason)
    #expect(found?.byte == byte)
  }

  @Test func `64 levels are read and no more`() throws {
    let nested = { (levels: Int) in
      "{\"a\":" + String(repeating: "[", count: levels - 1)
        + String(repeating: "]", count: levels - 1) + "}"
    }
    #expect(try fault(nested(64)) == nil)
    #expect(try fault(nested(65))?.code == .nestedTooDeeply)
    #expect(try fault(nested(200_000))?.code == .nestedTooDeeply)
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(try fault(objects + "1" + String(repeating: "}", count: 100_000)) != nil)
  }

  @Test(arguments: [
    [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80],
    [0xE2, 0x82, 0x41, 0xFF, 0xC3, 0xA9],
  ])
  func `ill-formed bytes are repaired as the standard library does`(bytes: [UInt8]) throws {
    let found = try parse(Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)).get()
    #expect(found.first?.string == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: UInt64(0)..<300)
  func `random bytes in a string are repaired as the standard library does`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let leads: [UInt8] = [0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0x41, 0x80, 0x9F, 0xBF]
    let bytes = (0..<80).compactMap { _ in leads.randomElement(using: &generator) }
    let found = try parse(Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)).get()
    #expect(found.first?.string == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: UInt64(0)..<400)
  func `random records mean the same to another parser`(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    let text = json.object(depth: 5)
    let oracle = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let found = try fields(text)
    #expect(found.count == oracle.count)
    for field in found {
      let expected = try #require(oracle[field.name])
      if let string = field.string { #expect(string == expected as? String) }
      let reread = try JSONSerialization.jsonObject(
        with: Data(field.json.utf8), options: .fragmentsAllowed)
      #expect((reread as? NSObject) == (expected as? NSObject))
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func `random damage is seen exactly where another parser sees it`(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    var bytes = Array(json.object(depth: 4).utf8)
    let characters = Array("{}[]:,\"\\ 0123456789.eE+-truefalsn\u{1}x".utf8)
    for _ in 0..<Int.random(in: 1...2, using: &json.generator) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &json.generator)
      if Bool.random(using: &json.generator) {
        bytes.remove(at: index)
      } else {
        bytes[index] = characters.randomElement(using: &json.generator) ?? 0x20
      }
    }
    // Damage may leave a lone surrogate or ill-formed bytes, which only this reader repairs.
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\\uD83D"),
      !text.contains("\\uDE00")
    else { return }
    let isGood = (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) != nil
    #expect(try fault(text).map { _ in false } ?? true == isGood, "\(text)")
  }

  @Test(arguments: UInt64(0)..<200)
  func `no bytes at all crash`(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    var bytes = Array(json.object(depth: 6).utf8)
    for _ in 0..<Int.random(in: 0...8, using: &json.generator) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &json.generator)
      bytes[index] = UInt8.random(in: 0...255, using: &json.generator)
    }
    _ = try parse(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &json.generator))))
    _ = try parse((0..<200).map { _ in UInt8.random(in: 0...255, using: &json.generator) })
  }
}
