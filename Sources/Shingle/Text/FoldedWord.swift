/// A token under construction from folded scalars: puts marks in canonical order, cuts runs of
/// them, undoes look-alikes, and hashes the result.
struct FoldedWord: Sendable {
  private var scalars: [UInt32] = []
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0
  private var markRun = 0
  private var scripts: Scripts = []
  private var isSingle = false

  private struct Scripts: OptionSet {
    var rawValue: UInt8
    static let latin = Scripts(rawValue: 1)
    static let cyrillicOrGreek = Scripts(rawValue: 2)
  }

  /// The longest run of non-starters that counts (UAX #15, Stream-Safe Text Format).
  private static let markLimit = 30

  /// Takes the next folded scalar, which stands at `length` bytes from `position` of the text.
  mutating func append(
    _ scalar: UInt32, _ kind: ScalarFolding.Class, at position: Int, length: Int,
    to tokens: inout Tokens
  ) {
    switch kind {
    case .ignorable: return
    case .separator: finish(&tokens)
    case .word: appendWord(scalar, at: position, length: length, to: &tokens)
    case .single:
      finish(&tokens)
      appendStarter(scalar, at: position, length: length)
      isSingle = true
    }
  }

  /// Ends the token, if there is one, and appends it.
  mutating func finish(_ tokens: inout Tokens) {
    guard !scalars.isEmpty else { return }
    if scripts == [.latin, .cyrillicOrGreek] { undoLookAlikes() }
    bytes.removeAll(keepingCapacity: true)
    for scalar in scalars { encode(scalar) }
    tokens.append(hash: XXH3.hash(bytes.span), start: start, end: end)
    scalars.removeAll(keepingCapacity: true)
    scripts = []
    markRun = 0
    isSingle = false
  }

  private mutating func appendWord(
    _ scalar: UInt32, at position: Int, length: Int, to tokens: inout Tokens
  ) {
    let order = ScalarFolding.combiningClass(scalar)
    if order == 0 {
      if isSpacingMark(scalar) {
        if scalars.isEmpty { return }
      } else if isSingle {
        finish(&tokens)
      }
      appendStarter(scalar, at: position, length: length)
    } else {
      insertMark(scalar, order: order, at: position, length: length)
    }
  }

  private mutating func appendStarter(_ scalar: UInt32, at position: Int, length: Int) {
    if scalars.isEmpty { start = position }
    end = position &+ length
    markRun = 0
    scalars.append(scalar)
    if scalar < 0x250, scalar >= 0x61 {
      scripts.insert(.latin)
    } else if (0x370..<0x530).contains(scalar) {
      scripts.insert(.cyrillicOrGreek)
    }
  }

  /// Inserts a mark behind those of no higher combining class: the canonical ordering algorithm
  /// (Unicode, section 3.11), one mark at a time. A mark on no letter, such as that of the spacing
  /// accent in `don´t`, is left out.
  private mutating func insertMark(_ scalar: UInt32, order: UInt8, at position: Int, length: Int) {
    guard !scalars.isEmpty else { return }
    end = position &+ length
    guard markRun < Self.markLimit else { return }
    markRun &+= 1
    var place = scalars.count
    while place > 0, ScalarFolding.combiningClass(scalars[place &- 1]) > order { place &-= 1 }
    scalars.insert(scalar, at: place)
  }

  /// Vowel signs of South-East Asian scripts that are marks but not non-starters.
  private func isSpacingMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE31, 0xE34...0xE3A, 0xE47...0xE4E, 0xEB1, 0xEB4...0xEBC, 0xEC8...0xECE,
      0x102B...0x103E, 0x1056...0x1059, 0x17B4...0x17D3:
      true
    default: false
    }
  }

  private mutating func undoLookAlikes() {
    for index in scalars.indices {
      scalars[index] = Self.lookAlikes[scalars[index]] ?? scalars[index]
    }
  }

  /// Small Cyrillic and Greek letters that are drawn like a Latin one, or whose capitals are
  /// (UTS #39, confusables, the part that needs no context). The Greek mu stays: `μm` is no `mm`.
  private static let lookAlikes: [UInt32: UInt32] = [
    0x430: 0x61, 0x435: 0x65, 0x43E: 0x6F, 0x440: 0x70, 0x441: 0x63, 0x443: 0x79, 0x445: 0x78,
    0x455: 0x73, 0x456: 0x69, 0x458: 0x6A, 0x501: 0x64, 0x51B: 0x71, 0x51D: 0x77, 0x4BB: 0x68,
    0x4CF: 0x6C, 0x3B1: 0x61, 0x3B9: 0x69, 0x3BA: 0x6B, 0x3BD: 0x76, 0x3BF: 0x6F, 0x3C1: 0x70,
    0x3C5: 0x75, 0x3C7: 0x78, 0x3B2: 0x62, 0x3B5: 0x65, 0x3B6: 0x7A, 0x3B7: 0x68, 0x3C4: 0x74,
    0x43A: 0x6B, 0x43C: 0x6D, 0x442: 0x74, 0x43D: 0x68, 0x432: 0x62,
  ]

  private mutating func encode(_ scalar: UInt32) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      appendContinuation(scalar)
    } else if scalar < 0x10000 {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      appendContinuation(scalar >> 12)
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    }
  }

  private mutating func appendContinuation(_ scalar: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
