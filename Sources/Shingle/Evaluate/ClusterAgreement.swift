/// How well clusters agree with those of a gold standard, over the documents that it speaks of.
///
/// A pair of which it is not known whether the two belong in one cluster counts for nothing.
struct ClusterAgreement: Sendable {
  let bCubed: BCubed
  /// Nothing where no pair is known.
  let adjustedRandIndex: Double?

  /// Compares clusters of a batch; nothing where the gold standard speaks of no document.
  init?(_ clusters: [[Int]], _ judge: GoldJudge) {
    let documents = judge.documents
    guard !documents.isEmpty else { return nil }
    var places: [Int: Int] = [:]
    for (place, document) in documents.enumerated() { places[document] = place }
    let within: ([[Int]]) -> [[Int]] = { clusters in
      clusters.map { $0.compactMap { places[$0] } }.filter { !$0.isEmpty }
    }
    let (found, held) = (within(clusters), within(judge.clusters))
    let known = KnownPairs(judge)
    bCubed = BCubed(clusters: found, gold: held, count: documents.count) { pair in
      known.contains(DocumentPair(documents[pair.a], documents[pair.b]))
    }
    let counts = Self.counts(
      Self.partition(found, documents.count), Self.partition(held, documents.count), places, known)
    adjustedRandIndex = counts.all > 0 ? AdjustedRandIndex.value(counts) : nil
  }

  /// Counts the known pairs of two partitions; `places` are those of the documents in them.
  private static func counts(
    _ found: [Int], _ held: [Int], _ places: [Int: Int], _ known: KnownPairs
  ) -> AdjustedRandIndex.Counts {
    let exceptions = known.exceptions
    var counts = exceptions == nil ? AdjustedRandIndex.Counts() : .init(found, held)
    for pair in exceptions ?? known.all {
      guard let a = places[pair.a], let b = places[pair.b] else { continue }
      counts.add(found[a] == found[b], held[a] == held[b], times: exceptions == nil ? 1 : -1)
    }
    return counts
  }

  /// The part that each number is in, where clusters that overlap are one.
  private static func partition(_ clusters: [[Int]], _ count: Int) -> [Int] {
    var components = Components(count: count)
    for cluster in clusters {
      for member in cluster.dropFirst() { components.join(cluster[0], member) }
    }
    return (0..<count).map { components.root($0) }
  }
}

extension GoldJudge {
  /// The documents that are in more than one family.
  var overlapping: Int {
    var counts: [Int: Int] = [:]
    for family in families { for document in family { counts[document, default: 0] += 1 } }
    return counts.values.count { $0 > 1 }
  }
}
