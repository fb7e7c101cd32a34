/// Proposes the pairs of texts worth comparing: those that collide in a band of their signatures
/// or share a fingerprint.
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
    var shared = fingerprints(texts, sketches, &statistics)
    let candidates = merge(&banded, &shared)
    statistics.bandCandidates = candidates.count { $0.sharesBand }
    statistics.fingerprintCandidates = candidates.count { $0.fingerprints > 0 }
    statistics.candidates = candidates.count
    return candidates
  }

  private func bands(
    _ texts: [Int], _ sketches: [DocumentSketch], _ statistics: inout RunStatistics
  ) -> CandidatePairs {
    let scheme = scheme
    let keys = parallelMap(texts.count, threads: configuration.threads) {
      scheme.keys(sketches[texts[$0]].signature)
    }
    let index = BandIndex(
      keys: Array(keys.joined()), bands: scheme.bands, documents: texts.map { UInt32($0) })
    statistics.bands = scheme.bands
    statistics.rowsPerBand = scheme.rows
    statistics.expectedRecall = scheme.probability(configuration.similarity)
    statistics.largestBuckets = index.largestBuckets
    return index.pairs
  }

  private func fingerprints(
    _ texts: [Int], _ sketches: [DocumentSketch], _ statistics: inout RunStatistics
  ) -> CandidatePairs {
    var all: [UInt64] = []
    var offsets = [0]
    for text in texts {
      all += sketches[text].fingerprints
      offsets.append(all.count)
    }
    let index = FingerprintIndex(
      fingerprints: all, offsets: offsets, documents: texts.map { UInt32($0) },
      maximumFrequency: configuration.maximumDocumentFrequency)
    statistics.fingerprints = all.count
    statistics.cutFingerprints = index.cutFingerprints
    statistics.cutPostings = index.cutPostings
    return index.pairs
  }

  /// Merges two ascending lists of pairs.
  private func merge(
    _ banded: inout CandidatePairs, _ shared: inout CandidatePairs
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    banded.forEach { a, b, _ in
      candidates.append(Candidate(a: a, b: b, sharesBand: true, fingerprints: 0))
    }
    let bandedCount = candidates.count
    var next = 0
    shared.forEach { a, b, count in
      while next < bandedCount, (candidates[next].a, candidates[next].b) < (a, b) { next += 1 }
      if next < bandedCount, candidates[next].a == a, candidates[next].b == b {
        candidates[next].fingerprints = count
      } else {
        candidates.append(Candidate(a: a, b: b, sharesBand: false, fingerprints: count))
      }
    }
    candidates.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return candidates
  }
}
