internal import CUTF8Proc

/// How one Unicode scalar enters a token: its class, and its scalars after NFKD and case folding.
///
/// Comparing NFKD forms decides the same equalities as comparing NFKC forms (UAX #15), and NFKD
/// needs no composition.
struct ScalarFolding: Sendable {
  /// Where the class, in the low two bits, and the place of the folded scalars in `pool` stand.
  private var entries: [UInt32]
  private var pool: [UInt32] = []

  /// The class of a scalar.
  enum Class: UInt8 {
    /// Ends a token.
    case separator
    /// Part of a token: a letter, mark, digit or underscore.
    case word
    /// A token by itself, with the marks that follow: scripts written without spaces.
    case single
    /// Not there: zero-width characters, soft hyphens, variation selectors, bidi controls.
    case ignorable
  }

  /// The foldings of the basic multilingual plane, computed once (about 3 ms).
  static let shared = ScalarFolding()

  private init() {
    entries = [UInt32](repeating: 0, count: 0x10000)
    var folded = Self.emptyFold
    for scalar in 0x80..<0x10000 where !(0xD800..<0xE000).contains(scalar) {
      var kind = Self.classify(UInt32(scalar))
      let count = kind == .ignorable ? 0 : Self.fold(UInt32(scalar), into: &folded)
      if count == 1 { kind = Self.foldedClass(UInt32(bitPattern: folded[0])) }
      entries[scalar] = UInt32(pool.count) << 8 | UInt32(count) << 2 | UInt32(kind.rawValue)
      for index in 0..<count { pool.append(UInt32(bitPattern: folded[index])) }
    }
  }

  /// Calls `body` with each scalar of the folded form and its class; for an ignorable never.
  @inline(__always)
  func forEach(_ scalar: UInt32, _ body: (UInt32, Class) -> Void) {
    guard scalar < 0x10000 else {
      forEachSupplementary(scalar, body)
      return
    }
    let entry = entries[Int(scalar)]
    let kind = Class(rawValue: UInt8(entry & 3)) ?? .separator
    let length = Int((entry >> 2) & 63)
    let offset = Int(entry >> 8)
    if length == 1 {
      body(pool[offset], kind)
      return
    }
    for index in 0..<length {
      let part = pool[offset &+ index]
      body(part, Self.foldedClass(part))
    }
  }

  private func forEachSupplementary(_ scalar: UInt32, _ body: (UInt32, Class) -> Void) {
    guard Self.classify(scalar) != .ignorable else { return }
    var folded = Self.emptyFold
    for index in 0..<Self.fold(scalar, into: &folded) {
      let part = UInt32(bitPattern: folded[index])
      body(part, Self.foldedClass(part))
    }
  }

  /// Returns the canonical combining class of a scalar; 0 for starters.
  @inline(__always)
  static func combiningClass(_ scalar: UInt32) -> UInt8 {
    guard scalar >= 0x300 else { return 0 }
    let property = unsafe utf8proc_get_property(Int32(scalar)).pointee
    return UInt8(truncatingIfNeeded: property.combining_class)
  }

  private static func foldedClass(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: .word
    case 0..<0x80: .separator
    default: classify(scalar)
    }
  }

  private static func classify(_ scalar: UInt32) -> Class {
    let property = unsafe utf8proc_get_property(Int32(scalar)).pointee
    if property.ignorable != 0 || isZeroWidth(scalar) { return .ignorable }
    switch UInt32(UInt16(bitPattern: property.category)) {
    case UTF8PROC_CATEGORY_MN.rawValue, UTF8PROC_CATEGORY_MC.rawValue,
      UTF8PROC_CATEGORY_ME.rawValue:
      return .word
    case UTF8PROC_CATEGORY_LU.rawValue...UTF8PROC_CATEGORY_LO.rawValue,
      UTF8PROC_CATEGORY_ND.rawValue...UTF8PROC_CATEGORY_NO.rawValue:
      return isUnspaced(scalar) ? .single : .word
    default:
      // A compatibility character may fold into letters, as the parenthesised ones do.
      return .separator
    }
  }

  /// Controls of direction and joining that Unicode does not call default ignorable everywhere.
  private static func isZeroWidth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, Kana, Han, Yi.
  private static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x312F,
      0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Room for a folded scalar: the longest decomposition, of U+FDFA, has 18 scalars, and folding
  /// may lengthen each threefold.
  private static var emptyFold: [Int32] { [Int32](repeating: 0, count: 60) }

  /// Writes the scalar's NFKD with case folding, and returns its length.
  private static func fold(_ scalar: UInt32, into buffer: inout [Int32]) -> Int {
    var last: Int32 = 0
    let options = utf8proc_option_t(
      UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_CASEFOLD.rawValue)
    let count = unsafe utf8proc_decompose_char(
      Int32(scalar), &buffer, buffer.count, options, &last)
    if count > 0, count <= buffer.count { return count }
    buffer[0] = Int32(scalar)
    return 1
  }
}
