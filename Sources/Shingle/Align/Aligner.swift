/// Aligns two texts to the passages they share, in whatever order they stand.
///
/// Seed and extend: the maximal common runs are taken longest first, each word at most once (as
/// greedy string tiling does: Wise, "YAP3", SIGCSE 1996); runs that follow closely in both texts
/// are joined to one edited passage; its ends are extended across small edits, and the gaps inside
/// filled with their longest common subsequence.
struct Aligner: Sendable {
  /// The most words that may stand between two runs of one passage, in either text: about one
  /// clause that a sub-editor put in or took out.
  static let maximumGap = 8
  /// The most words that an extension skips, and the least run it must then find.
  static let extensionSkip = 3
  static let extensionRun = 3

  /// Returns the matches in the order of the first text.
  ///
  /// - Complexity: O(*s* log *s* + *n* + *m*) for texts of *n* and *m* tokens with *s* tokens in
  ///   common runs.
  static func matches(_ runs: [CommonRun], _ first: Tokens, _ second: Tokens) -> [Match] {
    var tiling = Tiling(first: first.count, second: second.count)
    let order = runs.sorted {
      ($1.length, $0.a, $0.b) < ($0.length, $1.a, $1.b)
    }
    for run in order { tiling.place(run) }
    let tiles = tiling.tiles.sorted { $0.a < $1.a }
    var matches = chain(tiles)
    for index in matches.indices {
      extend(&matches[index], first, second, &tiling)
      fillGaps(&matches[index], first, second)
    }
    return matches
  }

  /// Joins tiles that follow one another closely in both texts.
  private static func chain(_ tiles: [CommonRun]) -> [Match] {
    var matches: [Match] = []
    for tile in tiles {
      if let last = matches.last?.runs.last,
        tile.a - last.endA <= maximumGap, (0...maximumGap).contains(tile.b - last.endB)
      {
        matches[matches.count - 1].runs.append(tile)
      } else {
        matches.append(Match(runs: [tile]))
      }
    }
    return matches
  }

  private static func extend(
    _ match: inout Match, _ first: Tokens, _ second: Tokens, _ tiling: inout Tiling
  ) {
    while let run = nextRun(after: match, first, second, tiling) {
      tiling.cover(run)
      match.runs.append(run)
    }
    while let run = nextRun(before: match, first, second, tiling) {
      tiling.cover(run)
      match.runs.insert(run, at: 0)
    }
  }

  private static func nextRun(
    after match: Match, _ first: Tokens, _ second: Tokens, _ tiling: Tiling
  ) -> CommonRun? {
    let (a, b) = (match.a.upper, match.b.upper)
    for (skipA, skipB) in skips {
      var length = 0
      while tiling.isFree(a + skipA + length, b + skipB + length),
        first.hashes[a + skipA + length] == second.hashes[b + skipB + length]
      {
        length += 1
      }
      if length >= extensionRun { return CommonRun(a: a + skipA, b: b + skipB, length: length) }
    }
    return nil
  }

  private static func nextRun(
    before match: Match, _ first: Tokens, _ second: Tokens, _ tiling: Tiling
  ) -> CommonRun? {
    let (a, b) = (match.a.lower - 1, match.b.lower - 1)
    for (skipA, skipB) in skips {
      var length = 0
      while tiling.isFree(a - skipA - length, b - skipB - length),
        first.hashes[a - skipA - length] == second.hashes[b - skipB - length]
      {
        length += 1
      }
      if length >= extensionRun {
        return CommonRun(a: a - skipA - length + 1, b: b - skipB - length + 1, length: length)
      }
    }
    return nil
  }

  /// The edits that an extension tries, smallest first.
  private static let skips: [(Int, Int)] = (1...2 * extensionSkip).flatMap { total in
    (max(0, total - extensionSkip)...min(total, extensionSkip)).map { ($0, total - $0) }
  }

  /// Adds to each gap of an edited passage its longest common subsequence.
  private static func fillGaps(_ match: inout Match, _ first: Tokens, _ second: Tokens) {
    guard match.runs.count > 1 else { return }
    var filled = [match.runs[0]]
    for run in match.runs.dropFirst() {
      let (a, b) = (filled[filled.count - 1].endA, filled[filled.count - 1].endB)
      if run.a > a, run.b > b {
        filled += commonSubsequence(first, TokenRange(a, run.a), second, TokenRange(b, run.b))
      }
      filled.append(run)
    }
    match.runs = filled
  }
}

/// Returns the longest common subsequence of two short ranges of tokens, as runs.
///
/// - Complexity: O(*n* · *m*) for ranges of *n* and *m* tokens.
func commonSubsequence(
  _ first: Tokens, _ rangeA: TokenRange, _ second: Tokens, _ rangeB: TokenRange
) -> [CommonRun] {
  let (rows, columns) = (rangeA.count, rangeB.count)
  let width = columns + 1
  var lengths = [Int](repeating: 0, count: (rows + 1) * width)
  for i in stride(from: rows - 1, through: 0, by: -1) {
    for j in stride(from: columns - 1, through: 0, by: -1) {
      let isEqual = first.hashes[rangeA.lower + i] == second.hashes[rangeB.lower + j]
      lengths[i * width + j] =
        isEqual
        ? lengths[(i + 1) * width + j + 1] + 1
        : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var runs: [CommonRun] = []
  var (i, j) = (0, 0)
  while i < rows, j < columns {
    let (a, b) = (rangeA.lower + i, rangeB.lower + j)
    if first.hashes[a] == second.hashes[b] {
      if let last = runs.last, last.endA == a, last.endB == b {
        runs[runs.count - 1].length += 1
      } else {
        runs.append(CommonRun(a: a, b: b, length: 1))
      }
      i += 1
      j += 1
    } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
      i += 1
    } else {
      j += 1
    }
  }
  return runs
}
