/// A passage of one text aligned with a passage of another.
struct Match: Sendable, Equatable {
  /// The runs of equal words, in order in both texts.
  var runs: [CommonRun]

  /// The passage in the first text.
  var a: TokenRange { TokenRange(runs[0].a, runs[runs.count - 1].endA) }
  /// The passage in the second text.
  var b: TokenRange { TokenRange(runs[0].b, runs[runs.count - 1].endB) }
  /// The number of equal words.
  var words: Int { runs.reduce(0) { $0 + $1.length } }
  /// Whether the passages are word for word the same.
  var isVerbatim: Bool { runs.count == 1 }
  /// Orders matches as runs of as many words would be.
  var rank: (Int, Int, Int, Int) { CommonRun(a: a.lower, b: b.lower, length: words).rank }

  /// Adds a run after the others, as part of the last where it follows at once in both texts.
  mutating func append(_ run: CommonRun) {
    if let last = runs.last, last.endA == run.a, last.endB == run.b {
      runs[runs.count - 1].length += run.length
    } else {
      runs.append(run)
    }
  }
}
