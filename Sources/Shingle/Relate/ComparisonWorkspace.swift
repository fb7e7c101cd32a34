/// What comparing one pair leaves for the next: buffers, and what was worked out of the first text,
/// which is often that of the next pair too. Make one per thread and use it for many pairs.
struct ComparisonWorkspace: Sendable {
  /// What the texts last looked at have in common.
  private(set) var probe = ShingleProbe()
  /// The runs of words that the texts last looked at have in common.
  private(set) var runs = CommonRuns()
  var aligner = Aligner()
  /// The runs of three words of one text.
  var shortRuns = ShortRuns()
  private var loaded: AnalyzedText?
  private var wordPairs = WordPairProbe()
  private var loadedPairs: AnalyzedText?

  /// Looks up the shingles of the second text in those of the first.
  mutating func look(_ first: AnalyzedText, _ second: AnalyzedText) {
    if loaded !== first {
      probe.load(first.shingles)
      loaded = first
    }
    probe.find(second.shingles, in: first.shingles)
  }

  /// Finds the runs of words of the texts last looked at.
  mutating func findRuns(_ first: AnalyzedText, _ second: AnalyzedText, shingleLength: Int) {
    runs.find(probe.common, first.shingles, second.shingles, shingleLength: shingleLength)
  }

  /// Returns the share of the pairs of informative words of the text with fewer that the other text
  /// has too; 0 where there are none.
  mutating func wordPairShare(_ first: AnalyzedText, _ second: AnalyzedText) -> Double {
    if loadedPairs !== first {
      wordPairs.load(first.wordPairs)
      loadedPairs = first
    }
    return wordPairs.share(of: second.wordPairs, in: first.wordPairs)
  }
}
