extension Tokens {
  /// The least words of what may be found to recur: less recurs by chance.
  private static let leastWords = 4
  /// The sentences at either end of a text that may recur by themselves: a masthead or dateline has
  /// one or two, a sign-off up to three.
  private static let opening = 2
  private static let closing = 3

  /// What may recur in the texts of an outlet: the paragraphs, and the first and last sentences of
  /// the text, for feeds often put an article in one line, with its sign-off.
  ///
  /// - Complexity: O(*n*) for *n* tokens.
  var partsThatMayRecur: [TokenRange] {
    let paragraphs = paragraphs
    guard let first = paragraphs.first, let last = paragraphs.last else { return [] }
    let heads = sentences(in: first).prefix(Self.opening).filter { $0 != first }
    let tails = sentences(in: last).suffix(Self.closing).filter { $0 != last }
    return (paragraphs + heads + tails).filter { $0.count >= Self.leastWords }
  }

  /// The sentences of a range, in order.
  private func sentences(in range: TokenRange) -> [TokenRange] {
    var result: [TokenRange] = []
    var lower = range.lower
    for index in range.lower..<range.upper
    where index > lower && flags[index].contains(.startsSentence) {
      result.append(TokenRange(lower, index))
      lower = index
    }
    if lower < range.upper { result.append(TokenRange(lower, range.upper)) }
    return result
  }
}
