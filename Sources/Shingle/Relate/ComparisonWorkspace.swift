/// What comparing one pair leaves for the next: buffers, and what was worked out of the first text,
/// which is often that of the next pair too. Make one per thread and use it for many pairs.
struct ComparisonWorkspace: Sendable {
  /// What the texts last looked at have in common.
  private(set) var probe = ShingleProbe()
  private var loaded: AnalyzedText?
  /// The runs of three words of one text.
  var shortRuns = ShortRuns()

  /// Looks up the shingles of the second text in those of the first.
  mutating func look(_ first: AnalyzedText, _ second: AnalyzedText) {
    if loaded !== first {
      probe.load(first.shingles)
      loaded = first
    }
    probe.find(second.shingles, in: first.shingles)
  }
}
