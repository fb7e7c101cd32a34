/// Groups documents from the same copy, by verified edges only.
///
/// Edges are taken strongest first. An edge joins two clusters unless it makes a chain through a
/// document that mixes two stories: see ``mayJoin``.
struct Clusterer: Sendable {
  /// A verified edge: two documents of the same copy, and where in each the other's text stands.
  struct Edge: Sendable {
    var a: Int
    var b: Int
    var confidence: Double
    /// The share of each document that stands in the other.
    var coverageA: Double
    var coverageB: Double
    /// The passages, as tokens of each document.
    var passagesA: [TokenRange]
    var passagesB: [TokenRange]
  }

  /// The share of a document from which another is plainly its source.
  static let sourceCoverage = 0.45

  private var parents: [Int]
  /// For each document, its edges among those taken.
  private var taken: [Int: [Edge]] = [:]

  /// Clusters `count` documents.
  ///
  /// - Complexity: O(*e* log *e* + *e* · *d*) for *e* edges where a document has *d*.
  init(count: Int, edges: [Edge]) {
    parents = Array(0..<count)
    let order = edges.sorted {
      ($1.confidence, $0.a, $0.b) < ($0.confidence, $1.a, $1.b)
    }
    for edge in order {
      let (first, second) = (root(edge.a), root(edge.b))
      if first != second {
        guard mayJoin(edge) else { continue }
        parents[max(first, second)] = min(first, second)
      }
      taken[edge.a, default: []].append(edge)
      taken[edge.b, default: []].append(edge)
    }
  }

  /// The clusters of two documents or more, each ascending, ordered by their first.
  mutating func clusters() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for document in taken.keys.sorted() { members[root(document), default: []].append(document) }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private mutating func root(_ document: Int) -> Int {
    var top = document
    while parents[top] != top { top = parents[top] }
    var next = document
    while parents[next] != top { (parents[next], next) = (top, parents[next]) }
    return top
  }

  /// The brake on chains. At either end of the edge that has neighbours already, the edge's
  /// passages must meet some neighbour's in the same words, or the document must be plainly the
  /// source of both; else it mixes two stories and joins neither's cluster to the other's.
  private func mayJoin(_ edge: Edge) -> Bool {
    meets(edge, at: edge.a) && meets(edge, at: edge.b)
  }

  private func meets(_ edge: Edge, at document: Int) -> Bool {
    guard let neighbours = taken[document] else { return true }
    let passages = edge.passages(in: document)
    return neighbours.contains { neighbour in
      let isSource =
        edge.coverage(ofOther: document) >= Self.sourceCoverage
        && neighbour.coverage(ofOther: document) >= Self.sourceCoverage
      return isSource || overlap(passages, neighbour.passages(in: document))
    }
  }

  private func overlap(_ first: [TokenRange], _ second: [TokenRange]) -> Bool {
    first.contains { range in second.contains { range.overlaps($0) } }
  }
}

extension Clusterer.Edge {
  /// The passages in one of the edge's documents.
  fileprivate func passages(in document: Int) -> [TokenRange] {
    document == a ? passagesA : passagesB
  }

  /// The share of the other document that stands in `document`.
  fileprivate func coverage(ofOther document: Int) -> Double {
    document == a ? coverageB : coverageA
  }
}
