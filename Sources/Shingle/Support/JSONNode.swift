/// A value of JSON with the line on which it begins, for files that people write: what is wrong
/// with one is said with its place.
///
/// A number is taken as it is written, and of an escape that is none the character itself.
struct JSONNode {
  enum Value {
    case object([(key: String, node: JSONNode)])
    case array([JSONNode])
    case string(String)
    /// A number, `true` or `false`, as written.
    case word(String)
    case null
  }

  var value: Value
  /// The line, from 1.
  var line: Int

  /// The values of an object in their order, or nil for another value.
  var members: [(key: String, node: JSONNode)]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The first value of a key, or nil where there is none.
  subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.node }
}

/// Where a text stops being JSON.
struct JSONSlip: Error, Equatable {
  /// The offset of the byte; the text's length where it only ends too soon.
  var byte: Int
  /// The line, from 1.
  var line: Int
}

/// Reads a text of JSON as a whole.
struct JSONParser {
  private let json: [UInt8]
  private var position = 0
  private var line = 1

  /// Arrays and objects within each other beyond which a text is refused: recursion has its limits,
  /// and no file of ours has more than four.
  private static let deepest = 64

  private init(_ json: [UInt8]) { self.json = json }

  /// Returns the value that a text is; a byte order mark before it is skipped, as editors of some
  /// systems write one, and counts as bytes.
  ///
  /// - Throws: ``JSONSlip`` where it stops being JSON, or nests too deep.
  /// - Complexity: O(*n*) for *n* bytes.
  static func parse(_ json: [UInt8]) throws(JSONSlip) -> JSONNode {
    var parser = JSONParser(json)
    if json.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == json.count else { throw parser.slip }
    return node
  }

  private var slip: JSONSlip { JSONSlip(byte: position, line: line) }

  private mutating func skipSpace() {
    while position < json.count {
      switch json[position] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      position += 1
    }
  }

  private mutating func value(depth: Int) throws(JSONSlip) -> JSONNode {
    skipSpace()
    guard position < json.count, depth < Self.deepest else { throw slip }
    let start = line
    let value: JSONNode.Value =
      switch json[position] {
      case 0x7B: .object(try object(depth))
      case 0x5B: .array(try array(depth))
      case 0x22: .string(try string())
      default: try word()
      }
    return JSONNode(value: value, line: start)
  }

  private mutating func object(_ depth: Int) throws(JSONSlip) -> [(key: String, node: JSONNode)] {
    var members: [(key: String, node: JSONNode)] = []
    position += 1
    if take(0x7D) { return members }
    repeat {
      skipSpace()
      guard position < json.count, json[position] == 0x22 else { throw slip }
      let key = try string()
      guard take(0x3A) else { throw slip }
      members.append((key, try value(depth: depth + 1)))
    } while take(0x2C)
    guard take(0x7D) else { throw slip }
    return members
  }

  private mutating func array(_ depth: Int) throws(JSONSlip) -> [JSONNode] {
    var nodes: [JSONNode] = []
    position += 1
    if take(0x5D) { return nodes }
    repeat { nodes.append(try value(depth: depth + 1)) } while take(0x2C)
    guard take(0x5D) else { throw slip }
    return nodes
  }

  /// Takes a byte behind white space, if it stands there.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < json.count, json[position] == byte else { return false }
    position += 1
    return true
  }
}

/// Strings, numbers and words.
extension JSONParser {
  /// Takes a string, which must be closed on its line.
  private mutating func string() throws(JSONSlip) -> String {
    var end = position + 1
    var hasEscapes = false
    while end < json.count, json[end] != 0x22, json[end] >= 0x20 {
      if json[end] == 0x5C {
        hasEscapes = true
        end += 1
      }
      end += 1
    }
    guard end < json.count, json[end] == 0x22 else { throw slip }
    let bytes = json[position + 1..<end]
    position = end + 1
    return hasEscapes ? Self.unescaped(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let escape = rest.popFirst() else {
        let plain = [byte] + rest.prefix { $0 != 0x5C }
        rest = rest.dropFirst(plain.count - 1)
        units += String(decoding: plain, as: UTF8.self).utf16
        continue
      }
      switch escape {
      case 0x62: units.append(0x08)
      case 0x66: units.append(0x0C)
      case 0x6E: units.append(0x0A)
      case 0x72: units.append(0x0D)
      case 0x74: units.append(0x09)
      case 0x75:
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      default: units.append(UInt16(escape))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func word() throws(JSONSlip) -> JSONNode.Value {
    let start = position
    while position < json.count, Self.isInWord(json[position]) { position += 1 }
    let word = String(decoding: json[start..<position], as: UTF8.self)
    if word == "null" { return .null }
    guard word == "true" || word == "false" || Double(word) != nil else {
      position = start
      throw slip
    }
    return .word(word)
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
