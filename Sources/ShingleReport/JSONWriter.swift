/// Appends JSON text to a byte buffer: keys in the order they are given, one pass, no reflection.
///
/// ```swift
/// var json = JSONWriter()
/// json.beginObject()
/// json.key("jaccard")
/// json.real(0.026)
/// json.endObject()
/// // json.bytes is {"jaccard":0.026}
/// ```
///
/// The writer puts the commas and, when asked to, the line breaks; that every object is ended and
/// every key followed by one value is up to the caller. Strings are escaped so that a line of
/// JSON Lines is one line to every reader, and shown on a terminal moves no cursor: beyond what
/// RFC 8259 asks for, DEL, the C1 controls, the line separators and the bidirectional overrides
/// are written as `\u` escapes, and so is U+FEFF, which Foundation's parser drops where it stands
/// bare. Not for documents that must be read back: use a parser.
public struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// Creates a writer of compact text or, if pretty, of one member a line, indented by 2 spaces.
  public init(isPretty: Bool = false) {
    self.isPretty = isPretty
  }
}

extension JSONWriter {
  /// Begins an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends an object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends an array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Ends a line of JSON Lines, or the file.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Writes the key of the value that follows; it is escaped as any string is.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }
}

extension JSONWriter {
  /// Writes an integer.
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a real number, rounded to at most six decimals; NaN and infinities become `null`,
  /// since JSON has no such numbers.
  public mutating func real(_ value: Double) {
    separate()
    bytes.append(decimal: value)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a string, or `null` for nil.
  public mutating func optional(_ value: String?) {
    guard let value else { return null() }
    string(value)
  }

  /// Writes a string.
  ///
  /// - Complexity: O(*n*), where *n* is the number of UTF-8 bytes.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    let text = value.utf8.span
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
        bytes.append(byte)
        index += 1
      } else {
        index += appendEscaped(text, at: index)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): appendEscape(byte)
    case 0x08: appendEscape(UInt8(ascii: "b"))
    case 0x09: appendEscape(UInt8(ascii: "t"))
    case 0x0A: appendEscape(UInt8(ascii: "n"))
    case 0x0C: appendEscape(UInt8(ascii: "f"))
    case 0x0D: appendEscape(UInt8(ascii: "r"))
    default:
      if let hidden = hiddenControl(in: text, at: index) ?? lineMark(in: text, at: index) {
        appendUnicodeEscape(hidden.scalar.value)
        return hidden.byteCount
      }
      bytes.append(byte)
    }
    return 1
  }

  private mutating func appendEscape(_ letter: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(letter)
  }

  private mutating func appendUnicodeEscape(_ value: UInt32) {
    bytes.append(contentsOf: "\\u".utf8)
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift)) & 0xF
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// Returns the line separator, paragraph separator or byte order mark that begins at a byte:
/// harmless to see, and yet read as something else by some readers of JSON.
private func lineMark(
  in text: Span<UInt8>, at index: Int
) -> (scalar: Unicode.Scalar, byteCount: Int)? {
  guard index + 2 < text.count else { return nil }
  switch (text[index], text[index + 1], text[index + 2]) {
  case (0xE2, 0x80, 0xA8): return ("\u{2028}", 3)
  case (0xE2, 0x80, 0xA9): return ("\u{2029}", 3)
  case (0xEF, 0xBB, 0xBF): return ("\u{FEFF}", 3)
  default: return nil
  }
}

/// Returns a number with at most six decimals and no trailing zeros, the same on every machine;
/// `null` for NaN and infinities.
func decimalText(_ value: Double, decimals: Int = 6) -> String {
  var bytes: [UInt8] = []
  bytes.append(decimal: value, decimals: decimals)
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  /// Appends what ``decimalText(_:decimals:)`` returns.
  fileprivate mutating func append(decimal value: Double, decimals: Int = 6) {
    guard value.isFinite else { return append(contentsOf: "null".utf8) }
    let unit = (0..<decimals).reduce(Int64(1)) { power, _ in power * 10 }
    let scaled = (value * Double(unit)).rounded()
    guard abs(scaled) < 9e15 else { return append(contentsOf: integerText(value).utf8) }
    let magnitude = Int64(abs(scaled))
    if scaled < 0 { append(UInt8(ascii: "-")) }
    append(contentsOf: String(magnitude / unit).utf8)
    var (rest, digit) = (magnitude % unit, unit / 10)
    if rest > 0 { append(UInt8(ascii: ".")) }
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / digit))
      rest %= digit
      digit /= 10
    }
  }
}

/// Returns a number too large to have decimals; beyond 64 bits in the shortest form that reads
/// back as the same number.
private func integerText(_ value: Double) -> String {
  guard let whole = Int64(exactly: value.rounded()) else { return "\(value)" }
  return String(whole)
}
