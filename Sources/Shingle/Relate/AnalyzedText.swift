/// A text made ready for comparison: its tokens with all boilerplate marked, and its shingles.
///
/// A class, so that handing one to each of its many comparisons costs one reference count and not
/// one a column.
final class AnalyzedText: Sendable {
  let tokens: Tokens
  let shingles: ShingleSet
  /// The number of words that are not boilerplate.
  let proseCount: Int
  /// The hashes of the tokens that are not boilerplate, in order.
  let unmarkedHashes: [UInt64]
  /// The pairs of informative words in its prose.
  let wordPairs: WordPairs
  /// The tokens that state a name or figure, ascending.
  let facts: [UInt32]

  /// A text of which only similarity is asked: its shingles without its tokens.
  init(_ shingles: ShingleHashes) {
    tokens = Tokens()
    self.shingles = ShingleSet(unplaced: shingles)
    proseCount = 0
    unmarkedHashes = []
    wordPairs = WordPairs()
    facts = []
  }

  init(_ tokens: Tokens, of text: String, shingleLength: Int) {
    self.tokens = tokens
    wordPairs = WordPairs(tokens, in: text.utf8Span.span, .shipped)
    facts = tokens.flags.indices.filter { tokens.statesFact($0, .shipped) }.map { UInt32($0) }
    shingles = ShingleSet(ShingleHashes(tokens.hashes, length: shingleLength))
    let isMarked = tokens.flags.contains { $0.contains(.boilerplate) }
    unmarkedHashes =
      isMarked
      ? zip(tokens.hashes, tokens.flags).filter { !$0.1.contains(.boilerplate) }.map(\.0)
      : tokens.hashes
    proseCount = unmarkedHashes.count
  }
}
