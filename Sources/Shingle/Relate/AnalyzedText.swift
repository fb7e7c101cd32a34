/// A text made ready for comparison: its tokens with all boilerplate marked, and its shingles.
struct AnalyzedText: Sendable {
  let tokens: Tokens
  let shingles: ShingleSet
  /// The number of words that are not boilerplate.
  let proseCount: Int

  init(_ tokens: Tokens, shingleLength: Int) {
    self.tokens = tokens
    shingles = ShingleSet(ShingleHashes(tokens.hashes, length: shingleLength))
    proseCount = tokens.flags.reduce(0) { $0 + ($1.contains(.boilerplate) ? 0 : 1) }
  }
}
