/// A cursor over the bytes of a date, and the pieces that the formats share.
struct DateScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Starts after the white space before a date, and ends before that after it.
  init(trimming text: String) {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let trimmed = text.utf8.drop(while: isSpace)
    bytes = Array(trimmed.reversed().drop(while: isSpace).reversed())
  }

  var isAtEnd: Bool { position == bytes.count }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Skips one character, if it is there.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Skips spaces, and says whether there were any.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = position
    while next == 0x20 { position += 1 }
    return position > start
  }

  /// Reads exactly so many digits.
  mutating func digits(_ count: Int) -> Int? {
    let start = position
    guard let value = number(upTo: count), position - start == count else {
      position = start
      return nil
    }
    return value
  }

  /// Reads one digit at least and so many at most.
  mutating func number(upTo maximum: Int) -> Int? {
    let start = position
    var value = 0
    while position - start < maximum, let byte = next, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// Reads ASCII letters, in lower case.
  mutating func letters() -> String {
    let start = position
    while let byte = next, (0x61...0x7A).contains(byte | 0x20) { position += 1 }
    return String(decoding: bytes[start..<position].map { $0 | 0x20 }, as: UTF8.self)
  }
}

extension DateScanner {
  typealias Time = (hour: Int, minute: Int, second: Int)

  /// Reads `10:15`, `10:15:00` or `10:15:00.123`, or the same without colons.
  mutating func isoTime(isExtended: Bool) -> Time? {
    guard let hour = digits(2), !isExtended || skip(":"), let minute = digits(2) else {
      return nil
    }
    let hasSeconds = isExtended ? skip(":") : (next.map { (0x30...0x39).contains($0) } ?? false)
    guard hasSeconds else { return (hour, minute, 0) }
    guard let second = digits(2) else { return nil }
    if skip(".") || skip(",") {
      guard number(upTo: 1) != nil else { return nil }
      while number(upTo: 1) != nil {}
    }
    return (hour, minute, second)
  }

  /// Reads `Z`, `+01:00`, `+0100`, `+01` or nothing, in minutes east of UTC.
  mutating func isoOffset() -> Int? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    return numericOffset(isMinuteOptional: true)
  }

  private mutating func numericOffset(isMinuteOptional: Bool) -> Int? {
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = digits(2) else { return nil }
    if isMinuteOptional && isAtEnd { return isWest ? -hours * 60 : hours * 60 }
    if isMinuteOptional { _ = skip(":") }
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Reads a year of four digits, or one of two or three by RFC 5322, section 4.3.
  mutating func mailYear() -> Int? {
    let start = position
    guard let year = number(upTo: 4) else { return nil }
    switch position - start {
    case 4: return year
    case 3: return 1900 + year
    case 2: return year < 50 ? 2000 + year : 1900 + year
    default: return nil
    }
  }

  /// Reads `10:00` or `10:00:00`.
  mutating func mailTime() -> Time? {
    guard let hour = digits(2), skip(":"), let minute = digits(2) else { return nil }
    guard skip(":") else { return (hour, minute, 0) }
    return digits(2).map { (hour, minute, $0) }
  }

  /// Reads `+0100`, one of the zones of RFC 5322 or nothing, in minutes east of UTC.
  mutating func mailOffset() -> Int? {
    if isAtEnd || next == UInt8(ascii: "(") { return 0 }
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      return numericOffset(isMinuteOptional: false)
    }
    switch letters() {
    case "gmt", "ut", "utc": return 0
    case "edt": return -4 * 60
    case "est", "cdt": return -5 * 60
    case "cst", "mdt": return -6 * 60
    case "mst", "pdt": return -7 * 60
    case "pst": return -8 * 60
    default: return nil
    }
  }

  /// Skips a comment such as ` (CET)`; fails on one that does not end.
  mutating func skipComment() -> Bool {
    skipSpaces()
    guard skip("(") else { return true }
    while let byte = next, byte != UInt8(ascii: ")") { position += 1 }
    return skip(")")
  }
}
