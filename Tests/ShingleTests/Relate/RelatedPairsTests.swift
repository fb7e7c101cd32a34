import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Related pairs come back as they were` {
  /// Pairs of some documents with random findings, in random order.
  private let pairs: [RelatedPair]
  private let sketches: [DocumentSketch]

  init() {
    var generator = SeededGenerator(seed: 51)
    sketches = (0..<30).map { _ in
      var sketch = DocumentSketch(digest: TextDigest(Tokens()), signature: [])
      sketch.creditedAgencies = ["AP", "Reuters"].shuffled(using: &generator)
      sketch.mainAgency = sketch.creditedAgencies[0]
      return sketch
    }
    var pairs: [RelatedPair] = []
    for a in 0..<30 { for b in a + 1..<30 { pairs.append(Self.pair(a, b, sketches, &generator)) } }
    self.pairs = pairs.shuffled(using: &generator)
  }

  private static func pair(
    _ a: Int, _ b: Int, _ sketches: [DocumentSketch], _ generator: inout SeededGenerator
  ) -> RelatedPair {
    var comparison = Comparison(
      overlap: Overlap(first: 90, second: 80, shared: .random(in: 0...80, using: &generator)))
    comparison.isAligned = true
    comparison.matches = (0..<Int.random(in: 0...3, using: &generator)).map { place in
      WeighedMatch(
        match: Match(runs: [CommonRun(a: 40 * place, b: 9, length: 12)]), bits: 80,
        prose: Weight(words: 12, bits: 80, plainBits: 70, longest: 12))
    }
    comparison.coverageA = .random(in: 0...1, using: &generator)
    (comparison.wordsA, comparison.wordsB) = (94, 84)
    comparison.shortRunShare = .random(in: 0...1, using: &generator)
    comparison.edits = Edits(
      places: 3, changedFacts: 1, exchanged: ExchangedFacts(count: 2, includesNames: true))
    var context = PairContext()
    context.daysApart = .random(in: 0...9, using: &generator)
    if sketches[a].mainAgency == sketches[b].mainAgency {
      context.commonAgency = sketches[a].mainAgency
      context.exclusiveQuotations = Set(comparison.matches.indices.prefix(1))
    } else {
      context.contradiction = (sketches[a].creditedAgencies[0], sketches[b].creditedAgencies[0])
    }
    let verdict = Relator.Verdict(relation: .rewrite, confidence: 0.5, isTemplate: a % 2 == 0)
    return RelatedPair(
      a: a, b: b, verdict: verdict, comparison: comparison, context: context,
      via: b % 5 == 0 ? a : nil)
  }

  /// The same pairs, in a room that has as many bytes, and beyond it a storage.
  private func kept(_ bytes: Int, _ shelf: Shelf) -> RelatedPairs {
    var known: [DocumentPair: RelatedPair] = [:]
    for pair in pairs { known[DocumentPair(pair.a, pair.b)] = pair }
    let made = known
    var kept = RelatedPairs(sketches, Room(bytes: bytes, spill: shelf)) { a, b in
      made[DocumentPair(a, b)]
        ?? RelatedPair(
          a: a, b: b, verdict: Relator.Verdict(relation: .none, confidence: 0),
          comparison: Comparison(overlap: Overlap(first: 0, second: 0, shared: 0)),
          context: PairContext())
    }
    for pair in pairs { kept.append(pair) }
    return kept
  }

  @Test(arguments: [(Int.max, false), (50_000, false), (0, false), (50_000, true), (0, true)])
  func `from memory, from a storage, and where that loses some`(bytes: Int, fails: Bool) {
    let shelf = Shelf(fails: fails)
    var kept = kept(bytes, shelf)
    #expect(shelf.isEmpty == (bytes == .max))
    #expect(kept.heads.map { [$0.a, $0.b] } == pairs.map { [$0.a, $0.b] })
    expect(kept.all, pairs)
    kept.sort()
    expect(kept.all, pairs.sorted { ($0.a, $0.b) < ($1.a, $1.b) })
    kept.decide(7, Relator.Verdict(relation: .update, confidence: 0.9, isJoined: true), via: 3)
    #expect(kept[7].verdict.relation == .update && kept[7].verdict.isJoined && kept[7].via == 3)
    let before = kept.heads.count
    kept.appendForGood(Array(pairs.prefix(200)))
    expect((before..<before + 200).map { kept[$0] }, Array(pairs.prefix(200)))
  }

  private func expect(_ found: [RelatedPair], _ expected: [RelatedPair]) {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      #expect(one.verdict == other.verdict && one.via == other.via)
      #expect(String(describing: one) == String(describing: other))
    }
  }
}
