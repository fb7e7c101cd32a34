/// Proposes the pairs of documents whose signatures collide in a band.
///
/// Band by band the keys are sorted, and documents with equal keys form a bucket. A bucket of up
/// to ``fullBucket`` proposes all its pairs. A larger one proposes each document with the bucket's
/// first and with its neighbours only, so it costs O(*n*): near-copies of one text still hang
/// together, and what else they share their fingerprints tell. That is done for a document in the first
/// ``thinnedBucketsOfOne`` of its larger buckets: texts with a footer in common meet in many bands, and
/// in each with other neighbours.
struct BandIndex: Sendable {
  /// The largest bucket of which every pair is proposed.
  static let fullBucket = 64
  /// How many following documents each document of a larger bucket is paired with.
  static let neighbours = 4
  /// The larger buckets in which a document is paired. With one, those of two bands would not hang
  /// together.
  static let thinnedBucketsOfOne = 2

  /// The pairs proposed.
  private(set) var pairs = CandidatePairs()
  /// The buckets larger than ``fullBucket``.
  private(set) var thinnedBuckets = 0
  /// The sizes of the largest buckets, largest first, at most ten.
  private(set) var largestBuckets: [Int] = []
  /// The larger buckets of each document so far, up to ``thinnedBucketsOfOne``.
  private var thinnedBucketsOf: [UInt8] = []

  /// Indexes the band keys of documents: `postings` gives those in a band, ordered by document, or nil
  /// where they are lost.
  ///
  /// - Returns: nil where some are lost.
  /// - Complexity: O(*n* · *b*) for *n* documents and *b* bands, and the pairs.
  init?(bands: Int, threads: Int = 1, postings: @Sendable (Int) -> [Posting]?) {
    for start in stride(from: 0, to: bands, by: threads) {
      let found = parallelMap(min(threads, bands - start), threads: threads) { index in
        postings(start + index).map { Buckets($0) }
      }
      for buckets in found {
        guard let buckets else { return nil }
        buckets.forEach { addBucket($0) }
      }
    }
  }

  private mutating func addBucket(_ bucket: ArraySlice<UInt32>) {
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
    let bucket = bucket.filter { isTaken(inThinnedBucket: Int($0)) }
    for index in bucket.indices.dropFirst() {
      pairs.add(bucket[0], bucket[index])
      for previous in max(1, index - Self.neighbours)..<index {
        pairs.add(bucket[previous], bucket[index])
      }
    }
  }

  private mutating func isTaken(inThinnedBucket document: Int) -> Bool {
    while thinnedBucketsOf.count <= document { thinnedBucketsOf.append(0) }
    guard thinnedBucketsOf[document] < Self.thinnedBucketsOfOne else { return false }
    thinnedBucketsOf[document] += 1
    return true
  }
}

/// The documents that have one key, for each key that more than one has.
private struct Buckets: Sendable {
  private var documents: [UInt32] = []
  private var ends: [Int] = []

  init(_ all: [Posting]) {
    var repeated = RepeatedKeys(capacity: all.count)
    for posting in all { repeated.insert(posting.key) }
    var postings = all.filter { repeated.contains($0.key) }
    postings.sortByKey()
    postings.forEachRun { run in
      guard run.count > 1 else { return }
      for posting in postings[run] { documents.append(posting.document) }
      ends.append(documents.count)
    }
  }

  func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
    var start = 0
    for end in ends {
      body(documents[start..<end])
      start = end
    }
  }
}
