import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A band scheme reaches the wanted recall with the most rows` {
  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9], [0.5, 0.9, 0.995])
  func `no scheme of more rows reaches it`(similarity: Double, recall: Double) {
    let scheme = BandScheme(signatureSize: 128, similarity: similarity, recall: recall)
    #expect(scheme.bands == 128 / scheme.rows)
    #expect(scheme.probability(similarity) >= recall)
    for rows in (scheme.rows + 1)...128 {
      #expect(1 - pow(1 - pow(similarity, Double(rows)), Double(128 / rows)) < recall)
    }
  }

  @Test func `one row a band is all there is for a recall out of reach`() {
    let scheme = BandScheme(signatureSize: 8, similarity: 0.01, recall: 0.999)
    #expect(scheme.rows == 1 && scheme.bands == 8)
  }

  @Test(arguments: [0.3, 0.5, 0.6])
  func `the share of pairs that collide is the probability`(similarity: Double) {
    var generator = SeededGenerator(seed: 17)
    let scheme = BandScheme(signatureSize: 64, similarity: 0.5, recall: 0.9)
    let trials = 1_500
    var hits = 0
    for _ in 0..<trials {
      let first = (0..<64).map { _ in UInt32(truncatingIfNeeded: generator.next()) }
      let second = first.map {
        Double.random(in: 0..<1, using: &generator) < similarity
          ? $0 : UInt32(truncatingIfNeeded: generator.next())
      }
      if zip(scheme.keys(first), scheme.keys(second)).contains(where: { $0 == $1 }) { hits += 1 }
    }
    // A share of 1,500 trials deviates by at most 0.013; five times that.
    let share = Double(hits) / Double(trials)
    #expect(abs(share - scheme.probability(similarity)) <= 0.065)
  }

  @Test func `keys of equal rows in different bands differ`() {
    let scheme = BandScheme(signatureSize: 128, similarity: 0.5, recall: 0.995)
    let keys = scheme.keys([UInt32](repeating: 42, count: 128))
    #expect(keys.count == scheme.bands)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `a key changes with each of its rows and no other`() {
    let scheme = BandScheme(signatureSize: 16, similarity: 0.8, recall: 0.9)
    let signature = [UInt32](0..<16)
    let keys = scheme.keys(signature)
    for slot in 0..<(scheme.bands * scheme.rows) {
      var changed = signature
      changed[slot] = 99
      let different = zip(keys, scheme.keys(changed)).enumerated().filter { $1.0 != $1.1 }
      #expect(different.map(\.offset) == [slot / scheme.rows])
    }
  }
}
