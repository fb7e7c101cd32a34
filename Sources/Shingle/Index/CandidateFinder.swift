/// Proposes the pairs of texts worth comparing: those that collide in a band of their signatures
/// or share two fingerprints, or an eighth of a short text's.
struct CandidateFinder: Sendable {
  let configuration: Configuration

  /// The bands that the configuration asks for.
  var scheme: BandScheme {
    BandScheme(
      signatureSize: configuration.signatureSize, similarity: configuration.similarity,
      recall: configuration.recall)
  }

  /// Returns the candidates among distinct texts, ordered by their documents, and counts them.
  func candidates(
    _ sketches: [DocumentSketch], _ identical: IdenticalTexts, _ statistics: inout RunStatistics
  ) -> [Candidate] {
    let texts = sketches.indices.filter {
      Int(identical.representatives[$0]) == $0
        && sketches[$0].digest.tokenCount >= configuration.shingleLength
    }
    var banded = bands(texts, sketches, &statistics)
    let shared = fingerprints(texts, sketches, &statistics)
    let candidates = merge(&banded, shared, texts)
    statistics.bandCandidates = candidates.count { $0.sharesBand }
    statistics.fingerprintCandidates = candidates.count { $0.fingerprints > 0 }
    statistics.candidates = candidates.count
    return candidates
  }

  private func bands(
    _ texts: [Int], _ sketches: [DocumentSketch], _ statistics: inout RunStatistics
  ) -> CandidatePairs {
    let scheme = scheme
    var keys = [UInt64](repeating: 0, count: scheme.bands * texts.count)
    for (row, text) in texts.enumerated() {
      let signature = sketches[text].signature
      for band in 0..<scheme.bands {
        keys[band &* texts.count &+ row] = scheme.key(of: band, signature)
      }
    }
    let index = BandIndex(
      keys: keys, bands: scheme.bands, documents: texts.map { UInt32($0) })
    statistics.bands = scheme.bands
    statistics.rowsPerBand = scheme.rows
    statistics.expectedRecall = scheme.probability(configuration.similarity)
    statistics.largestBuckets = index.largestBuckets
    statistics.thinnedBuckets = index.thinnedBuckets
    return index.pairs
  }

  private func fingerprints(
    _ texts: [Int], _ sketches: [DocumentSketch], _ statistics: inout RunStatistics
  ) -> [FingerprintIndex.Pair] {
    var all: [UInt64] = []
    all.reserveCapacity(texts.reduce(0) { $0 + sketches[$1].fingerprints.count })
    var offsets = [0]
    for text in texts {
      all += sketches[text].fingerprints
      offsets.append(all.count)
    }
    let index = FingerprintIndex(
      fingerprints: all, offsets: offsets,
      maximumFrequency: configuration.maximumDocumentFrequency)
    statistics.fingerprints = all.count
    statistics.cutFingerprints = index.cutFingerprints
    statistics.cutPostings = index.cutPostings
    return index.pairs(minimumShared: configuration.minimumSharedFingerprints)
  }

  /// Merges two ascending lists of pairs; those of fingerprints are of rows of `texts`.
  private func merge(
    _ banded: inout CandidatePairs, _ shared: [FingerprintIndex.Pair], _ texts: [Int]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(shared.count)
    var next = 0
    func appendShared(_ pair: FingerprintIndex.Pair) {
      candidates.append(
        Candidate(
          a: UInt32(texts[Int(pair.first)]), b: UInt32(texts[Int(pair.second)]),
          sharesBand: false, fingerprints: pair.shared))
      next += 1
    }
    banded.forEach { a, b, _ in
      while next < shared.count,
        (texts[Int(shared[next].first)], texts[Int(shared[next].second)]) <= (Int(a), Int(b))
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
