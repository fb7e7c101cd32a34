/// Writes random JSON, with every escape, white space and nesting that the grammar allows.
///
/// U+FEFF is left out: Foundation's parser, the oracle, drops it from strings.
struct RandomJSON {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// An object on one line, its keys different from one another.
  mutating func object(depth: Int) -> String {
    let count = Int.random(in: 0...5, using: &generator)
    let members = (0..<count).map { index in
      let key = string(prefix: "k\(index)")
      return space() + key + space() + ":" + space() + value(depth: depth - 1) + space()
    }
    return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
  }

  mutating func value(depth: Int) -> String {
    switch Int.random(in: depth > 0 ? 0...6 : 2...6, using: &generator) {
    case 0: return object(depth: depth)
    case 1:
      let count = Int.random(in: 0...4, using: &generator)
      let values = (0..<count).map { _ in space() + value(depth: depth - 1) + space() }
      return "[" + values.joined(separator: ",") + "]"
    case 2: return ["true", "false", "null"].randomElement(using: &generator) ?? "null"
    case 3: return number()
    default: return string()
    }
  }

  mutating func number() -> String {
    let integer = Int.random(in: -999_999...999_999, using: &generator)
    switch Int.random(in: 0...3, using: &generator) {
    case 0: return "\(integer)"
    case 1: return "\(integer).\(Int.random(in: 0...99_999, using: &generator))"
    case 2: return "\(integer)e\(Int.random(in: -9...9, using: &generator))"
    default: return "-0"
    }
  }

  mutating func string(prefix: String = "") -> String {
    let pieces = [
      "a", "Reuters", " ", "é", "漢字", "😀", "\u{301}", "\\n", "\\r", "\\t", "\\\"",
      "\\\\", "\\/", "\\b", "\\f", "\\u0000", "\\u00e9", "\\uD83D\\uDE00", "{", "}", "[", "]",
      ":", ",", "\u{2028}", "\u{7F}",
    ]
    let count = Int.random(in: 0...40, using: &generator)
    let body = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
    return "\"" + prefix + body.joined() + "\""
  }

  private mutating func space() -> String {
    ["", "", "", " ", "\t", "\r", "  \t "].randomElement(using: &generator) ?? ""
  }
}
