import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Clusters against gold clusters` {
  private func near(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-12 }

  /// The example of Bagga and Baldwin, 1998: 12 mentions of three people.
  private let truth = [[0, 1, 2, 3, 4], [5, 6], [7, 8, 9, 10, 11]]

  @Test func `have the B-cubed figures of the paper's two examples`() {
    let first = BCubed(
      clusters: [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11]], gold: truth, count: 12)
    #expect(near(first.precision, 16.0 / 21))
    #expect(first.recall == 1)
    let second = BCubed(
      clusters: [[5, 6], [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]], gold: truth, count: 12)
    #expect(near(second.precision, 7.0 / 12))
    #expect(second.recall == 1)
    #expect(near(second.f1, 14.0 / 19))
  }

  @Test func `that overlap are counted by how often two share one`() {
    // Document 1 is in both families; the run puts all three in one cluster. Precision: 0 and 2
    // share nothing, so 2/3, 1, 2/3. Recall: 0 with 0 and 1 is found; 1 with itself shares two
    // families and one cluster, so (1/2 + 1 + 1)/3.
    let one = BCubed(clusters: [[0, 1, 2]], gold: [[0, 1], [1, 2]], count: 3)
    #expect(near(one.precision, (2.0 / 3 + 1 + 2.0 / 3) / 3))
    #expect(near(one.recall, (1 + 2.5 / 3 + 1) / 3))
    let same = BCubed(clusters: [[0, 1], [1, 2]], gold: [[1, 2], [0, 1]], count: 3)
    #expect(same.precision == 1 && same.recall == 1)
  }

  @Test(arguments: 0..<30)
  func `agree with B-cubed by its definition`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &generator)
    let (found, gold) = (
      randomClusters(count, &generator), randomClusters(count, &generator)
    )
    let value = BCubed(clusters: found, gold: gold, count: count)
    #expect(near(value.precision, meanAgreement(found, gold, count)))
    #expect(near(value.recall, meanAgreement(gold, found, count)))
  }

  /// What a run that finds `clusters` among documents `d0`, `d1` ... has by some labels.
  private func agreement(
    _ clusters: [[Int]], of count: Int, _ labels: [(Int, Int, GoldLabel)],
    families: [[Int]] = [], _ unlisted: GoldStandard.Unlisted = .ignore
  ) -> ClusterAgreement? {
    let gold = GoldStandard(
      pairs: labels.map { GoldPair(a: "d\($0)", b: "d\($1)", label: $2, group: "g") },
      families: families.map { $0.map { "d\($0)" } }, unlisted: unlisted)
    return ClusterAgreement(clusters, GoldJudge(gold, ids: (0..<count).map { "d\($0)" }))
  }

  @Test func `count for nothing where nobody looked`() throws {
    let labels = [(0, 1, GoldLabel.identical), (2, 3, .identical)]
    let whole = try #require(agreement([[0, 1, 2, 3]], of: 4, labels))
    #expect(whole.bCubed.precision == 1 && whole.bCubed.recall == 1)
    #expect(whole.adjustedRandIndex == 1)
    // The labels name one group, and so say of the other four pairs that they are apart.
    let group = try #require(agreement([[0, 1, 2, 3]], of: 4, labels, .group))
    #expect(group.bCubed.precision == 0.5 && group.bCubed.recall == 1)
    #expect(group.adjustedRandIndex == 0)
    let half = try #require(agreement([[0, 1]], of: 4, labels))
    #expect(half.bCubed.precision == 1 && half.bCubed.recall == 0.75)
  }

  @Test func `are known of pairs that labels connect, and of no ambiguous ones`() throws {
    let chain = [(0, 1, GoldLabel.reprint), (1, 2, .reprint), (2, 3, .none)]
    let two = try #require(agreement([[0, 1], [2, 3]], of: 4, chain))
    // Of 0 and 1 two thirds of the family are found, of 2 one third; 2 and 3 are wrongly one.
    #expect(near(two.bCubed.recall, (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4))
    #expect(near(two.bCubed.precision, (1 + 1 + 0.5 + 0.5) / 4))
    let doubtful = Array(chain.dropLast()) + [(0, 2, GoldLabel.ambiguous)]
    let ambiguous = try #require(agreement([[0, 1, 2]], of: 3, doubtful))
    #expect(ambiguous.bCubed.precision == 1 && ambiguous.bCubed.recall == 1)
    #expect(agreement([[0, 1]], of: 2, [(0, 1, .ambiguous)]) == nil)
    let all = try #require(agreement([[0, 1]], of: 2, [(0, 1, .ambiguous)], .none))
    #expect(all.bCubed.precision == 1 && all.adjustedRandIndex == nil)
  }

  @Test(arguments: 0..<20)
  func `have the textbook values where every pair is known`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let parts = (0..<2).map { _ in (0..<9).map { _ in Int.random(in: 0..<4, using: &generator) } }
    let clusters = parts.map { part in
      (0..<4).map { number in part.indices.filter { part[$0] == number } }.filter { $0.count > 1 }
    }
    var labels: [(Int, Int, GoldLabel)] = []
    for a in 0..<9 {
      for b in (a + 1)..<9 { labels.append((a, b, parts[1][a] == parts[1][b] ? .reprint : .none)) }
    }
    let value = BCubed(clusters: clusters[0], gold: clusters[1], count: 9)
    let index = AdjustedRandIndex.value(parts[0], parts[1])
    for unlisted in [GoldStandard.Unlisted.ignore, .group, .none] {
      let found = try #require(agreement(clusters[0], of: 9, labels, unlisted))
      #expect(found.bCubed == value)
      #expect(near(try #require(found.adjustedRandIndex), index))
    }
    let families = try #require(
      agreement(clusters[0], of: 9, [], families: clusters[1], .none))
    #expect(families.bCubed == value)
    #expect(near(try #require(families.adjustedRandIndex), index))
  }

  private func randomClusters(_ count: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      (0..<count).filter { _ in Bool.random(using: &generator) }
    }.filter { !$0.isEmpty }
  }

  /// Multiplicity precision, written out over all pairs of documents.
  private func meanAgreement(_ clusters: [[Int]], _ others: [[Int]], _ count: Int) -> Double {
    let full: ([[Int]]) -> [[Int]] = { given in
      given + (0..<count).filter { e in !given.contains { $0.contains(e) } }.map { [$0] }
    }
    let shared: ([[Int]], Int, Int) -> Double = { given, e, f in
      Double(given.count { $0.contains(e) && $0.contains(f) })
    }
    let (mine, theirs) = (full(clusters), full(others))
    let means = (0..<count).map { e in
      let defined = (0..<count).filter { shared(mine, e, $0) > 0 }
      return defined.map { min(shared(mine, e, $0), shared(theirs, e, $0)) / shared(mine, e, $0) }
        .reduce(0, +) / Double(defined.count)
    }
    return means.reduce(0, +) / Double(count)
  }

  @Test(arguments: [
    ([0, 0, 1, 1], [0, 0, 1, 1], 1.0), ([0, 0, 1, 1], [1, 1, 0, 0], 1.0),
    ([0, 0, 1, 2], [0, 0, 1, 1], 4.0 / 7), ([0, 0, 0, 0], [0, 1, 2, 3], 0.0),
    ([0, 0, 1, 1], [0, 1, 0, 1], -0.5), ([0, 1, 2], [2, 1, 0], 1.0), ([0], [0], 1.0),
  ])
  func `have the adjusted Rand index of known examples`(
    first: [Int], second: [Int], expected: Double
  ) {
    #expect(near(AdjustedRandIndex.value(first, second), expected))
    #expect(near(AdjustedRandIndex.value(second, first), expected))
  }

  @Test func `have an adjusted Rand index of about 0 where they are random`() {
    var generator = SeededGenerator(seed: 1)
    let values = (0..<200).map { _ in
      let (first, second) = (
        (0..<60).map { _ in Int.random(in: 0..<5, using: &generator) },
        (0..<60).map { _ in Int.random(in: 0..<5, using: &generator) }
      )
      return AdjustedRandIndex.value(first, second)
    }
    #expect(abs(values.reduce(0, +) / 200) < 0.005)
  }
}
