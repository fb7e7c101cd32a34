/// Proposes the pairs of documents whose signatures collide in a band.
///
/// Band by band the keys are sorted, and documents with equal keys form a bucket. A bucket of up
/// to ``fullBucket`` proposes all its pairs. A larger one proposes each document with the bucket's
/// first and with its neighbours only, so it costs O(*n*): near-copies of one text still hang
/// together, and what else they share their fingerprints tell.
struct BandIndex: Sendable {
  /// The largest bucket of which every pair is proposed.
  static let fullBucket = 64
  /// How many following documents each document of a larger bucket is paired with.
  static let neighbours = 4

  /// The pairs proposed.
  private(set) var pairs = CandidatePairs()
  /// The buckets larger than ``fullBucket``.
  private(set) var thinnedBuckets = 0
  /// The sizes of the largest buckets, largest first, at most ten.
  private(set) var largestBuckets: [Int] = []

  /// Indexes the band keys of documents: `key` gives that of a document in a band.
  ///
  /// - Complexity: O(*n* · *b*) for *n* documents and *b* bands, and the pairs.
  init(
    bands: Int, documents: [UInt32], threads: Int = 1, key: @Sendable (UInt32, Int) -> UInt64
  ) {
    let buckets = parallelMap(
      bands, threads: threads, scratch: RepeatedKeys(capacity: documents.count)
    ) { repeated, band in
      Self.buckets(documents.map { Posting(key: key($0, band), document: $0) }, &repeated)
    }
    for bucket in buckets.joined() { addBucket(bucket) }
  }

  /// The documents that have one key, for each key that more than one has.
  private static func buckets(
    _ all: [Posting], _ repeated: inout RepeatedKeys
  ) -> [[UInt32]] {
    repeated.removeAll()
    for posting in all { repeated.insert(posting.key) }
    var postings = all.filter { repeated.contains($0.key) }
    postings.sortByKey()
    var buckets: [[UInt32]] = []
    postings.forEachRun { run in
      if run.count > 1 { buckets.append(postings[run].map(\.document)) }
    }
    return buckets
  }

  private mutating func addBucket(_ bucket: [UInt32]) {
    if largestBuckets.count < 10 || bucket.count > largestBuckets[largestBuckets.count - 1] {
      largestBuckets.append(bucket.count)
      largestBuckets.sort(by: >)
      if largestBuckets.count > 10 { largestBuckets.removeLast() }
    }
    guard bucket.count > Self.fullBucket else {
      pairs.addAll(bucket)
      return
    }
    thinnedBuckets += 1
    for index in 1..<bucket.count {
      pairs.add(bucket[0], bucket[index])
      for previous in max(1, index - Self.neighbours)..<index {
        pairs.add(bucket[previous], bucket[index])
      }
    }
  }
}
