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

  /// The hashes of the tokens that are not boilerplate, in order.
  var unmarkedHashes: [UInt64] {
    guard proseCount < tokens.count else { return tokens.hashes }
    return zip(tokens.hashes, tokens.flags).filter { !$0.1.contains(.boilerplate) }.map(\.0)
  }
}
