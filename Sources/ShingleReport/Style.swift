/// ANSI colours (ECMA-48 SGR), or nothing.
struct Style: Sendable {
  /// Whether colours are written.
  let isOn: Bool

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func dim(_ text: String) -> String { wrapped(text, "2") }
  func green(_ text: String) -> String { wrapped(text, "32") }

  /// The text between a code and its end; `codes` are numbers joined by semicolons.
  func wrapped(_ text: String, _ codes: String) -> String {
    isOn && !codes.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }
}
