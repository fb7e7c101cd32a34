/// How well clusters agree with those of a gold standard, over the documents that it speaks of.
struct ClusterAgreement: Sendable {
  let bCubed: BCubed
  let adjustedRandIndex: Double

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
    bCubed = BCubed(clusters: found, gold: held, count: documents.count)
    adjustedRandIndex = AdjustedRandIndex.value(
      Self.partition(found, documents.count), Self.partition(held, documents.count))
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
