import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A report is a function of the documents alone` {
  /// Stories with copies of all kinds, and what else turns up in feeds.
  private func corpus(_ seed: UInt64) -> [Document] {
    var news = RandomNews(seed: seed)
    var texts = news.corpus(stories: 10)
    texts += [String](repeating: texts[0], count: 36)
    texts += ["", " \n ", "only four words here", "only four words here", "naïve Ünïcode — 新聞記事"]
    texts.append(String(texts[3].dropLast(80)))
    return texts.enumerated().map { number, text in
      Document(
        id: ["é", "z", "新", "a"][number % 4] + "\(number)", text: text,
        source: "Outlet \(number % 3)")
    }
  }

  @Test(arguments: 0..<3)
  func `neither threads nor order change it`(seed: UInt64) {
    let documents = corpus(seed)
    let expected = Detector().report(on: documents)
    var generator = SeededGenerator(seed: seed)
    for threads in 1...3 {
      var detector = Detector()
      detector.configuration.threads = threads
      let report = detector.report(on: documents.shuffled(using: &generator))
      #expect(report.documents == expected.documents)
      #expect(report.findings == expected.findings)
      #expect(report.pairs == expected.pairs)
      #expect(report.clusters == expected.clusters)
      #expect(report.statistics == expected.statistics)
    }
  }

  @Test(arguments: [1, 40_000, 200_000], [false, true])
  func `neither memory nor where the rest is left change it`(memory: Int, fails: Bool) {
    let documents = corpus(5)
    for findsPassages in [true, false] {
      var detector = Detector()
      detector.configuration.findsPassages = findsPassages
      let expected = detector.report(on: documents)
      detector.configuration.memory = memory
      let shelf = Shelf(fails: fails)
      for spill in [nil, shelf] {
        detector.spill = spill
        let report = detector.report(on: documents)
        #expect(report.findings == expected.findings)
        #expect(report.pairs == expected.pairs)
        #expect(report.clusters == expected.clusters)
        #expect(report.statistics == expected.statistics)
      }
      #expect(!shelf.isEmpty)
    }
  }

  @Test(arguments: 0..<3)
  func `it is well formed`(seed: UInt64) {
    let report = Detector().report(on: corpus(seed))
    let ids = report.documents.map(\.id)
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let order = report.pairs.map { [$0.a, $0.b] }
    #expect(zip(order, order.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(report.pairs.allSatisfy { $0.a < $0.b && (0...1).contains($0.confidence) })
    for (index, cluster) in report.clusters.enumerated() {
      #expect(cluster.members.count > 1)
      #expect(cluster.members[0].document == cluster.representative)
      #expect(cluster.members[0].role == .representative)
      for member in cluster.members {
        #expect(report.findings[member.document].cluster == index)
        #expect((0...1).contains(member.coverage))
        #expect(member.relation.isSameCopy)
      }
    }
    let members = report.clusters.flatMap { $0.members.map(\.document) }
    #expect(Set(members).count == members.count)
    #expect(report.findings.count { $0.cluster != nil } == members.count)
    #expect(report.statistics.pairs == report.pairs.count)
    #expect(report.statistics.pairsByRelation.values.reduce(0, +) == report.pairs.count)
  }

  @Test(arguments: 0..<3)
  func `identical means equal tokens`(seed: UInt64) {
    let report = Detector().report(on: corpus(seed))
    var tokenizer = Tokenizer()
    let tokens = report.documents.map { tokenizer.tokenize($0.text).hashes }
    for pair in report.pairs {
      #expect((pair.relation == .identical) == (tokens[pair.a] == tokens[pair.b]))
    }
    let found = Set(report.pairs.map { [$0.a, $0.b] })
    for index in tokens.indices where tokens[index].count >= 5 {
      guard let first = tokens.firstIndex(of: tokens[index]), first != index else { continue }
      #expect(found.contains([first, index]))
    }
    #expect(report.pairs.allSatisfy { tokens[$0.a].count >= 5 && tokens[$0.b].count >= 5 })
  }

  @Test(arguments: 0..<3)
  func `a passage's offsets hold its words`(seed: UInt64) {
    let report = Detector().report(on: corpus(seed))
    var tokenizer = Tokenizer()
    let scalars = report.documents.map { Array($0.text.unicodeScalars) }
    func words(_ document: Int, _ range: CodePointRange) -> [UInt64] {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[document][range.start..<range.end])
      return tokenizer.tokenize(String(text)).hashes
    }
    for pair in report.pairs {
      for match in pair.matches {
        let (first, second) = (words(pair.a, match.a), words(pair.b, match.b))
        #expect(match.words <= min(first.count, second.count))
        #expect((first == second && first.count == match.words) == match.verbatim)
      }
      let ranges = pair.matches.map(\.a)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.end <= $1.start })
      let others = pair.matches.map(\.b).sorted { $0.start < $1.start }
      #expect(zip(others, others.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }

  @Test func `similarities and passages are told from the right side`() {
    var news = RandomNews(seed: 9)
    let story = news.story(paragraphs: 6)
    let (whole, part) = (RandomNews.text(story), RandomNews.text(news.copy(of: story, .trimmed)))
    // Copies of two texts take turns, so the first of each is not before all of the other's.
    let report = Detector().report(on: documents([whole, part, whole, part, whole, part]))
    #expect(report.pairs.count == 15)
    let sets = report.documents.map { BruteForce.shingles(BruteForce.words($0.text)) }
    for pair in report.pairs {
      let shared = Double(sets[pair.a].intersection(sets[pair.b]).count)
      #expect(pair.jaccard == shared / Double(sets[pair.a].union(sets[pair.b]).count))
      #expect(pair.containmentA == shared / Double(sets[pair.a].count))
      #expect(pair.containmentB == shared / Double(sets[pair.b].count))
      let ends = [(pair.a, pair.matches.last?.a.end), (pair.b, pair.matches.last?.b.end)]
      for (document, end) in ends {
        #expect((end ?? 0) <= report.documents[document].text.unicodeScalars.count)
      }
    }
  }

  @Test func `of too many identical texts each is paired with the first and says so`() {
    let copies = (0..<40).map { Document(id: "d\(100 + $0)", text: "one two three four five six") }
    let report = Detector().report(on: copies)
    #expect(report.pairs.map { [$0.a, $0.b] } == (1..<40).map { [0, $0] })
    #expect(report.findings.map(\.sameTextAs) == [nil] + [Int?](repeating: 0, count: 39))
    #expect(report.clusters.map(\.members.count) == [40])
    let few = Detector().report(on: Array(copies.prefix(32)))
    #expect(few.pairs.count == 32 * 31 / 2)
    #expect(few.findings.allSatisfy { $0.sameTextAs == nil })
  }

  @Test func `no documents make an empty report`() {
    let report = Detector().report(on: [])
    #expect(report.documents.isEmpty && report.pairs.isEmpty && report.clusters.isEmpty)
  }

  @Test func `two documents of one id are refused`() async {
    await #expect(processExitsWith: .failure) {
      let document = Document(id: "a", text: "one two three four five")
      _ = Detector().report(on: [document, Document(id: "b", text: ""), document])
    }
  }

  @Test func `ids that differ in their bytes are different`() {
    let text = "one two three four five"
    let report = Detector().report(
      on: [Document(id: "e\u{301}", text: text), Document(id: "\u{E9}", text: text)])
    #expect(report.pairs.map(\.relation) == [.identical])
  }

  @Test func `each stage is announced once, in order`() {
    var stages: [Detector.Stage] = []
    _ = Detector().report(on: documents(["a", "b"])) { stages.append($0) }
    #expect(stages == Detector.Stage.allCases)
  }
}

