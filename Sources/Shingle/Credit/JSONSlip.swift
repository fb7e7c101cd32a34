/// Finds where a text stops being JSON: Foundation's decoder says only that it does.
///
/// Numbers, words and escapes are taken as they come; what is wrong with those the decoder says.
struct JSONSlip {
  private enum Expected {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case colon
    case commaOrEnd
    case nothing
  }

  private let json: [UInt8]
  private var position = 0
  private var open: [UInt8] = []
  private var expected = Expected.value

  private init(_ json: [UInt8]) { self.json = json }

  /// Returns the byte at which a text stops being JSON: its length where it only ends too soon, and
  /// nil where nothing is seen to be wrong.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func byte(in json: [UInt8]) -> Int? {
    var slip = JSONSlip(json)
    while true {
      while slip.position < json.count, [0x20, 0x09, 0x0A, 0x0D].contains(json[slip.position]) {
        slip.position += 1
      }
      guard slip.position < json.count else { return slip.expected == .nothing ? nil : json.count }
      guard slip.take(json[slip.position]) else { return slip.position }
    }
  }

  /// Takes the next part of the text, which begins with `byte`; false where it must not stand here.
  private mutating func take(_ byte: UInt8) -> Bool {
    switch (byte, expected) {
    case (0x7B, .value), (0x7B, .valueOrEnd): begin(0x7D, .keyOrEnd)
    case (0x5B, .value), (0x5B, .valueOrEnd): begin(0x5D, .valueOrEnd)
    case (0x7D, .keyOrEnd), (0x7D, .commaOrEnd), (0x5D, .valueOrEnd), (0x5D, .commaOrEnd):
      guard open.popLast() == byte else { return false }
      position += 1
      endValue()
    case (0x2C, .commaOrEnd):
      position += 1
      expected = open.last == 0x7D ? .key : .value
    case (0x3A, .colon):
      position += 1
      expected = .value
    case (0x22, .key), (0x22, .keyOrEnd):
      guard takeString() else { return false }
      expected = .colon
    case (0x22, .value), (0x22, .valueOrEnd):
      guard takeString() else { return false }
      endValue()
    case (_, .value), (_, .valueOrEnd): return takeWord()
    default: return false
    }
    return true
  }

  private mutating func begin(_ end: UInt8, _ next: Expected) {
    open.append(end)
    expected = next
    position += 1
  }

  private mutating func endValue() { expected = open.isEmpty ? .nothing : .commaOrEnd }

  /// Takes a string; false, at its start, where it is not closed on its line.
  private mutating func takeString() -> Bool {
    var end = position + 1
    while end < json.count, json[end] != 0x22, json[end] >= 0x20 {
      end += json[end] == 0x5C ? 2 : 1
    }
    guard end < json.count, json[end] == 0x22 else { return false }
    position = end + 1
    return true
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Takes a number, `true`, `false` or `null`.
  private mutating func takeWord() -> Bool {
    let start = position
    while position < json.count, Self.isInWord(json[position]) { position += 1 }
    endValue()
    return position > start
  }
}
