import Shingle

/// Returns the scalars of article text made harmless for a terminal or a table: white space and
/// line breaks become single spaces, control characters their pictures (U+2400 ...), and C1
/// controls and bidirectional formatting are spelt out, `<U+202E>`.
///
/// A text that could write ESC would move the cursor, set the clipboard or hide its own line; one
/// that could override the direction would show a reader other words than it has.
func visibleScalars(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
  var shown: [Unicode.Scalar] = []
  for scalar in text {
    if isShownAsSpace(scalar) {
      if let last = shown.last, last != " " { shown.append(" ") }
    } else {
      appendVisible(scalar, to: &shown)
    }
  }
  if shown.last == " " { shown.removeLast() }
  return shown
}

/// Whether a scalar is white space or a line break that a reader sees as a space.
func isShownAsSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
  default: false
  }
}

/// Returns a message made harmless for a terminal, its white space as it is but for controls: what
/// a feed or a path put into it shows and does nothing.
package func visibleMessage(_ message: String) -> String {
  var shown: [Unicode.Scalar] = []
  for scalar in message.unicodeScalars { appendVisible(scalar, to: &shown) }
  return String(String.UnicodeScalarView(shown))
}

/// Returns text as one visible line (see ``visibleScalars(_:)``).
func visibleLine(_ text: String) -> String {
  String(String.UnicodeScalarView(visibleScalars(text.unicodeScalars)))
}

/// Appends a scalar, made harmless: a C0 control or DEL as its picture, another hidden control
/// spelt out.
func appendVisible(_ scalar: Unicode.Scalar, to shown: inout [Unicode.Scalar]) {
  if let picture = controlPicture(scalar) {
    shown.append(picture)
  } else if isHiddenControl(scalar.value) {
    shown.append(contentsOf: spelledOut(scalar).unicodeScalars)
  } else {
    shown.append(scalar)
  }
}

/// Returns the picture of a C0 control or DEL.
private func controlPicture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  default: nil
  }
}

/// Returns a scalar's number as text, `<U+202E>`.
private func spelledOut(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
}

/// Whether a scalar acts and is not seen: a C0 or C1 control, DEL, or what starts or ends a
/// bidirectional embedding, override or isolate. The one table of them for every format.
func isHiddenControl(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// Returns the hidden control that begins at a byte of UTF-8, and its length.
func hiddenControl(
  in text: Span<UInt8>, at index: Int
) -> (scalar: Unicode.Scalar, byteCount: Int)? {
  let rest = text.count - index
  var value = UInt32(text[index])
  var length = 1
  switch value {
  case 0..<0x80: break
  case 0xC2 where rest > 1:
    (value, length) = (UInt32(text[index + 1]), 2)
  case 0xE2 where rest > 2:
    value = 0x2000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    length = 3
  default: return nil
  }
  guard isHiddenControl(value), let scalar = Unicode.Scalar(value) else { return nil }
  return (scalar, length)
}

/// Returns the terminal columns of a scalar: 0 for marks and invisible ones, 2 for the wide
/// characters of East Asian scripts and for emoji (UAX #11), else 1.
func columns(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

/// Returns a line cut to a number of terminal columns, with an ellipsis where something is left
/// out; never more than 8 scalars a column, so that a pile of marks cannot flood the terminal.
func cut(_ line: String, toColumns width: Int) -> String {
  var used = 0
  var kept: [Unicode.Scalar] = []
  var fitting = 0
  for scalar in line.unicodeScalars {
    used += columns(of: scalar)
    if used > width || kept.count >= 8 * max(width, 1) {
      return String(String.UnicodeScalarView(kept[..<fitting])) + "…"
    }
    kept.append(scalar)
    if used < width { fitting = kept.count }
  }
  return line
}