@Suite struct `Planted copies are found` {
  @Test(arguments: RandomNews.Copy.allCases, 0..<5)
  func `of every kind`(kind: RandomNews.Copy, seed: UInt64) {
    var news = RandomNews(seed: seed)
    let story = news.story(paragraphs: 9)
    let copy = news.copy(of: story, kind)
    let others = (0..<10).map { _ in RandomNews.text(news.story(paragraphs: 6)) }
    let report = Detector().report(
      on: documents([RandomNews.text(story), RandomNews.text(copy)] + others))
    #expect(report.pairs.map { [$0.a, $0.b] } == [[0, 1]])
    let shared = kind == .lifted ? story[2].count : copy.joined().count * 3 / 4
    #expect(report.pairs[0].matches.reduce(0) { $0 + $1.words } >= shared)
    #expect(report.pairs[0].relation.isSameCopy)
  }

  @Test(arguments: [true, false])
  func `every pair of similarity 0.5 or more, with its exact similarity`(findsPassages: Bool) {
    var news = RandomNews(seed: 31)
    var stories: [[[String]]] = []
    for _ in 0..<30 {
      let story = news.story(paragraphs: 3)
      for _ in 0..<10 {
        let share = Double.random(in: 0...0.12, using: &news.generator)
        stories.append(news.edited(story, share: share))
      }
    }
    let words = stories.map { $0.flatMap { $0 } }
    var detector = Detector()
    detector.configuration.findsPassages = findsPassages
    let report = detector.report(
      on: stories.enumerated().map {
        Document(id: "d\(1000 + $0.offset)", text: RandomNews.text($0.element))
      })
    var found: [[Int]: Double] = [:]
    for pair in report.pairs { found[[pair.a, pair.b]] = pair.jaccard }
    let expected = BruteForce.pairs(words, least: 0.25)
    for (a, b, jaccard) in expected where found[[a, b]] != nil {
      #expect(found[[a, b]] == jaccard)
    }
    let similar = expected.filter { $0.2 >= 0.5 }
    let missed = similar.filter { found[[$0.0, $0.1]] == nil }
    #expect(similar.count > 300)
    #expect(findsPassages ? missed.isEmpty : missed.count * 200 <= similar.count)
    if !findsPassages { #expect(report.clusters.isEmpty && report.pairs.allSatisfy(isBare)) }
  }

  private func isBare(_ pair: PairFinding) -> Bool {
    pair.matches.isEmpty && (pair.relation == .none || pair.relation == .identical)
  }

  @Test func `two thousand identical documents make a linear number of pairs`() {
    var news = RandomNews(seed: 1)
    let text = RandomNews.text(news.story(paragraphs: 1))
    let report = Detector().report(on: documents([String](repeating: text, count: 2_000)))
    #expect(report.pairs.count == 1_999)
    #expect(report.statistics.candidates == 0)
    #expect(report.clusters.map(\.members.count) == [2_000])
  }

  @Test func `two thousand documents with one long footer make a linear number of pairs`() {
    var news = RandomNews(seed: 2)
    let footer = news.words(60).joined(separator: " ")
    let texts = (0..<2_000).map { _ in news.words(50).joined(separator: " ") + ".\n" + footer }
    let report = Detector().report(on: documents(texts))
    #expect(report.statistics.candidates <= 40 * 2_000)
    #expect(report.statistics.cutFingerprints > 0)
  }

  @Test func `a text that is one recurring paragraph shorter than a shingle does no harm`() {
    var news = RandomNews(seed: 6)
    let footer = "subscribe for more news"
    var texts = (0..<6).map { _ in RandomNews.text(news.story(paragraphs: 2)) + "\n" + footer }
    texts.append(footer)
    let report = Detector().report(
      on: texts.enumerated().map {
        Document(id: "d\($0.offset)", text: $0.element, source: "Post")
      })
    #expect(report.findings[0].boilerplate.count == 1)
    #expect(report.pairs.isEmpty)
  }
}
