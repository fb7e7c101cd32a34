/// How well clusters agree with gold clusters, seen from each document, where either may overlap.
///
/// B-cubed (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space
/// Model", 1998) in the extension of Amigó, Gonzalo, Artiles and Verdejo ("A comparison of extrinsic
/// clustering evaluation metrics based on formal constraints", Information Retrieval 12, 2009). For
/// documents *e* and *f* that share *c* clusters and *g* gold clusters, the precision of the two is
/// min(*c*, *g*)/*c* and their recall min(*c*, *g*)/*g*. The figure is the mean over *e* of the mean
/// over all *f*, *e* itself among them, of which it is defined. A document in no cluster is one by
/// itself. Without overlaps this is the B-cubed of 1998.
///
/// Where labels leave it open whether two belong in one cluster, the two count for nothing: they
/// are left out of the mean over *f*.
public struct BCubed: Sendable, Equatable {
  /// The mean share of a document's cluster that belongs there, in 0...1.
  public let precision: Double
  /// The mean share of a document's gold cluster that its cluster has, in 0...1.
  public let recall: Double
  /// The harmonic mean of the two.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// Compares clusters of numbers below `count`, of which there is at least one; `isKnown` says of
  /// two different ones whether the gold clusters speak of the two.
  ///
  /// - Complexity: O(Σ *m*²) for clusters and gold clusters of *m* documents.
  init(
    clusters: [[Int]], gold: [[Int]], count: Int, isKnown: (DocumentPair) -> Bool = { _ in true }
  ) {
    precondition(count > 0, "B-cubed of \(count) documents")
    let found = Memberships(clusters, count: count)
    let held = Memberships(gold, count: count)
    var (precision, recall) = (0.0, 0.0)
    for document in 0..<count {
      precision += found.agreement(of: document, with: held, isKnown)
      recall += held.agreement(of: document, with: found, isKnown)
    }
    self.precision = precision / Double(count)
    self.recall = recall / Double(count)
  }
}

/// The clusters that each document is in.
private struct Memberships {
  private var clusters: [[Int]]
  private var clustersOf: [[Int]]

  /// Gives a document that is in no cluster one of its own.
  init(_ given: [[Int]], count: Int) {
    clusters = given
    clustersOf = Array(repeating: [], count: count)
    for (number, cluster) in given.enumerated() {
      for document in cluster { clustersOf[document].append(number) }
    }
    for document in 0..<count where clustersOf[document].isEmpty {
      clustersOf[document] = [clusters.count]
      clusters.append([document])
    }
  }

  /// How many clusters each document shares with one, itself among them.
  private func shared(with document: Int) -> [Int: Int] {
    var shared: [Int: Int] = [:]
    for cluster in clustersOf[document] {
      for other in clusters[cluster] { shared[other, default: 0] += 1 }
    }
    return shared
  }

  /// The mean over all that share a cluster with a document, so far as they are known, of how far
  /// the others agree.
  func agreement(
    of document: Int, with others: Memberships, _ isKnown: (DocumentPair) -> Bool
  ) -> Double {
    let mine = shared(with: document).filter { other, _ in
      other == document || isKnown(DocumentPair(document, other))
    }
    let theirs = others.shared(with: document)
    // Summed in order, so that the last bit is the same in every run.
    let sum = mine.sorted { $0.key < $1.key }.reduce(0.0) { sum, entry in
      sum + Double(min(entry.value, theirs[entry.key] ?? 0)) / Double(entry.value)
    }
    return sum / Double(mine.count)
  }
}
