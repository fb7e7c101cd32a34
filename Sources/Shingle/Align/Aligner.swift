/// Aligns two texts to the passages they share, in whatever order they stand.
///
/// Seed and extend: the maximal common runs are taken longest first, each word at most once (as
/// greedy string tiling does: Wise, "YAP3", SIGCSE 1996); runs that follow closely in both texts
/// are joined to one edited passage; its ends are extended across small edits, and the gaps inside
/// filled with their longest common subsequence. The buffers stay for the next two texts.
struct Aligner: Sendable {
  /// The most words that may stand between two runs of one passage, in either text: about one
  /// clause that a sub-editor put in or took out.
  static let maximumGap = 8
  /// The most words that an extension skips, and the least run it must then find.
  static let extensionSkip = 3
  static let extensionRun = 3

  private var tiling = Tiling()
  private var whole: [CommonRun] = []
  private var order: [Int] = []

  /// Returns the matches in the order of the first text; `runs` are in the order of ``CommonRuns``.
  ///
  /// - Complexity: O(*s* log *s* + *n* + *m*) for texts of *n* and *m* tokens with *s* tokens in
  ///   common runs.
  mutating func matches(_ runs: [CommonRun], _ first: Tokens, _ second: Tokens) -> [Match] {
    tiling.reset(first: first.count, second: second.count)
    lengthen(runs, first, second)
    if whole.count > 1 { whole.sortFew { $0.rank < $1.rank } }
    for run in whole { tiling.place(run) }
    tiling.sortTiles()
    var matches = Self.chain(&tiling)
    order.removeAll(keepingCapacity: true)
    order += matches.indices
    if order.count > 1 {
      let ranks = matches.map(\.rank)
      order.sortFew { ranks[$0] < ranks[$1] }
    }
    for index in order {
      Self.extend(&matches[index], first, second, &tiling)
      Self.fillGaps(&matches[index], first, second)
    }
    return matches
  }

  /// Lengthens the runs that end early, at a shingle that repeats too often to be followed; of
  /// those that become the same run one is kept.
  private mutating func lengthen(_ runs: [CommonRun], _ first: Tokens, _ second: Tokens) {
    whole.removeAll(keepingCapacity: true)
    let (one, other) = (first.hashes.span, second.hashes.span)
    for var run in runs {
      if let last = whole.last, last.a - last.b == run.a - run.b, run.a < last.endA { continue }
      while run.a > 0, run.b > 0, one[run.a &- 1] == other[run.b &- 1] {
        (run.a, run.b, run.length) = (run.a &- 1, run.b &- 1, run.length &+ 1)
      }
      while run.endA < one.count, run.endB < other.count, one[run.endA] == other[run.endB] {
        run.length &+= 1
      }
      whole.append(run)
    }
  }

  /// Joins tiles that follow one another closely in both texts, with no other between them.
  private static func chain(_ tiling: inout Tiling) -> [Match] {
    var matches: [Match] = []
    for tile in tiling.tiles {
      if let last = matches.last?.runs.last,
        tile.a - last.endA <= maximumGap, (0...maximumGap).contains(tile.b - last.endB),
        tiling.areFree(last.endA..<tile.a, last.endB..<tile.b)
      {
        tiling.cover(last.endA..<tile.a, last.endB..<tile.b)
        matches[matches.count - 1].append(tile)
      } else {
        matches.append(Match(runs: [tile]))
      }
    }
    return matches
  }

  private static func extend(
    _ match: inout Match, _ first: Tokens, _ second: Tokens, _ tiling: inout Tiling
  ) {
    while let run = run(beyond: match, step: 1, first, second, tiling) {
      tiling.cover(match.a.upper..<run.endA, match.b.upper..<run.endB)
      match.append(run)
    }
    while let run = run(beyond: match, step: -1, first, second, tiling) {
      tiling.cover(run.a..<match.a.lower, run.b..<match.b.lower)
      match.runs.insert(run, at: 0)
    }
  }

  /// Returns the run that stands after a match, or before it for a `step` of −1, behind the
  /// smallest edit.
  private static func run(
    beyond match: Match, step: Int, _ first: Tokens, _ second: Tokens, _ tiling: Tiling
  ) -> CommonRun? {
    let (a, b) =
      step > 0 ? (match.a.upper, match.b.upper) : (match.a.lower - 1, match.b.lower - 1)
    let (one, other) = (first.hashes.span, second.hashes.span)
    for (skipA, skipB) in skips {
      let (startA, startB) = (a + step * skipA, b + step * skipB)
      var (nextA, nextB) = (startA, startB)
      while tiling.isFree(nextA, nextB), one[nextA] == other[nextB] {
        nextA += step
        nextB += step
      }
      let length = abs(nextA - startA)
      guard length >= extensionRun else { continue }
      let run = CommonRun(
        a: min(startA, nextA + 1), b: min(startB, nextB + 1), length: length)
      let isFree =
        step > 0
        ? tiling.areFree(a..<run.a, b..<run.b)
        : tiling.areFree(run.endA..<(a + 1), run.endB..<(b + 1))
      if isFree { return run }
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
    var filled = Match(runs: [match.runs[0]])
    for run in match.runs.dropFirst() {
      let (a, b) = (filled.a.upper, filled.b.upper)
      if run.a > a, run.b > b {
        let gaps = (TokenRange(a, run.a), TokenRange(b, run.b))
        for part in commonSubsequence(first, gaps.0, second, gaps.1) { filled.append(part) }
      }
      filled.append(run)
    }
    match = filled
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
