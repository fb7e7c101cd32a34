/// How an input's bytes are to be read.
public enum InputFormat: String, Sendable, Equatable, CaseIterable {
  /// By the file's extension, else by its first bytes.
  case auto
  /// One JSON object a line.
  case jsonLines = "jsonl"
  /// One article a file.
  case text

  /// The format that a file's name tells: JSON Lines, or nothing certain.
  static func named(by path: String) -> InputFormat? {
    ["jsonl", "ndjson", "json"].contains(fileExtension(path)) ? .jsonLines : nil
  }
}

/// What the first bytes of an input show.
enum ContentKind: Equatable {
  case object
  case array
  case blank
  case other
  /// Compressed by the tool of this name.
  case compressed(String)
  /// No text: what it is instead.
  case binary(String)

  /// Looks at the first bytes, of which there should be some thousands.
  init(sniffing head: some BidirectionalCollection<UInt8>) {
    if let magic = Self.magic(of: head) {
      self = magic
      return
    }
    let body = head.starts(with: byteOrderMark) ? head.dropFirst(3) : head.dropFirst(0)
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let content = body.drop(while: isSpace)
    switch content.first {
    case nil: self = .blank
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "["):
      let inside = content.dropFirst().drop(while: isSpace).first
      self = inside == UInt8(ascii: "{") ? .array : .other
    default: self = .other
    }
  }

  private static func magic(of head: some Collection<UInt8>) -> ContentKind? {
    for (bytes, kind) in magics where head.starts(with: bytes) { return kind }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return .binary("UTF-16")
    }
    // A NUL may stray into a text; a table of numbers or UTF-16 without a mark is full of them.
    let sample = head.prefix(65_536)
    let zeros = sample.count { $0 == 0 }
    return zeros > 8 && zeros > sample.count / 32 ? .binary("binary data") : nil
  }

  private static let magics: [([UInt8], ContentKind)] = [
    ([0x1F, 0x8B], .compressed("gzip")),
    ([0x28, 0xB5, 0x2F, 0xFD], .compressed("zstd")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed("xz")),
    (Array("BZh91AY&SY".utf8), .compressed("bzip2")),
    ([0x50, 0x4B, 0x03, 0x04], .binary("a ZIP archive")),
    (Array("%PDF-".utf8), .binary("a PDF document")),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .binary("a PNG image")),
    ([0xFF, 0xD8, 0xFF], .binary("a JPEG image")),
    ([0x7F, 0x45, 0x4C, 0x46], .binary("an executable")),
  ]
}

/// The UTF-8 form of U+FEFF.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// A path's last component.
func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// The extension of a path's last component in lower case, empty where there is none.
func fileExtension(_ path: String) -> String {
  let name = fileName(path).drop { $0 == "." }
  guard let dot = name.lastIndex(of: ".") else { return "" }
  return name[name.index(after: dot)...].lowercased()
}
