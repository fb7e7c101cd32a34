/// Proposes the pairs of documents that share fingerprints.
///
/// The postings are sorted in partitions by key, so that only one partition's worth for each thread
/// is held twice; most of what stands in one document only is not even sorted (``RepeatedKeys``). A
/// fingerprint of more than `maximumFrequency` documents is a formula and no evidence; it is cut,
/// and counted. Then, document by document, the later documents that its fingerprints lead to are
/// counted in one column, so that memory follows the postings and not the collisions.
///
/// A fingerprint weighs 1 in up to ``fullFrequency`` documents, and less the more have it, so that
/// the pairs proposed grow with the postings and not with the square of a posting list.
struct FingerprintIndex: Sendable {
  /// The documents up to which a fingerprint weighs 1; of *f* more it weighs `fullFrequency` / *f*.
  static let fullFrequency = 10

  /// A pair of rows of the index, `first` < `second`, and the number of fingerprints they share,
  /// whatever those weigh.
  struct Pair: Sendable, Equatable {
    var first: UInt32
    var second: UInt32
    var shared: UInt32
  }

  /// The distinct fingerprints that were cut.
  private(set) var cutFingerprints = 0
  /// The postings of the fingerprints that were cut.
  private(set) var cutPostings = 0
  /// The rows with each fingerprint that was kept, ascending within a fingerprint; the last of
  /// each bears ``lastMark``.
  private var rows: [UInt32] = []
  /// The weight of the fingerprint at each place of `rows`, in parts of ``SharedCounter/unit``.
  private var weights: [UInt16] = []
  /// The places in `rows` of each row's fingerprints: those of row *r* are
  /// `places[starts[r] ..< starts[r + 1]]`.
  private var places: [UInt32] = []
  private var starts: [Int] = []
  /// The fingerprints of each row, those dropped or cut among them.
  private var sizes: [UInt32] = []
  private let threads: Int

  fileprivate static let lastMark: UInt32 = 1 << 31

