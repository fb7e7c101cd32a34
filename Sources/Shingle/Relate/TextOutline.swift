/// What is kept of a text when its comparisons are done: how much of it is boilerplate, and where.
struct TextOutline: Sendable {
  /// The number of words that are not boilerplate.
  let proseCount: Int
  /// The ranges of tokens marked as boilerplate, in order, apart.
  let boilerplate: [TokenRange]
  /// The same in code points.
  let furniture: [CodePointRange]

  init(_ tokens: Tokens, of text: String) {
    boilerplate = tokens.boilerplate
    proseCount = tokens.count - boilerplate.reduce(0) { $0 + $1.count }
    furniture = codePoints(boilerplate, tokens, text)
  }

  /// The parts of ranges of tokens that are not boilerplate, ascending.
  ///
  /// - Complexity: O(*r* · *b*) for *r* ranges and *b* ranges of boilerplate.
  func prose(in ranges: [TokenRange]) -> [TokenRange] {
    var parts: [TokenRange] = []
    for range in ranges {
      var lower = range.lower
      for marked in boilerplate where marked.overlaps(range) {
        if lower < marked.lower { parts.append(TokenRange(lower, marked.lower)) }
        lower = marked.upper
      }
      if lower < range.upper { parts.append(TokenRange(lower, range.upper)) }
    }
    return parts.sorted { $0.lower < $1.lower }
  }
}
