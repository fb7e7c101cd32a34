/// A run of tokens that two texts have in common, word for word.
struct CommonRun: Sendable, Equatable {
  /// Its first token in the first text.
  var a: Int
  /// Its first token in the second text.
  var b: Int
  /// Its tokens.
  var length: Int

  /// One past its last token in the first text.
  var endA: Int { a + length }
  /// One past its last token in the second text.
  var endB: Int { b + length }

  /// Orders runs by length, longest first, and equally long ones alike whichever text is first,
  /// but for mirror images.
  var rank: (Int, Int, Int, Int) { (-length, a + b, abs(a - b), a) }
}

/// Finds the maximal common runs of at least a shingle's length.
///
/// Every shared shingle is a seed; seeds that follow one another on a diagonal form a run, so the
/// runs come out exact, without extension. The buffers stay for the next two texts.
struct CommonRuns: Sendable {
  /// The runs, ordered by diagonal and then by place.
  private(set) var runs: [CommonRun] = []
  /// The distinct shingles that both texts have.
  private(set) var sharedShingles = 0
  private var seeds: [UInt64] = []

  /// The most pairings of one shingle's places that are all followed; of a shingle that repeats
  /// more often, its first place in one text is paired with its first in the other, and so on.
  private static let pairingLimit = 16

  /// Holds none.
  init() {}

  /// - Complexity: O(*n* + *m* + *s* log *s*) for texts of *n* and *m* shingles and *s* seeds;
  ///   *s* is at most 16 (*n* + *m*).
  init(_ first: ShingleSet, _ second: ShingleSet, shingleLength: Int) {
    var probe = ShingleProbe()
    probe.load(first)
    probe.find(second, in: first)
    find(probe.common, first, second, shingleLength: shingleLength)
  }

  /// Finds the runs of two texts of which it is known what shingles they share.
  ///
  /// - Complexity: O(*s* log *s*) for *s* seeds.
  mutating func find(
    _ common: [ShingleProbe.Common], _ first: ShingleSet, _ second: ShingleSet, shingleLength: Int
  ) {
    seeds.removeAll(keepingCapacity: true)
    let (placesA, placesB) = (first.positions.span, second.positions.span)
    for shared in common {
      if shared.first.count * shared.second.count <= Self.pairingLimit {
        for i in shared.first {
          for j in shared.second { seeds.append(Self.seed(placesA[i], placesB[j])) }
        }
      } else {
        for (i, j) in zip(shared.first, shared.second) {
          seeds.append(Self.seed(placesA[i], placesB[j]))
        }
      }
    }
    sharedShingles = common.count
    seeds.sortFew(by: <)
    join(shingleLength: shingleLength)
  }

  /// A seed as one integer, ordered by diagonal and then by place in the first text.
  private static func seed(_ a: UInt32, _ b: UInt32) -> UInt64 {
    let diagonal = UInt64(Int64(a) - Int64(b) + (Int64(1) << 31))
    return diagonal << 32 | UInt64(a)
  }

  private mutating func join(shingleLength: Int) {
    runs.removeAll(keepingCapacity: true)
    var index = 0
    while index < seeds.count {
      var end = index + 1
      while end < seeds.count, seeds[end] == seeds[end - 1] + 1 { end += 1 }
      let a = Int(seeds[index] & 0xFFFF_FFFF)
      let diagonal = Int(seeds[index] >> 32) - (1 << 31)
      runs.append(CommonRun(a: a, b: a - diagonal, length: end - index + shingleLength - 1))
      index = end
    }
  }
}
