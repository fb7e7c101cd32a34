/// A text made ready for comparison: its tokens with all boilerplate marked, and its shingles.
///
/// A class, so that handing one to each of its many comparisons costs one reference count and not
/// one a column.
final class AnalyzedText: Sendable {
  /// The tokens, without the bytes at which they stand.
  let tokens: Tokens
  /// Where the tokens stand.
  let places: TokenPlaces
  let shingles: ShingleSet
  /// The number of words that are not boilerplate.
  let proseCount: Int
  /// The hashes of the tokens that are not boilerplate, in order.
  let unmarkedHashes: [UInt64]
  /// The pairs of informative words in its prose.
  let wordPairs: WordPairs
  /// Its names and figures.
  let facts: TextFacts

  /// A text of which only similarity is asked: its shingles without its tokens.
  init(_ shingles: ShingleHashes) {
    tokens = Tokens()
    places = TokenPlaces()
    self.shingles = ShingleSet(unplaced: shingles)
    proseCount = 0
    unmarkedHashes = []
    wordPairs = WordPairs()
    facts = TextFacts()
  }

  convenience init(_ tokens: Tokens, of text: String, shingleLength: Int) {
    var words = Tokens()
    (words.hashes, words.flags) = (tokens.hashes, tokens.flags)
    self.init(
      words, TokenPlaces(tokens, in: text),
      ShingleSet(ShingleHashes(tokens.hashes, length: shingleLength)),
      WordPairs(tokens, in: text.utf8Span.span, .shipped),
      TextFacts(of: tokens, in: text.utf8Span.span, .shipped))
  }

  private init(
    _ tokens: Tokens, _ places: TokenPlaces, _ shingles: ShingleSet, _ wordPairs: WordPairs,
    _ facts: TextFacts
  ) {
    self.tokens = tokens
    self.places = places
    self.shingles = shingles
    self.wordPairs = wordPairs
    self.facts = facts
    let isMarked = tokens.flags.contains { $0.contains(.boilerplate) }
    unmarkedHashes =
      isMarked
      ? zip(tokens.hashes, tokens.flags).filter { !$0.1.contains(.boilerplate) }.map(\.0)
      : tokens.hashes
    proseCount = unmarkedHashes.count
  }
}

extension AnalyzedText {
  /// The text as bytes for a spill storage.
  var spilled: [UInt8] {
    var columns = ColumnWriter(capacity: 64 + 29 * tokens.count + 4 * wordPairs.keys.count)
    columns.append(tokens.hashes)
    columns.append(tokens.flags)
    columns.append(places.starts)
    columns.append(places.ends)
    columns.append(shingles.hashes)
    columns.append(shingles.positions)
    columns.append(wordPairs.keys)
    columns.append(facts.tokens)
    columns.append(facts.keys)
    return columns.bytes
  }

  /// Takes a text from the bytes that ``spilled`` made of it.
  convenience init(spilled bytes: [UInt8]) {
    var columns = ColumnReader(bytes)
    var tokens = Tokens()
    tokens.hashes = columns.next(UInt64.self)
    tokens.flags = columns.next(TokenFlags.self)
    let places = TokenPlaces(
      starts: columns.next(UInt32.self), ends: columns.next(UInt32.self))
    let shingles = ShingleSet(
      hashes: columns.next(UInt64.self), positions: columns.next(UInt32.self))
    let wordPairs = WordPairs(keys: columns.next(UInt32.self))
    let facts = TextFacts(tokens: columns.next(UInt32.self), keys: columns.next(UInt64.self))
    self.init(tokens, places, shingles, wordPairs, facts)
  }

  /// The comparison of the text with itself, which is one passage if it `aligns`.
  func selfComparison(aligns: Bool) -> Comparison {
    let count = shingles.distinctCount
    guard aligns else {
      return Comparison(overlap: Overlap(first: count, second: count, shared: count))
    }
    return Comparison(identical: self, shingleCount: count, statistics: .shipped)
  }
}
