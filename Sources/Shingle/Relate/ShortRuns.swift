/// How many runs of three words two texts have in common: what is left of a sentence in which
/// every fourth word was changed, and of which no shingle is.
///
/// The longer text's runs are kept as bits of a filter of at least 64 bits a run, so that one in
/// about 64 of the others is taken for common by chance at most (Bloom, 1970, with one hash). The
/// filter stays until another text is the longer one.
struct ShortRuns: Sendable {
  private var filter: [UInt64] = []
  private var kept: AnalyzedText?

  /// Returns the share of the shorter text's runs of three unmarked words that stand in the longer
  /// one.
  ///
  /// - Complexity: O(*n* + *m*) for texts of *n* and *m* tokens.
  mutating func share(_ first: AnalyzedText, _ second: AnalyzedText) -> Double {
    let isShorter = first.proseCount <= second.proseCount
    let (few, many) = (isShorter ? first : second, isShorter ? second : first)
    guard few.proseCount >= 3 else { return 0 }
    if kept !== many { keep(many) }
    let hashes = few.unmarkedHashes
    let (words, runs) = (hashes.span, filter.span)
    let mask = UInt64(runs.count &* 64 &- 1)
    var common = 0
    for start in 0..<(words.count - 2) {
      let bit = Self.run(words, at: start) & mask
      common &+= Int(truncatingIfNeeded: runs[Int(bit >> 6)] &>> (bit & 63) & 1)
    }
    return Double(common) / Double(words.count - 2)
  }

  private mutating func keep(_ text: AnalyzedText) {
    kept = text
    let hashes = text.unmarkedHashes
    let words = hashes.span
    var bits = 4096
    while bits < words.count * 64 { bits *= 2 }
    filter.removeAll(keepingCapacity: true)
    filter += repeatElement(0, count: bits / 64)
    let mask = UInt64(bits - 1)
    var runs = filter.mutableSpan
    for start in 0..<(words.count - 2) {
      let bit = Self.run(words, at: start) & mask
      runs[Int(bit >> 6)] |= 1 &<< (bit & 63)
    }
  }

  /// Mixes three token hashes: odd multipliers of xxHash keep their order apart.
  @inline(__always)
  private static func run(_ hashes: Span<UInt64>, at start: Int) -> UInt64 {
    let sum =
      hashes[start] &* 0x9E37_79B1_85EB_CA87 &+ hashes[start &+ 1] &* 0xC2B2_AE3D_27D4_EB4F
      &+ hashes[start &+ 2] &* 0x1656_67B1_9E37_79F9
    return sum ^ sum >> 29
  }
}
