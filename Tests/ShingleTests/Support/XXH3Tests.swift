import Testing

@testable import Shingle

@Suite struct XXH3Tests {
  @Test("hashes are those of the XXH3 reference")
  func matchesTheReference() {
    #expect(XXH3.hash("") == 0x2D06_8005_38D3_94C2)
    #expect(XXH3.hash("a") == 0xE6C6_32B6_1E96_4E1F)
    #expect(XXH3.hash("abc") == 0x78AF_5F94_892F_3950)
  }

  @Test("a string and its bytes have the same hash")
  func hashesBytes() {
    let bytes = Array("naïve".utf8)
    #expect(XXH3.hash(bytes.span) == XXH3.hash("naïve"))
  }

  @Test("a seed changes the hash")
  func seeds() {
    let words: [UInt64] = [1, 2, 3]
    #expect(XXH3.hash(words.span, seed: 1) != XXH3.hash(words.span, seed: 2))
  }
}
