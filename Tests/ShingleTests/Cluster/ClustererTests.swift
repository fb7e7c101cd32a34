import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Clusters are joined by verified edges` {
  private func edge(
    _ a: Int, _ b: Int, confidence: Double = 0.9, isTemplate: Bool = false,
    words: (Int, Int) = (300, 300), coverage: (Double, Double) = (0.2, 0.2),
    at passages: (Range<Int>, Range<Int>) = (0..<50, 0..<50)
  ) -> Clusterer.Edge {
    Clusterer.Edge(
      a: a, b: b, confidence: confidence, isTemplate: isTemplate, wordsA: words.0,
      wordsB: words.1, coverageA: coverage.0, coverageB: coverage.1,
      passagesA: [TokenRange(passages.0.lowerBound, passages.0.upperBound)],
      passagesB: [TokenRange(passages.1.lowerBound, passages.1.upperBound)])
  }

  /// The clusters of texts that are all about one thing, but for those in `apart`.
  private func clusters(
    _ edges: [Clusterer.Edge], apart: Set<Int> = [],
    threshold: Double = RelationModel.defaultThreshold
  ) -> [[Int]] {
    let subjects = Subjects { text in
      Subject(words: (0..<20).map { UInt64(apart.contains(text) ? 100 * text + $0 : $0) })
    }
    return Clusterer(edges, subjects, threshold: threshold).clusters()
  }

  @Test func `a document that mixes two stories does not join them`() {
    let edges = [
      edge(0, 1, confidence: 0.95, at: (0..<50, 0..<50)),
      edge(1, 2, confidence: 0.90, at: (100..<150, 0..<50)),
    ]
    #expect(clusters(edges) == [[0, 1]])
  }

  @Test func `a document that is plainly the source of both joins them`() {
    let edges = [
      edge(0, 1, coverage: (0.8, 0.3), at: (0..<50, 0..<50)),
      edge(1, 2, coverage: (0.3, 0.7), at: (100..<150, 0..<50)),
    ]
    #expect(clusters(edges) == [[0, 1, 2]])
    #expect(clusters(edges, apart: [0, 2]).map(\.count) == [2])
  }

  @Test func `two digests of the same two stories leave them apart`() {
    let (digests, first, second) = ([0, 1], 2, 3)
    var edges = [
      edge(0, 1, confidence: 1, words: (600, 600), coverage: (1, 1), at: (0..<600, 0..<600))
    ]
    for digest in digests {
      edges.append(
        edge(digest, first, words: (600, 300), coverage: (0.5, 1), at: (0..<300, 0..<300)))
      edges.append(
        edge(digest, second, words: (600, 300), coverage: (0.5, 1), at: (300..<600, 0..<300)))
    }
    #expect(clusters(edges).map(\.count) == [4])
    #expect(clusters(edges, apart: [first, second]).map(\.count) == [3])
  }

  @Test func `documents that took the same words of a third are joined`() {
    let edges = [
      edge(0, 1, at: (0..<50, 20..<70)), edge(1, 2, at: (60..<90, 0..<30)),
    ]
    #expect(clusters(edges) == [[0, 1, 2]])
  }

  @Test func `rewrites that share nothing are joined by the longer text that both come from`() {
    let edges = [
      edge(0, 1, confidence: 0.6, words: (200, 400)), edge(1, 2, confidence: 0.6, words: (400, 90)),
    ]
    #expect(clusters(edges) == [[0, 1, 2]])
    let shorter = [
      edge(0, 1, confidence: 0.6, words: (200, 80)), edge(1, 2, confidence: 0.6, words: (80, 90)),
    ]
    #expect(clusters(shorter).map(\.count) == [2])
  }

  @Test func `forms with other facts are not joined by a text that is likely a copy of both`() {
    let edges = [
      edge(0, 1, confidence: 0.9, coverage: (0.9, 0.9)),
      edge(1, 2, confidence: 0.9, coverage: (0.9, 0.9)),
      edge(0, 2, confidence: 0.02, isTemplate: true, coverage: (0.9, 0.9)),
    ]
    #expect(clusters(edges).map(\.count) == [2])
  }

  @Test(arguments: 0..<20)
  func `texts that are all likely copies of one another are one cluster`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let documents = Array(0..<30).shuffled(using: &generator)
    var expected: [[Int]] = []
    var edges: [Clusterer.Edge] = []
    var start = 0
    while start < documents.count {
      let size = min(Int.random(in: 1...8, using: &generator), documents.count - start)
      let family = documents[start..<(start + size)].sorted()
      for (index, a) in family.enumerated() {
        for b in family[(index + 1)...] {
          edges.append(edge(a, b, confidence: .random(in: 0.5...1, using: &generator)))
        }
      }
      if size > 1 { expected.append(family) }
      start += size
    }
    edges.shuffle(using: &generator)
    #expect(clusters(edges) == expected.sorted { $0[0] < $1[0] })
  }

  @Test(arguments: 0..<40)
  func `neither the order of edges nor the documents' numbers change the clusters`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let edges = randomPairs(25, edges: 40, &generator).map { a, b in
      let places = (0..<2).map { _ in Int.random(in: 0..<200, using: &generator) }
      return edge(
        a, b, confidence: .random(in: 0.5...1, using: &generator),
        coverage: (
          .random(in: 0...1, using: &generator), .random(in: 0...1, using: &generator)
        ),
        at: (places[0]..<(places[0] + 40), places[1]..<(places[1] + 40)))
    }
    let expected = clusters(edges)
    #expect(clusters(edges.shuffled(using: &generator)) == expected)
    let number = Array(0..<25).shuffled(using: &generator)
    let renumbered = edges.map { edge in
      var other = edge
      (other.a, other.b) = (number[edge.a], number[edge.b])
      return other
    }
    let mapped = expected.map { $0.map { number[$0] }.sorted() }.sorted { $0[0] < $1[0] }
    #expect(clusters(renumbered) == mapped)
  }

  @Test(arguments: 0..<200)
  func `slight edges between texts that no likely ones join change nothing`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let threshold = [0.1, 0.35, 0.7][Int(seed % 3)]
    let edges = randomPairs(40, edges: 120, &generator).map { a, b in
      let isLikely = UInt64.random(in: 0..<4, using: &generator) == 0
      let isTemplate = UInt64.random(in: 0..<8, using: &generator) == 0
      return edge(
        a, b, confidence: .random(in: isLikely ? 0.2...1 : 0.02...0.2, using: &generator),
        isTemplate: isTemplate,
        words: (.random(in: 50...500, using: &generator), .random(in: 50...500, using: &generator)),
        coverage: (.random(in: 0...1, using: &generator), .random(in: 0...1, using: &generator)))
    }
    var likely = Components(count: 40)
    for edge in edges where edge.confidence >= min(threshold, Clusterer.leastPart) {
      likely.join(edge.a, edge.b)
    }
    let apart = Set((0..<40).filter { _ in Bool.random(using: &generator) })
    let joined = edges.filter { likely.root($0.a) == likely.root($0.b) }
    #expect(
      clusters(joined, apart: apart, threshold: threshold)
        == clusters(edges, apart: apart, threshold: threshold))
  }

  @Test func `documents without edges are in no cluster`() {
    #expect(clusters([]).isEmpty)
    #expect(clusters([edge(1, 3)]) == [[1, 3]])
  }

  @Test func `a hub of thousands is one cluster`() {
    let edges = (1..<3_000).map { edge(0, $0, coverage: (0.9, 0.9)) }
    #expect(clusters(edges).map(\.count) == [3_000])
  }

  private func randomPairs(
    _ count: Int, edges: Int, _ generator: inout SeededGenerator
  ) -> [(Int, Int)] {
    var all: [(Int, Int)] = []
    for a in 0..<count { for b in (a + 1)..<count { all.append((a, b)) } }
    return Array(all.shuffled(using: &generator).prefix(edges))
  }
}
