/// The quotations in one text, and what stands beside each.
struct QuotationReader: Sendable {
  private var tokenizer = Tokenizer()
  private let furniture = Furniture.shipped
  private let statistics = WordStatistics.shipped

  /// The least words of a quotation that is kept: shorter ones are figures of speech.
  static let leastWords = 5
  /// The most words of a quotation that are compared: no spoken statement in the news is longer.
  static let mostWords = 400
  /// The most quotations of a text: an interview has some dozens.
  static let mostQuotations = 200
  /// The most words between a quotation and a credit: "..., a senior official told Reuters".
  private static let creditReach = 15
  /// The words beside a quotation that say by whom it was spoken: "a senior official told".
  private static let attributionReach = 6
  /// The bits from which a word is more than a filler: "said" and "told" tell 10 and more, "was" and
  /// "the" less than 9.
  private static let contentBits: Float = 9
  /// The bits from which a capitalised word is a name and not the beginning of a sentence: "The"
  /// and "He" tell 5 to 9, the names of the days 11.
  private static let nameBits: Float = 12

  /// A quotation.
  struct Found: Sendable {
    var document: Int
    /// The hashes of its words.
    var words: [UInt64]
    /// The bytes of each word, as offsets into the text.
    var bytes: [ByteRange]
    /// The names of those who are said to speak it.
    var speakers: [Name]
    /// The words of its paragraph and the one before outside quotations, by their hashes.
    var near: Set<UInt64>
    /// The words beside it that are no fillers, by their hashes.
    var beside: Set<UInt64>
    /// The bytes of the words beside it, itself among them.
    var surroundings: ByteRange
  }

  /// A name of one word or several.
  struct Name: Sendable {
    /// The hashes of its words.
    var words: [UInt64]
    var bytes: ByteRange
  }

  /// Returns the quotations of a text, in its order; those in page furniture are left out.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func quotations(_ text: String, document: Int) -> [Found] {
    var tokens = tokenizer.tokenize(text)
    guard tokens.flags.contains(where: { $0.contains(.quoted) }) else { return [] }
    furniture.mark(&tokens)
    let paragraphs = tokens.paragraphs
    let small = tokens.wordsWrittenSmall
    let finder = SpeakerFinder(Gaps(text.utf8Span.span, tokens))
    var found: [Found] = []
    var (paragraph, lower) = (0, 0)
    while lower < tokens.count, found.count < Self.mostQuotations {
      guard tokens.isSpoken(lower) else {
        lower += 1
        continue
      }
      var upper = lower + 1
      while upper < tokens.count, tokens.isSpoken(upper), !isApart(upper, tokens, text) {
        upper += 1
      }
      while paragraphs[paragraph].upper <= lower { paragraph += 1 }
      if upper - lower >= Self.leastWords {
        let before = paragraphs[max(0, paragraph - 1)].lower
        let own = TokenRange(paragraphs[paragraph].lower, max(upper, paragraphs[paragraph].upper))
        found.append(
          quotation(
            TokenRange(lower, upper), in: own, from: before, tokens, finder, small,
            document: document))
      }
      lower = upper
    }
    return found
  }

  /// Whether one quotation closes and another opens right before a token.
  private func isApart(_ index: Int, _ tokens: Tokens, _ text: String) -> Bool {
    // Two tokens of one character, as of `½`, share its bytes.
    guard tokens.starts[index] > tokens.ends[index - 1] + 2 else { return false }
    let gap = ByteRange(Int(tokens.ends[index - 1]), Int(tokens.starts[index]))
    let marks = text.substring(gap).unicodeScalars.count { scalar in
      switch scalar.properties.generalCategory {
      case .initialPunctuation, .finalPunctuation: true
      default: scalar == "\"" || ("\u{300C}"..."\u{300F}").contains(scalar)
      }
    }
    return marks > 1
  }

  private func quotation(
    _ range: TokenRange, in paragraph: TokenRange, from before: Int, _ tokens: Tokens,
    _ finder: SpeakerFinder, _ small: Set<UInt64>, document: Int
  ) -> Found {
    let kept = range.lower..<min(range.upper, range.lower + Self.mostWords)
    let beside = around(range, Self.creditReach, in: paragraph)
    let phrase = around(range, Self.attributionReach, in: paragraph)
    return Found(
      document: document, words: Array(tokens.hashes[kept]),
      bytes: kept.map { ByteRange(Int(tokens.starts[$0]), Int(tokens.ends[$0])) },
      speakers: speakers(of: range, in: paragraph, tokens, finder, small),
      near: unquoted(before..<paragraph.upper, tokens) { _ in true },
      beside: unquoted(phrase.lower..<phrase.upper, tokens) {
        statistics.bits($0) >= Self.contentBits
      },
      surroundings: tokens.bytes(of: beside))
  }

  private func unquoted(
    _ range: Range<Int>, _ tokens: Tokens, where isTaken: (UInt64) -> Bool
  ) -> Set<UInt64> {
    Set(
      range.lazy.filter { !tokens.flags[$0].contains(.quoted) }.map { tokens.hashes[$0] }
        .filter(isTaken))
  }

  /// A quotation with up to `reach` words on either side of it.
  private func around(_ range: TokenRange, _ reach: Int, in paragraph: TokenRange) -> TokenRange {
    TokenRange(
      max(paragraph.lower, range.lower - reach), min(paragraph.upper, range.upper + reach))
  }

  /// The names of those who are said to speak a quotation.
  private func speakers(
    of range: TokenRange, in paragraph: TokenRange, _ tokens: Tokens, _ finder: SpeakerFinder,
    _ small: Set<UInt64>
  ) -> [Name] {
    let (before, after) = finder.phrases(beside: range, in: paragraph)
    let speakers =
      finder.speakers(names(in: before, tokens, finder, small), in: before, isBefore: true)
      + finder.speakers(names(in: after, tokens, finder, small), in: after, isBefore: false)
    return speakers.map { run in
      Name(words: Array(tokens.hashes[run.lower..<run.upper]), bytes: tokens.bytes(of: run))
    }
  }

  /// The runs of words that are names.
  private func names(
    in range: TokenRange, _ tokens: Tokens, _ finder: SpeakerFinder, _ small: Set<UInt64>
  ) -> [TokenRange] {
    var runs: [TokenRange] = []
    for index in range.lower..<range.upper where isName(index, tokens, finder.gaps, small) {
      if let last = runs.last, last.upper == index, finder.continuesName(index) {
        runs[runs.count - 1].upper = index + 1
      } else {
        runs.append(TokenRange(index, index + 1))
      }
    }
    return runs.filter { !finder.isNone($0) }
  }

  /// Whether a word is a name: capitalised, no figure, nowhere in the text written small, and not
  /// so common that it merely begins a sentence.
  private func isName(
    _ index: Int, _ tokens: Tokens, _ gaps: Gaps, _ small: Set<UInt64>
  ) -> Bool {
    tokens.flags[index].contains(.capitalised) && !small.contains(tokens.hashes[index])
      && !gaps.startsWithDigit(index) && statistics.bits(tokens.hashes[index]) >= Self.nameBits
  }
}

extension Tokens {
  /// Whether a token stands in a quotation and is no page furniture.
  fileprivate func isSpoken(_ index: Int) -> Bool {
    flags[index].contains(.quoted) && !flags[index].contains(.boilerplate)
  }

  /// The words that stand somewhere without a capital.
  fileprivate var wordsWrittenSmall: Set<UInt64> {
    Set(zip(hashes, flags).lazy.filter { !$0.1.contains(.capitalised) }.map(\.0))
  }
}
