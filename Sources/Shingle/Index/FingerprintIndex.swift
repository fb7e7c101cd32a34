/// Proposes the pairs of documents that share fingerprints.
///
/// The postings are sorted in partitions by key, so that only one partition's worth is held twice;
/// most of what stands in one document only is not even sorted (``RepeatedKeys``). A fingerprint of more than
/// `maximumFrequency` documents is a formula and no evidence; it is cut, and counted. Then, document
/// by document, the later documents that its fingerprints lead to are counted in one column, so
/// that memory follows the postings and not the collisions.
struct FingerprintIndex: Sendable {
  /// A pair of rows of the index, `first` < `second`, and the number of fingerprints they share.
  struct Pair: Sendable, Equatable {
    var first: UInt32
    var second: UInt32
    var shared: Int
  }

  /// The distinct fingerprints that were cut.
  private(set) var cutFingerprints = 0
  /// The postings of the fingerprints that were cut.
  private(set) var cutPostings = 0
  /// The rows with each fingerprint that was kept, ascending within a fingerprint; the last of
  /// each bears ``lastMark``.
  private var rows: [UInt32] = []
  /// The places in `rows` of each row's fingerprints: those of row *r* are
  /// `places[starts[r] ..< starts[r + 1]]`.
  private var places: [UInt32] = []
  private var starts: [Int] = []
  /// The fingerprints of each row, those dropped or cut among them.
  private var sizes: [Int] = []

  private static let lastMark: UInt32 = 1 << 31

  /// Indexes fingerprints: those of row *r* are `fingerprints[offsets[r] ..< offsets[r + 1]]`,
  /// distinct within a row. About `partitionSize` postings are sorted at once.
  ///
  /// - Complexity: O(*p*) for *p* postings whose keys are hashes.
  init(
    fingerprints: [UInt64], offsets: [Int], maximumFrequency: Int, partitionSize: Int = 1 << 22
  ) {
    let partitions = max(1, fingerprints.count / partitionSize)
    var postings: [Posting] = []
    var repeated = RepeatedKeys(capacity: fingerprints.count / partitions)
    for partition in 0..<partitions {
      repeated.removeAll()
      for key in fingerprints where Self.partition(of: key, among: partitions) == partition {
        repeated.insert(key)
      }
      postings.removeAll(keepingCapacity: true)
      for row in 0..<(offsets.count - 1) {
        for index in offsets[row]..<offsets[row + 1]
        where Self.partition(of: fingerprints[index], among: partitions) == partition
          && repeated.contains(fingerprints[index])
        {
          postings.append(Posting(key: fingerprints[index], document: UInt32(row)))
        }
      }
      postings.sortByKey()
      keep(postings, maximumFrequency: maximumFrequency)
    }
    groupByRow(count: offsets.count - 1)
    sizes = zip(offsets, offsets.dropFirst()).map { $1 - $0 }
  }

  /// The partition by the key's low bits; its high bits are what is sorted by.
  private static func partition(of key: UInt64, among partitions: Int) -> Int {
    Int(truncatingIfNeeded: (key & 0xFFFF_FFFF) &* UInt64(partitions) >> 32)
  }

  private mutating func keep(_ postings: [Posting], maximumFrequency: Int) {
    postings.forEachRun { run in
      guard run.count > 1 else { return }
      if run.count > maximumFrequency {
        cutFingerprints += 1
        cutPostings += run.count
      } else {
        for index in run { rows.append(postings[index].document) }
        rows[rows.count - 1] |= Self.lastMark
      }
    }
  }

  private mutating func groupByRow(count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for row in rows { starts[Int(row & ~Self.lastMark) + 1] += 1 }
    for row in 0..<count { starts[row + 1] += starts[row] }
    places = [UInt32](repeating: 0, count: rows.count)
    var next = starts
    for (place, marked) in rows.enumerated() {
      let row = Int(marked & ~Self.lastMark)
      places[next[row]] = UInt32(place)
      next[row] += 1
    }
  }

  /// Returns the pairs that share at least `minimumShared` fingerprints, or an eighth of all that
  /// one of them has, ordered by their rows: a text of a few sentences has few to share.
  ///
  /// - Complexity: O(Σ *f*²) for the frequencies *f* of the fingerprints kept.
  func pairs(minimumShared: Int) -> [Pair] {
    var pairs: [Pair] = []
    var counts = [UInt32](repeating: 0, count: starts.count - 1)
    var touched: [UInt32] = []
    for row in 0..<(starts.count - 1) {
      for index in starts[row]..<starts[row + 1] {
        var place = Int(places[index])
        while rows[place] & Self.lastMark == 0 {
          place &+= 1
          let other = rows[place] & ~Self.lastMark
          if counts[Int(other)] == 0 { touched.append(other) }
          counts[Int(other)] &+= 1
        }
      }
      touched.sort()
      for other in touched {
        let shared = Int(counts[Int(other)])
        let fewest = min(sizes[row], sizes[Int(other)])
        if shared >= minimumShared || shared * 8 >= fewest {
          pairs.append(Pair(first: UInt32(row), second: other, shared: shared))
        }
        counts[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return pairs
  }
}
