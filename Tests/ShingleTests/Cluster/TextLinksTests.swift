import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The links of texts` {
  @Test(arguments: 0..<50)
  func `lead to the likeliest third, the first of equally likely ones`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var pairs: [(Int, Int, Double)] = []
    for a in 0..<20 {
      for b in (a + 1)..<20 where Bool.random(using: &generator) {
        pairs.append((a, b, Double(Int.random(in: 1...4, using: &generator)) / 4))
      }
    }
    let isWanted = (0..<20).map { _ in Bool.random(using: &generator) }
    let links = TextLinks(pairs, of: isWanted)
    func probability(_ one: Int, _ other: Int) -> Double? {
      pairs.first { $0.0 == min(one, other) && $0.1 == max(one, other) }?.2
    }
    for a in 0..<20 where isWanted[a] {
      for b in 0..<20 where b != a && isWanted[b] {
        var expected: (document: Int, probability: Double)?
        for third in 0..<20 where third != a && third != b {
          guard let one = probability(a, third), let other = probability(b, third) else { continue }
          if one * other > expected?.probability ?? 0 { expected = (third, one * other) }
        }
        let found = links.bestThird(a, b)
        #expect(found?.document == expected?.document)
        #expect(found?.probability == expected?.probability)
      }
    }
  }

  @Test func `of texts that are not wanted are not kept`() {
    let links = TextLinks([(0, 1, 0.5), (0, 2, 0.5)], of: [false, true, false])
    #expect(links.bestThird(1, 2) == nil)
  }
}
