import Testing

@testable import ShingleFeeds

@Suite struct InputFormatTests {
  @Test(arguments: [
    ("{\"a\":1}", ContentKind.object), (" \r\n{", .object), ("\u{FEFF}{", .object),
    ("[{}]", .array), (" [\n {", .array), ("[Reuters] A report", .other), ("[1]", .other),
    ("A report", .other), ("", .blank), ("\u{FEFF} \n", .blank), ("one\u{0} NUL", .other),
  ])
  func `the first character decides`(text: String, expected: ContentKind) {
    #expect(ContentKind(sniffing: Array(text.utf8)) == expected)
  }

  @Test func `compressed and binary files are known by their first bytes`() {
    let kind = { (bytes: [UInt8]) in ContentKind(sniffing: bytes) }
    #expect(kind([0x1F, 0x8B, 8, 0]) == .compressed("gzip"))
    #expect(kind([0x28, 0xB5, 0x2F, 0xFD]) == .compressed("zstd"))
    #expect(kind(Array("BZh91AY&SY".utf8)) == .compressed("bzip2"))
    #expect(kind([0xFF, 0xFE, 0x41, 0]) == .binary("UTF-16"))
    #expect(kind(Array("%PDF-1.7".utf8)) == .binary("a PDF document"))
    let numbers: [UInt8] = (0..<200).map { $0 % 2 == 0 ? 1 : 0 }
    #expect(kind(numbers) == .binary("binary data"))
  }

  @Test(arguments: [
    ("a/b.JSONL", "jsonl"), ("b.tar.gz", "gz"), ("a.b/c", ""), (".txt", ""), ("a.", ""), ("-", ""),
  ])
  func `an extension is what follows the name's last full stop`(path: String, expected: String) {
    #expect(fileExtension(path) == expected)
  }
}
