/// Proposes the pairs of documents that share fingerprints.
///
/// The postings are sorted partition by partition of the keys, so that only one partition's worth for
/// each thread is held twice; most of what stands in one document only is not even sorted
/// (``RepeatedKeys``). A fingerprint of more than `maximumFrequency` documents is a formula and no
/// evidence; it is cut, and counted. Then, document by document, the later documents that its
/// fingerprints lead to are counted in one column, so that memory follows the postings and not the
/// collisions. Where the postings have no room, that is done for a range of documents at a time, with
/// the postings that lead from there (``PostingRange``).
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
  /// The postings that were kept, by the partitions of their keys.
  private var runs: [Kept<PostingRuns>] = []
  private var postingCount = 0
  /// The fingerprints of each row, those dropped or cut among them.
  private let sizes: [UInt32]
  private let memory: Int
  private let threads: Int

  /// Indexes the fingerprints of the documents that are `included`, each at the row of its number,
  /// and takes the keys for it out of `columns`. Half of `memory` is for the postings, and half for
  /// what leads to them; those without room go to the spill storage.
  ///
  /// - Returns: nil where the storage has lost something.
  /// - Complexity: O(*p*) for *p* postings whose keys are hashes.
  init?(
    _ columns: inout KeyColumns, included: [Bool], maximumFrequency: Int, threads: Int = 1,
    memory: Int = .max, spill: (any SpillStorage)? = nil
  ) {
    self.threads = threads
    self.memory = memory
    sizes = columns.fingerprintCounts
    var room = Room(bytes: memory / 2, spill: spill)
    for start in stride(from: 0, to: columns.partitions, by: threads) {
      let keys = columns
      let parts = parallelMap(min(threads, keys.partitions - start), threads: threads) { index in
        keys.fingerprints(of: start + index).map {
          PartitionPostings($0, included, maximumFrequency: maximumFrequency)
        }
      }
      for part in parts {
        guard let part else { return nil }
        cutFingerprints += part.cutFingerprints
        cutPostings += part.cutPostings
        postingCount += part.runs.rows.count
        runs.append(room.keep(part.runs))
      }
    }
    columns.removeAll()
  }

  /// The ranges of rows at most: all postings are read for each, so that with next to no memory a run
  /// would not end.
  private static let mostRanges = 64
  /// The rows whose pairs are found together.
  private static let block = 256
  /// The blocks of which the pairs are held at a time.
  private static let blocksAtOnce = 256

  /// Calls `body` with the pairs that share fingerprints that weigh at least `minimumShared`, or an
  /// eighth of all that one of them has, ordered by their rows, some at a time: a text of a few
  /// sentences has few to share.
  ///
  /// By the first rule *p* postings propose at most `fullFrequency` · *p* / (2 · `minimumShared`)
  /// pairs: the weights of one fingerprint over all its pairs sum up to at most
  /// `fullFrequency` · *f* / 2.
  ///
  /// - Returns: whether that was possible; a storage may have lost something.
  /// - Complexity: O(Σ *f*²) additions for the frequencies *f* of the fingerprints kept, and O(*p*) for
  ///   each range of documents.
  func forEachPairs(minimumShared: Int, _ body: ([Pair]) -> Void) -> Bool {
    for range in ranges {
      var postings = PostingRange(range)
      for kept in runs {
        guard let runs = kept.value else { return false }
        postings.append(runs)
      }
      postings.groupByRow()
      forEachPairs(postings, minimumShared: minimumShared, body)
    }
    return true
  }

  /// Ranges of rows with about as many fingerprints each, so many that one leads on average to as many
  /// postings as there is memory for. The first lead to more: postings lead to later rows.
  private var ranges: [Range<Int>] {
    guard postingCount > 0 else { return [] }
    let needed = postingCount * PostingRange.bytesPerPosting
    let count = min(Self.mostRanges, 1 + needed / max(1, memory / 2))
    let all = sizes.reduce(0) { $0 + Int($1) }
    var ranges: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (row, size) in sizes.enumerated() {
      sum += Int(size)
      if sum * count >= all * (ranges.count + 1), row + 1 < sizes.count {
        ranges.append(start..<row + 1)
        start = row + 1
      }
    }
    return ranges + [start..<sizes.count]
  }

  private func forEachPairs(
    _ postings: PostingRange, minimumShared: Int, _ body: ([Pair]) -> Void
  ) {
    let rows = postings.range
    let size = Self.block * Self.blocksAtOnce
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: size) {
      let some = start..<min(start + size, rows.upperBound)
      let blocks = (some.count + Self.block - 1) / Self.block
      let found = parallelMap(
        blocks, threads: threads, scratch: SharedCounter(rows: sizes.count)
      ) { counter, block in
        var pairs: [Pair] = []
        let first = some.lowerBound + block * Self.block
        for row in first..<min(some.upperBound, first + Self.block) {
          append(to: &pairs, pairsOf: row, postings, minimumShared: minimumShared, &counter)
        }
        return pairs
      }
      for part in found { body(part) }
    }
  }

  /// Appends the pairs of a row with later ones.
  private func append(
    to pairs: inout [Pair], pairsOf row: Int, _ postings: PostingRange, minimumShared: Int,
    _ counter: inout SharedCounter
  ) {
    postings.forEachLater(than: row) { counter.count($0, weight: $1) }
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
private struct PartitionPostings: Sendable {
  var runs = PostingRuns()
  var cutFingerprints = 0
  var cutPostings = 0

  init(_ keys: PartitionedFingerprints, _ included: [Bool], maximumFrequency: Int) {
    var repeated = RepeatedKeys(capacity: keys.count)
    keys.forEach(of: included) { key, _ in repeated.insert(key) }
    var postings: [Posting] = []
    keys.forEach(of: included) { key, row in
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
      runs.append(run)
    }
  }
}

/// Counts and weighs what rows share, and forgets it as it is taken.
private struct SharedCounter: Sendable {
  /// The weight of a rare fingerprint.
  static let unit = UInt64(PostingRange.unit)

  /// Of each row its weight in the upper half, its count in the lower one.
  private var sums: [UInt64]
  private var touched: [UInt32] = []

  init(rows: Int) { sums = [UInt64](repeating: 0, count: rows) }

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
