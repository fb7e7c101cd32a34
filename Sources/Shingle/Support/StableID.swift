/// Names made of what they name, so that they stay the same from run to run.
enum StableID {
  /// Returns a letter, a hyphen and the 16 hexadecimal digits of the XXH3 of the parts, with a NUL
  /// between each two: `c-1f2e3d4c5b6a7988`.
  static func make(_ letter: String, _ parts: String...) -> String {
    let digits = String(XXH3.hash(parts.joined(separator: "\u{0}")), radix: 16)
    return letter + "-" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
