import Mustache

/// Escapes what stands in `{{x}}` for HTML, byte by byte.
///
/// The template engine's own HTML escaping goes by `Character`: a `<` or `"` that shares one with a
/// combining mark or a prepended sign (U+0600 before `<script>`) gets through unescaped, and a
/// browser, which reads code points, would run it. Bytes have no such neighbours. Characters that
/// a page cannot hold are made visible on the way: controls as their pictures, direction
/// overrides spelt out.
struct PageText: MustacheContentType {
  static let name = "SHINGLE-PAGE"

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: needsAttention) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 64)
    escape(text.utf8.span, to: &escaped)
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Appends well-formed UTF-8, escaped.
  func escape(_ bytes: Span<UInt8>, to escaped: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      if needsAttention(bytes[index]) {
        index += append(bytes, at: index, to: &escaped)
      } else {
        escaped.append(bytes[index])
        index += 1
      }
    }
  }

  /// Whether a byte is special, or leads characters of which some are.
  private func needsAttention(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x7F, 0xC2, 0xE2: true
    default: entity(byte) != nil
    }
  }

  private func entity(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// Appends what begins at a byte and returns how many bytes it took.
  private func append(_ bytes: Span<UInt8>, at index: Int, to escaped: inout [UInt8]) -> Int {
    let byte = bytes[index]
    if let entity = entity(byte) {
      escaped.append(contentsOf: entity.utf8)
    } else if byte != 0x09, byte != 0x0A, byte != 0x0D,
      let hidden = hiddenControl(in: bytes, at: index)
    {
      var shown: [Unicode.Scalar] = []
      appendVisible(hidden.scalar, to: &shown)
      escaped.append(contentsOf: escapeText(String(String.UnicodeScalarView(shown))).utf8)
      return hidden.byteCount
    } else {
      escaped.append(byte)
    }
    return 1
  }
}
