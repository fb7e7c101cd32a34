/// How many runs of three words two texts have in common: what is left of a sentence in which
/// every fourth word was changed, and of which no shingle is.
enum ShortRuns {
  /// Returns the share of the shorter text's runs of three unmarked words that stand in the longer
  /// one.
  ///
  /// The longer text's runs are kept as bits of a filter of at least 64 bits a run, so that one in
  /// about 64 of the others is taken for common by chance at most (Bloom, 1970, with one hash).
  ///
  /// - Complexity: O(*n* + *m*) for texts of *n* and *m* tokens.
  static func share(_ first: AnalyzedText, _ second: AnalyzedText) -> Double {
    let isShorter = first.proseCount <= second.proseCount
    let (few, many) = (isShorter ? first : second, isShorter ? second : first)
    let (fewer, more) = (few.unmarkedHashes, many.unmarkedHashes)
    let (shorter, longer) = (fewer.span, more.span)
    guard shorter.count >= 3 else { return 0 }
    var bits = 4096
    while bits < longer.count * 64 { bits *= 2 }
    var filter = [UInt64](repeating: 0, count: bits / 64)
    let mask = UInt64(bits - 1)
    for start in 0..<(longer.count - 2) {
      let bit = run(longer, at: start) & mask
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    var common = 0
    for start in 0..<(shorter.count - 2) {
      let bit = run(shorter, at: start) & mask
      if filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0 { common += 1 }
    }
    return Double(common) / Double(shorter.count - 2)
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