  /// Indexes the fingerprints of the documents that are `included`, each at the row of its number,
  /// and takes the keys for it out of `columns`. About `partitionSize` postings are sorted at once.
  ///
  /// - Complexity: O(*p*) for *p* postings whose keys are hashes.
  init(
    _ columns: inout KeyColumns, included: [Bool], maximumFrequency: Int, threads: Int = 1,
    partitionSize: Int = 1 << 22
  ) {
    self.threads = threads
    sizes = columns.fingerprintCounts
    var parts = Self.parts(
      columns, included, maximumFrequency: maximumFrequency, threads: threads,
      count: max(threads, columns.fingerprintCount / partitionSize))
    columns.removeAll()
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.rows.count })
    weights.reserveCapacity(rows.capacity)
    for index in parts.indices {
      rows += parts[index].rows
      weights += parts[index].weights
      cutFingerprints += parts[index].cutFingerprints
      cutPostings += parts[index].cutPostings
      parts[index] = KeptPostings()
    }
    groupByRow(count: sizes.count)
  }

  /// The postings of each partition of the keys.
  private static func parts(
    _ columns: KeyColumns, _ included: [Bool], maximumFrequency: Int, threads: Int, count: Int
  ) -> [KeptPostings] {
    let ranges = columns.fingerprintRanges(count)
    return parallelMap(ranges.count, threads: threads) { index in
      KeptPostings(
        columns, included, keys: ranges[index],
        capacity: columns.fingerprintCount / ranges.count, maximumFrequency: maximumFrequency)
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

  /// The rows whose pairs are found together.
  private static let block = 256

  /// Returns the pairs that share fingerprints that weigh at least `minimumShared`, or an eighth of
  /// all that one of them has, ordered by their rows: a text of a few sentences has few to share.
  ///
  /// By the first rule *p* postings propose at most `fullFrequency` · *p* / (2 · `minimumShared`)
  /// pairs: the weights of one fingerprint over all its pairs sum up to at most
  /// `fullFrequency` · *f* / 2.
  ///
  /// - Complexity: O(Σ *f*²) additions for the frequencies *f* of the fingerprints kept.
  func pairs(minimumShared: Int) -> [Pair] {
    let count = starts.count - 1
    let blocks = (count + Self.block - 1) / Self.block
    let found = parallelMap(blocks, threads: threads, scratch: SharedCounter(rows: count)) {
      counter, block in
      var pairs: [Pair] = []
      for row in block * Self.block..<min(count, (block + 1) * Self.block) {
        append(to: &pairs, pairsOf: row, minimumShared: minimumShared, &counter)
      }
      return pairs
    }
    var pairs: [Pair] = []
    pairs.reserveCapacity(found.reduce(0) { $0 + $1.count })
    for part in found { pairs += part }
    return pairs
  }

  /// Appends the pairs of a row with later ones.
  private func append(
    to pairs: inout [Pair], pairsOf row: Int, minimumShared: Int, _ counter: inout SharedCounter
  ) {
    let (rows, places) = (rows.span, places.span)
    for index in starts[row]..<starts[row + 1] {
      var place = Int(places[index])
      let weight = weights[place]
      while rows[place] & Self.lastMark == 0 {
        place &+= 1
        counter.count(rows[place] & ~Self.lastMark, weight: weight)
      }
    }
    let first = pairs.count
    let least = UInt64(minimumShared) * SharedCounter.unit
    counter.takeAll { other, shared, weight in
      let fewest = UInt64(min(sizes[row], sizes[Int(other)]))
      if weight >= least || weight * 8 >= fewest * SharedCounter.unit {
        pairs.append(Pair(first: UInt32(row), second: other, shared: shared))
      }
    }
    pairs[first...].sort { $0.second < $1.second }
  }
}

/// The postings of a partition of the keys that stand in more than one row, and in not too many.
private struct KeptPostings: Sendable {
  /// The rows of each key, the last of them marked.
  var rows: [UInt32] = []
  /// The weight of the key of each row.
  var weights: [UInt16] = []
  var cutFingerprints = 0
  var cutPostings = 0

  /// Holds none.
  init() {}

  /// Takes the postings of a range of keys, of which there are about `capacity`.
  init(
    _ columns: KeyColumns, _ included: [Bool], keys: ClosedRange<UInt64>, capacity: Int,
    maximumFrequency: Int
  ) {
    var repeated = RepeatedKeys(capacity: capacity)
    columns.forEachFingerprint(in: keys, of: included) { key, _ in repeated.insert(key) }
    var postings: [Posting] = []
    columns.forEachFingerprint(in: keys, of: included) { key, row in
      guard repeated.contains(key) else { return }
      // Spread over all bits again, as the sort wants them.
      postings.append(Posting(key: key &* 0x9E37_79B9_7F4A_7C15, document: row))
    }
    postings.sortByKey()
    postings.forEachRun { run in keep(postings[run], maximumFrequency: maximumFrequency) }
  }

  private mutating func keep(_ run: ArraySlice<Posting>, maximumFrequency: Int) {
    guard run.count > 1 else { return }
    if run.count > maximumFrequency {
      cutFingerprints += 1
      cutPostings += run.count
    } else {
      for posting in run { rows.append(posting.document) }
      rows[rows.count - 1] |= FingerprintIndex.lastMark
      let weight = SharedCounter.weight(frequency: run.count)
      weights.append(contentsOf: repeatElement(weight, count: run.count))
    }
  }
}

/// Counts and weighs what rows share, and forgets it as it is taken.
private struct SharedCounter: Sendable {
  /// The weight of a rare fingerprint.
  static let unit: UInt64 = 1 << 12

  /// Of each row its weight in the upper half, its count in the lower one.
  private var sums: [UInt64]
  private var touched: [UInt32] = []

  init(rows: Int) { sums = [UInt64](repeating: 0, count: rows) }

  /// The weight of a fingerprint that stands in `frequency` documents, at least 1.
  static func weight(frequency: Int) -> UInt16 {
    let full = FingerprintIndex.fullFrequency
    return UInt16(max(1, Int(unit) * full / max(full, frequency)))
  }

  @inline(__always)
  mutating func count(_ row: UInt32, weight: UInt16) {
    if sums[Int(row)] == 0 { touched.append(row) }
    sums[Int(row)] &+= UInt64(weight) << 32 | 1
  }

  /// Calls `body` with each row counted, in no order, its count and its weight; all are nought
  /// thereafter.
  mutating func takeAll(_ body: (UInt32, UInt32, UInt64) -> Void) {
    for row in touched {
      let sum = sums[Int(row)]
      body(row, UInt32(truncatingIfNeeded: sum), sum >> 32)
      sums[Int(row)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
