import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `Candidates are the texts that share a band or fingerprints` {
  private func sketches(_ texts: [String]) -> [DocumentSketch] {
    var sketcher = Sketcher(Configuration())
    return documents(texts).map { sketcher.sketch($0) }
  }

  private func candidates(
    _ sketches: [DocumentSketch]
  ) -> (list: [Candidate], statistics: RunStatistics) {
    let identical = IdenticalTexts(digests: sketches.map(\.digest), minimumTokens: 5)
    var statistics = RunStatistics()
    let finder = CandidateFinder(configuration: Configuration())
    var columns = KeyColumns(sketches, finder.scheme)
    let list = finder.candidates(&columns, sketches.map(\.digest), identical, &statistics) ?? []
    #expect(columns.count == 0)
    return (list, statistics)
  }

  @Test(arguments: 0..<4)
  func `exactly those, once each, in order`(seed: UInt64) {
    var news = RandomNews(seed: seed)
    let texts = news.corpus(stories: 8).shuffled(using: &news.generator) + ["", "too short"]
    let sketches = sketches(texts)
    let scheme = CandidateFinder(configuration: Configuration()).scheme
    let keys = sketches.map { $0.signature.isEmpty ? [] : scheme.keys($0.signature) }
    let firsts = texts.indices.filter { texts.firstIndex(of: texts[$0]) == $0 }
    var expected: [Candidate] = []
    for a in firsts {
      for b in firsts where b > a {
        let shared = Set(sketches[a].fingerprints).intersection(sketches[b].fingerprints).count
        let fewest = min(sketches[a].fingerprints.count, sketches[b].fingerprints.count)
        let counts = shared >= 2 || (shared > 0 && shared * 8 >= fewest)
        let sharesBand = zip(keys[a], keys[b]).contains { $0 == $1 }
        guard counts || sharesBand else { continue }
        expected.append(
          Candidate(
            a: UInt32(a), b: UInt32(b), sharesBand: sharesBand,
            fingerprints: counts ? UInt32(shared) : 0))
      }
    }
    let found = candidates(sketches)
    #expect(found.list == expected)
    #expect(found.statistics.candidates == expected.count)
    #expect(found.statistics.bandCandidates == expected.count { $0.sharesBand })
    #expect(found.statistics.fingerprintCandidates == expected.count { $0.fingerprints > 0 })
  }

  @Test(arguments: 0..<40)
  func `a common run of 12 words makes two long texts a candidate`(seed: UInt64) {
    var news = RandomNews(seed: seed)
    let run = news.words(12)
    let texts = (0..<2).map { _ in
      RandomNews.text([news.words(90) + run + news.words(Int(seed) * 4)])
    }
    #expect(candidates(sketches(texts)).list.map { [$0.a, $0.b] } == [[0, 1]])
  }

  @Test(arguments: 0..<40)
  func `a common run of 8 words makes a short text one of a long one's candidates`(seed: UInt64) {
    var news = RandomNews(seed: seed)
    let run = news.words(8)
    let texts = [run + news.words(5), news.words(90) + run + news.words(90)]
    #expect(candidates(sketches(texts.map { RandomNews.text([$0]) })).list.count == 1)
  }
}
