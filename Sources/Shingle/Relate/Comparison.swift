/// What two texts have in common: similarity, matches, and the weight of the matches.
///
/// It depends on the tokens alone, so it holds for every pair of documents with these texts.
struct Comparison: Sendable {
  /// The overlap of their shingle sets.
  var overlap: Overlap
  /// The shared passages, in the order of the first text.
  var matches: [WeighedMatch] = []
  /// The share of the first text's unmarked words that stand in matches.
  var coverageA = 0.0
  /// The share of the second text's unmarked words that stand in matches.
  var coverageB = 0.0
  /// The unmarked words of the first text.
  var wordsA = 0
  /// The unmarked words of the second text.
  var wordsB = 0

  /// The part of a text's matched words that speaks for the relation.
  struct Weight: Sendable, Equatable {
    /// Matched words.
    var words = 0
    /// Their information, in bits.
    var bits = 0.0
    /// The longest passage's matched words.
    var longest = 0
  }

  /// What the matches share outside quotations.
  var prose = Weight()
  /// What the matches share inside quotations.
  var quoted = Weight()
}

/// A match with its weight; words in boilerplate weigh nothing.
struct WeighedMatch: Sendable, Equatable {
  var match: Match
  /// The information of all its words, in bits.
  var bits: Double
  /// Whether most of its words stand inside a quotation in either text.
  var isQuoted: Bool
}

/// Compares texts: exact similarity first, and alignment where they share enough.
struct Comparer: Sendable {
  /// A passage is kept from this many words on: the run that fingerprints are sure to find.
  static let leastWords = 8
  /// A shorter passage is kept where its words tell this many bits: five plain words of newspaper
  /// English tell about 45, a stock phrase such as "on the sidelines of the" 36.
  static let leastBits = 50.0

  let statistics: WordStatistics
  let shingleLength: Int
  let aligns: Bool

  /// - Complexity: O(*n* + *m* + *s* log *s*) for texts of *n* and *m* tokens with *s* shared
  ///   shingles.
  func compare(_ first: AnalyzedText, _ second: AnalyzedText) -> Comparison {
    guard aligns else { return Comparison(overlap: Overlap(first.shingles, second.shingles)) }
    let common = CommonRuns(first.shingles, second.shingles, shingleLength: shingleLength)
    var comparison = Comparison(
      overlap: Overlap(
        first: first.shingles.distinctCount, second: second.shingles.distinctCount,
        shared: common.sharedShingles))
    comparison.wordsA = first.proseCount
    comparison.wordsB = second.proseCount
    for match in Aligner.matches(common.runs, first.tokens, second.tokens) {
      weigh(match, first.tokens, second.tokens, into: &comparison)
    }
    comparison.coverageA = coverage(comparison.matches.map(\.match.a), first)
    comparison.coverageB = coverage(comparison.matches.map(\.match.b), second)
    return comparison
  }

  /// Weighs a match, and adds it to the comparison if it is worth keeping.
  private func weigh(
    _ match: Match, _ first: Tokens, _ second: Tokens, into comparison: inout Comparison
  ) {
    var bits = 0.0
    var prose = Comparison.Weight()
    var quoted = Comparison.Weight()
    for run in match.runs {
      for offset in 0..<run.length {
        let word = Double(statistics.bits(first.hashes[run.a + offset]))
        bits += word
        let flags = first.flags[run.a + offset].union(second.flags[run.b + offset])
        if flags.contains(.boilerplate) { continue }
        if flags.contains(.quoted) {
          quoted.words += 1
          quoted.bits += word
        } else {
          prose.words += 1
          prose.bits += word
        }
      }
    }
    guard match.words >= Self.leastWords || bits >= Self.leastBits else { return }
    let isQuoted = quoted.words * 2 > match.words
    comparison.matches.append(WeighedMatch(match: match, bits: bits, isQuoted: isQuoted))
    comparison.prose.add(prose)
    comparison.quoted.add(quoted)
  }

  /// The share of a text's unmarked words that stand in any of the ranges.
  private func coverage(_ ranges: [TokenRange], _ text: AnalyzedText) -> Double {
    guard text.proseCount > 0 else { return 0 }
    var covered = 0
    for range in ranges {
      for index in range.lower..<range.upper
      where !text.tokens.flags[index].contains(.boilerplate) {
        covered += 1
      }
    }
    return min(1, Double(covered) / Double(text.proseCount))
  }
}

extension Comparison.Weight {
  fileprivate mutating func add(_ other: Comparison.Weight) {
    words += other.words
    bits += other.bits
    longest = max(longest, other.words)
  }
}
