/// Compares texts: exact similarity first, and alignment where they share enough.
struct Comparer: Sendable {
  /// A passage is kept from this many words on: shorter runs are mostly phrases of the language.
  static let leastWords = 8
  /// A shorter passage is kept where its words tell this many bits: five plain words of newspaper
  /// English tell about 45, a stock phrase such as "on the sidelines of the" 36.
  static let leastBits = 50.0

  /// The shared shingles from which a pair is aligned, unless they are a tenth of a short text's:
  /// fewer are a run of eight words or a few stock phrases.
  static let leastShared = 5

  let statistics: WordStatistics
  let shingleLength: Int
  let aligns: Bool
  private let figures = FigureWords.shipped

  init(statistics: WordStatistics, shingleLength: Int, aligns: Bool) {
    self.statistics = statistics
    self.shingleLength = shingleLength
    self.aligns = aligns
  }

  /// Compares two texts once.
  func compare(_ first: AnalyzedText, _ second: AnalyzedText) -> Comparison {
    var workspace = ComparisonWorkspace()
    return compare(first, second, &workspace)
  }

  /// Compares two texts; `isThorough` looks for evidence where a scan would see that there is
  /// little.
  ///
  /// - Complexity: O(*n* + *m* + *s* log *s*) for texts of *n* and *m* tokens with *s* shared
  ///   shingles.
  func compare(
    _ first: AnalyzedText, _ second: AnalyzedText, _ workspace: inout ComparisonWorkspace,
    isThorough: Bool = false
  ) -> Comparison {
    workspace.look(first, second)
    var comparison = Comparison(
      overlap: Overlap(
        first: first.shingles.distinctCount, second: second.shingles.distinctCount,
        shared: workspace.probe.common.count))
    guard aligns, isThorough || !isSlight(comparison.overlap, shared: workspace.probe.sharedCount)
    else { return comparison }
    comparison.isAligned = true
    (comparison.wordsA, comparison.wordsB) = (first.proseCount, second.proseCount)
    workspace.findRuns(first, second, shingleLength: shingleLength)
    let matches = keepPassages(
      workspace.aligner.matches(workspace.runs.runs, first.tokens, second.tokens),
      first, second, in: &comparison)
    guard isThorough || !matches.isEmpty else { return comparison }
    comparison.coverageA = coverage(matches, { $0.a }, first)
    comparison.coverageB = coverage(matches, { $0.b }, second)
    comparison.edits = Edits(
      matches, first, second, coverage: comparison.coverage, figures)
    comparison.shortRunShare = workspace.shortRuns.share(first, second)
    comparison.wordPairShare = workspace.wordPairShare(first, second)
    return comparison
  }

  /// Whether two texts share too little to be aligned; `shared` counts repeats.
  private func isSlight(_ overlap: Overlap, shared: Int) -> Bool {
    shared < Self.leastShared && shared * 10 < min(overlap.first, overlap.second)
  }

  /// Weighs the matches that are long or telling enough to be passages, and returns them.
  private func keepPassages(
    _ matches: [Match], _ first: AnalyzedText, _ second: AnalyzedText,
    in comparison: inout Comparison
  ) -> [Match] {
    matches.filter { match in
      let weighed = weigh(match, first, second)
      guard match.words >= Self.leastWords || weighed.bits >= Self.leastBits else { return false }
      comparison.matches.append(weighed)
      return true
    }
  }

  private func weigh(
    _ match: Match, _ one: AnalyzedText, _ other: AnalyzedText
  ) -> WeighedMatch {
    let (first, second) = (one.tokens, other.tokens)
    var total = 0.0
    var (prose, quoted) = (Weight(), Weight())
    let (hashes, flagsA, flagsB) = (first.hashes.span, first.flags.span, second.flags.span)
    for run in match.runs {
      for offset in 0..<run.length {
        let (a, b) = (run.a &+ offset, run.b &+ offset)
        let bits = Double(statistics.bits(hashes[a]))
        total += bits
        let flags = flagsA[a].union(flagsB[b])
        if flags.contains(.boilerplate) { continue }
        // A word that either text writes small is no name: headlines capitalise every word.
        let isPlain = !flagsA[a].intersection(flagsB[b]).contains(.capitalised)
        if flags.contains(.quoted) {
          quoted.add(bits: bits, isPlain: isPlain)
        } else {
          prose.add(bits: bits, isPlain: isPlain)
        }
      }
    }
    return WeighedMatch(
      match: match, in: one.places, other.places, bits: total, prose: prose, quoted: quoted)
  }

  /// The share of a text's unmarked words that stand in its side of matches, which do not overlap.
  private func coverage(
    _ matches: [Match], _ side: (Match) -> TokenRange, _ text: AnalyzedText
  ) -> Double {
    guard text.proseCount > 0 else { return 0 }
    let flags = text.tokens.flags
    var covered = 0
    for match in matches {
      let range = side(match)
      for index in range.lower..<range.upper where !flags[index].contains(.boilerplate) {
        covered &+= 1
      }
    }
    return min(1, Double(covered) / Double(text.proseCount))
  }
}
