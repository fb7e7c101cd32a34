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
  /// keys are taken out of `columns`, so that their memory serves what they lead to.
  func candidates(
    _ columns: inout KeyColumns, _ digests: [TextDigest], _ identical: IdenticalTexts,
    _ statistics: inout RunStatistics
  ) -> [Candidate] {
    let isText = digests.indices.map {
      Int(identical.representatives[$0]) == $0
        && digests[$0].tokenCount >= configuration.shingleLength
    }
    var banded = bands(columns, isText, &statistics)
    let shared = fingerprints(&columns, isText, &statistics)
    let candidates = merge(&banded, shared)
    statistics.bandCandidates = candidates.count { $0.sharesBand }
    statistics.fingerprintCandidates = candidates.count { $0.fingerprints > 0 }
    statistics.candidates = candidates.count
    return candidates
  }

  private func bands(
    _ columns: KeyColumns, _ isText: [Bool], _ statistics: inout RunStatistics
  ) -> CandidatePairs {
    let scheme = scheme
    let texts = isText.indices.filter { isText[$0] }.map { UInt32($0) }
    let index = BandIndex(
      bands: scheme.bands, documents: texts, threads: configuration.threads
    ) { columns.key(of: Int($0), band: $1) }
    statistics.bands = scheme.bands
    statistics.rowsPerBand = scheme.rows
    statistics.expectedRecall = scheme.probability(configuration.similarity)
    statistics.largestBuckets = index.largestBuckets
    statistics.thinnedBuckets = index.thinnedBuckets
    return index.pairs
  }

  private func fingerprints(
    _ columns: inout KeyColumns, _ isText: [Bool], _ statistics: inout RunStatistics
  ) -> [FingerprintIndex.Pair] {
    statistics.fingerprints = zip(columns.fingerprintCounts, isText).reduce(0) {
      $0 + ($1.1 ? Int($1.0) : 0)
    }
    let index = FingerprintIndex(
      &columns, included: isText, maximumFrequency: configuration.maximumDocumentFrequency,
      threads: configuration.threads)
    statistics.cutFingerprints = index.cutFingerprints
    statistics.cutPostings = index.cutPostings
    return index.pairs(minimumShared: configuration.minimumSharedFingerprints)
  }

  /// Merges two ascending lists of pairs.
  private func merge(
    _ banded: inout CandidatePairs, _ shared: [FingerprintIndex.Pair]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(shared.count)
    var next = 0
    func appendShared(_ pair: FingerprintIndex.Pair) {
      candidates.append(
        Candidate(
          a: pair.first, b: pair.second, sharesBand: false, fingerprints: pair.shared))
      next += 1
    }
    banded.forEach { a, b, _ in
      while next < shared.count,
        (shared[next].first, shared[next].second) <= (a, b)
      {
        appendShared(shared[next])
      }
      if let last = candidates.last, last.a == a, last.b == b {
        candidates[candidates.count - 1].sharesBand = true
      } else {
        candidates.append(Candidate(a: a, b: b, sharesBand: true, fingerprints: 0))
      }
    }
    while next < shared.count { appendShared(shared[next]) }
    return candidates
  }
}
