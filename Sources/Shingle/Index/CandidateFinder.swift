/// Proposes the pairs of texts worth comparing: those that collide in a band of their signatures
/// or share fingerprints that weigh as much as two rare ones, or an eighth of a short text's.
struct CandidateFinder: Sendable {
  let configuration: Configuration

  /// The bands that the configuration asks for.
  var scheme: BandScheme {
    BandScheme(
      signatureSize: configuration.signatureSize, similarity: configuration.similarity,
      recall: configuration.recall)
  }

  /// Returns the candidates among distinct texts, ordered by their documents, and counts them. The
  /// keys are taken out of `columns`, so that their memory serves what they lead to: `memory` bytes, and
  /// `spill` for the rest.
  ///
  /// - Returns: nil where a storage has lost something.
  func candidates(
    _ columns: inout KeyColumns, _ digests: [TextDigest], _ identical: IdenticalTexts,
    memory: Int = .max, spill: (any SpillStorage)? = nil, _ statistics: inout RunStatistics
  ) -> [Candidate]? {
    let isText = digests.indices.map {
      Int(identical.representatives[$0]) == $0
        && digests[$0].tokenCount >= configuration.shingleLength
    }
    guard let banded = bands(columns, isText, &statistics) else { return nil }
    statistics.fingerprints = zip(columns.fingerprintCounts, isText).reduce(0) {
      $0 + ($1.1 ? Int($1.0) : 0)
    }
    let index = FingerprintIndex(
      &columns, included: isText, maximumFrequency: configuration.maximumDocumentFrequency,
      threads: configuration.threads, memory: memory, spill: spill)
    guard let index else { return nil }
    statistics.cutFingerprints = index.cutFingerprints
    statistics.cutPostings = index.cutPostings
    var merged = MergedCandidates(banded)
    let isWhole = index.forEachPairs(minimumShared: configuration.minimumSharedFingerprints) {
      for pair in $0 { merged.add(pair) }
    }
    guard isWhole else { return nil }
    return count(merged.all(), &statistics)
  }

  private func count(
    _ candidates: [Candidate], _ statistics: inout RunStatistics
  ) -> [Candidate] {
    statistics.bandCandidates = candidates.count { $0.sharesBand }
    statistics.fingerprintCandidates = candidates.count { $0.fingerprints > 0 }
    statistics.candidates = candidates.count
    return candidates
  }

  private func bands(
    _ columns: KeyColumns, _ isText: [Bool], _ statistics: inout RunStatistics
  ) -> CandidatePairs? {
    let scheme = scheme
    let index = BandIndex(bands: scheme.bands, threads: configuration.threads) {
      columns.postings(ofBand: $0, of: isText)
    }
    guard let index else { return nil }
    statistics.bands = scheme.bands
    statistics.rowsPerBand = scheme.rows
    statistics.expectedRecall = scheme.probability(configuration.similarity)
    statistics.largestBuckets = index.largestBuckets
    statistics.thinnedBuckets = index.thinnedBuckets
    return index.pairs
  }
}

/// Candidates put together from two ascending lists of pairs, of which the second comes in parts.
private struct MergedCandidates {
  private var banded: [Candidate] = []
  private var next = 0
  private var merged: [Candidate] = []

  init(_ pairs: consuming CandidatePairs) {
    pairs.forEach { a, b, _ in
      banded.append(Candidate(a: a, b: b, sharesBand: true, fingerprints: 0))
    }
  }

  /// Adds a pair that shares fingerprints, after those that come before it.
  mutating func add(_ pair: FingerprintIndex.Pair) {
    while next < banded.count,
      (banded[next].a, banded[next].b) < (pair.first, pair.second)
    {
      merged.append(banded[next])
      next += 1
    }
    let sharesBand =
      next < banded.count && banded[next].a == pair.first && banded[next].b == pair.second
    if sharesBand { next += 1 }
    merged.append(
      Candidate(
        a: pair.first, b: pair.second, sharesBand: sharesBand, fingerprints: pair.shared))
  }

  /// The candidates, after the last pair that shares fingerprints.
  mutating func all() -> [Candidate] {
    merged += banded[next...]
    return merged
  }
}
