internal import HeapModule

/// Groups texts from the same copy by average linkage over the probabilities of their pairs.
///
/// The two clusters whose pairs are on average the likeliest to be the same copy are joined, again
/// and again, while that average is at least the threshold of a pair alone (Sokal and Michener,
/// "UPGMA", 1958); a pair of which nothing is known counts as nought. So families are decided
/// jointly: a rewrite that shares little with one article of a family and much with two others
/// joins it, and a chain of chance resemblances does not hold.
///
/// Three things qualify the average. Likely copies of a common third that is longer, their source,
/// count as linked through it, unless it mixes two stories (``mixes(_:_:at:)``). Clusters are not
/// joined where the documents of every edge between them mix two stories (``meets(_:at:)``), nor
/// where no fewer edges between them are forms with other facts than not.
struct Clusterer {
  /// A pair of texts that may be the same copy, and where in each the other's text stands.
  struct Edge: Sendable {
    var a: Int
    var b: Int
    /// The probability that the two are the same copy, in 0...1.
    var confidence: Double
    /// Whether the two are one form with other facts, which no third text makes a copy.
    var isTemplate = false
    /// The unmarked words of each text.
    var wordsA: Int
    var wordsB: Int
    /// The share of each text that stands in the other.
    var coverageA: Double
    var coverageB: Double
    /// The passages, as tokens of each text.
    var passagesA: [TokenRange]
    var passagesB: [TokenRange]
  }

  /// The share of a text from which another is plainly its source.
  static let sourceCoverage = Relator.reprintCoverage
  /// The most texts of one source that are all linked with one another; of more, those beyond are
  /// joined to the source outright, so that work stays linear in them.
  private static let sourceLimit = 64
  /// How much less sure a link through a source is where one of the two lies not mostly within it.
  private static let throughSource = 0.5
  /// The least probability of a part: half the product of two such is what a link must have to
  /// count (``RelatedPair/leastLink``).
  static let leastPart = 0.2

  private let edges: [Edge]
  /// The least average probability at which clusters are joined: that of a pair alone.
  private let threshold: Double
  /// The edges at each text.
  private let adjacency: [Int: [Int]]
  /// The pairs that are one form with other facts.
  private let templates: Set<DocumentPair>
  private let subjects: Subjects
  /// The cluster that each text is in, named by a text of it.
  private var clusterOf: [Int: Int] = [:]
  private var members: [Int: [Int]] = [:]
  /// The sum of link strengths between clusters.
  private var links: [Int: [Int: LinkStrength]] = [:]
  /// Pairs of clusters by their mean link; entries that later merges outdate are skipped.
  private var queue = Heap<Merge>()

  /// Clusters the texts that have an edge, joining clusters from a mean link of `threshold` on.
  ///
  /// - Complexity: O(*e*) for *e* edges, O(*l*²) for each source of *l* ≤ 64 parts, O(*d* log *e*)
  ///   for each merge of a cluster that *d* others are linked with, and for each merge that is tried the
  ///   edges between the two clusters times the edges at their ends.
  init(
    _ edges: [Edge], _ subjects: Subjects, threshold: Double = RelationModel.defaultThreshold
  ) {
    self.edges = edges
    self.subjects = subjects
    self.threshold = threshold
    var adjacency: [Int: [Int]] = [:]
    for (index, edge) in edges.enumerated() {
      adjacency[edge.a, default: []].append(index)
      adjacency[edge.b, default: []].append(index)
    }
    self.adjacency = adjacency
    templates = Set(edges.filter(\.isTemplate).map { DocumentPair($0.a, $0.b) })
    for text in adjacency.keys {
      clusterOf[text] = text
      members[text] = [text]
    }
    for edge in edges { link(edge.a, edge.b, LinkStrength(edge.confidence)) }
    linkThroughSources()
    mergeAll()
  }

  /// The clusters of two texts or more, each ascending, ordered by their first.
  func clusters() -> [[Int]] {
    members.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Sets the strength of the link between two texts to at least `strength`.
  private mutating func link(_ first: Int, _ second: Int, _ strength: LinkStrength) {
    let stronger = max(strength, links[first]?[second] ?? .zero)
    links[first, default: [:]][second] = stronger
    links[second, default: [:]][first] = stronger
  }

  /// Links the likely copies of a common third, their source.
  ///
  /// Each of two rewrites takes other parts of a story, so that they may share nothing, and much
  /// with the story. The source is at least as long as either; where both lie mostly within it the
  /// link is as sure as the two to the source together, and else half as sure.
  private mutating func linkThroughSources() {
    var crowds: [Crowd] = []
    for source in adjacency.keys.sorted() {
      let parts = (adjacency[source] ?? []).map { Part($0, edges[$0], of: source) }
        .filter { $0.isShorter && $0.confidence >= Self.leastPart }
        .sorted { $0.rank < $1.rank }
      for (index, first) in parts.prefix(Self.sourceLimit).enumerated() {
        for second in parts.prefix(index)
        where !templates.contains(DocumentPair(first.text, second.text))
          && !mixes(edges[first.edge], edges[second.edge], at: source)
        {
          let isPlain = first.isPlain && second.isPlain
          let sure = first.confidence * second.confidence * (isPlain ? 1 : Self.throughSource)
          link(first.text, second.text, LinkStrength(sure))
        }
      }
      var crowd = Crowd(source: source, others: parts.prefix(Self.sourceLimit).map(\.text))
      for part in parts.dropFirst(Self.sourceLimit) where part.isPlain {
        let others = parts.prefix(Self.sourceLimit).filter {
          !templates.contains(DocumentPair(part.text, $0.text))
            && !mixes(edges[part.edge], edges[$0.edge], at: source)
        }
        if others.count == Self.sourceLimit {
          crowd.parts.append(part.text)
        } else {
          for other in others { link(part.text, other.text, .certain) }
        }
      }
      if !crowd.parts.isEmpty { crowds.append(crowd) }
    }
    for crowd in crowds {
      for part in crowd.parts {
        guard let first = clusterOf[part], let second = clusterOf[crowd.source], first != second
        else { continue }
        absorb(first, second)
      }
    }
    link(crowds)
  }

  /// Parts of a source that are in its cluster outright, and surely belong to the same others. A link
  /// for each would be a million for 16,000 parts, and all of them are added up in the end.
  private struct Crowd {
    var source: Int
    var others: [Int]
    var parts: [Int] = []
  }

  /// Links the others of crowds with the clusters of their sources, once for each part, be it one of
  /// several sources.
  private mutating func link(_ crowds: [Crowd]) {
    var crowdsOf: [Int: [Int: [Int]]] = [:]
    for (number, crowd) in crowds.enumerated() {
      guard let own = clusterOf[crowd.source] else { continue }
      for text in crowd.others where clusterOf[text] != own {
        crowdsOf[text, default: [:]][own, default: []].append(number)
      }
    }
    for (text, sources) in crowdsOf {
      guard let other = clusterOf[text] else { continue }
      for (own, numbers) in sources {
        let parts =
          numbers.count == 1
          ? crowds[numbers[0]].parts.count : Set(numbers.flatMap { crowds[$0].parts }).count
        let sum = (links[own]?[other] ?? .zero) + LinkStrength(Double(parts))
        links[own, default: [:]][other] = sum
        links[other, default: [:]][own] = sum
      }
    }
  }

  private mutating func mergeAll() {
    for first in links.keys.sorted() {
      for second in (links[first] ?? [:]).keys where first < second { enqueue(first, second) }
    }
    while let next = queue.popMax() {
      if currentMean(next.first, next.second) == next.mean, isJoinable(next.first, next.second) {
        merge(next.first, next.second)
      }
    }
  }

  private func currentMean(_ first: Int, _ second: Int) -> Double? {
    guard let strength = links[first]?[second], let left = members[first],
      let right = members[second]
    else { return nil }
    return strength.mean(over: left.count * right.count)
  }

  /// Merges two clusters and queues the links of what they become.
  private mutating func merge(_ first: Int, _ second: Int) {
    let kept = absorb(first, second)
    for neighbour in (links[kept] ?? [:]).keys { enqueue(kept, neighbour) }
  }

  /// Queues two clusters, if their mean link is enough to merge them.
  private mutating func enqueue(_ first: Int, _ second: Int) {
    guard let mean = currentMean(first, second), mean >= threshold else { return }
    queue.insert(Merge(mean: mean, first: min(first, second), second: max(first, second)))
  }

  /// Merges the cluster of fewer links into the other, which is returned, and adds up the links.
  @discardableResult
  private mutating func absorb(_ first: Int, _ second: Int) -> Int {
    let (kept, gone) =
      (links[first]?.count ?? 0, second) >= (links[second]?.count ?? 0, first)
      ? (first, second) : (second, first)
    let moved = members.removeValue(forKey: gone) ?? []
    for text in moved { clusterOf[text] = kept }
    members[kept, default: []] += moved
    let lost = links.removeValue(forKey: gone) ?? [:]
    links[kept]?[gone] = nil
    for (neighbour, strength) in lost where neighbour != kept {
      links[neighbour]?[gone] = nil
      let sum = strength + (links[kept]?[neighbour] ?? .zero)
      links[kept, default: [:]][neighbour] = sum
      links[neighbour, default: [:]][kept] = sum
    }
    return kept
  }

  /// The brake on chains: whether some edge between two clusters joins one story and not two, and
  /// fewer of them are forms with other facts than not.
  private func isJoinable(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (members[first] ?? [], members[second] ?? [])
    let fewer = left.count <= right.count ? left : right
    let other = left.count <= right.count ? second : first
    var (joins, forms) = (false, 0)
    for text in fewer {
      for edge in (adjacency[text] ?? []).lazy.map({ edges[$0] })
      where clusterOf[edge.a == text ? edge.b : edge.a] == other {
        forms += edge.isTemplate ? 1 : -1
        joins = joins || meets(edge, at: edge.a) && meets(edge, at: edge.b)
      }
    }
    return joins && forms < 0
  }

  /// Whether an edge concerns the story that one of its texts is clustered for already: its
  /// passages meet those of a neighbour in the cluster, or the text is plainly the source of both,
  /// and it mixes the edge's story with that of none.
  private func meets(_ edge: Edge, at text: Int) -> Bool {
    let neighbours = (adjacency[text] ?? []).map { edges[$0] }.filter {
      clusterOf[$0.a] == clusterOf[$0.b]
    }
    if neighbours.isEmpty { return true }
    return neighbours.contains { edge.overlaps($0, at: text) || edge.isSource(text, with: $0) }
      // Of a hub's neighbours the first are enough to see two stories; work stays linear in them.
      && !neighbours.prefix(Self.sourceLimit).contains { mixes(edge, $0, at: text) }
  }

  /// Whether a text is plainly the source of the two at its other ends, for different stories: they
  /// stand in different parts of it and are about different things.
  private func mixes(_ edge: Edge, _ other: Edge, at text: Int) -> Bool {
    edge.isSource(text, with: other) && !edge.overlaps(other, at: text)
      && subjects.areUnrelated(edge.end(beside: text), other.end(beside: text))
  }
}

/// A text as the likely copy of another, its source.
private struct Part {
  var text: Int
  /// The edge that joins the two.
  var edge: Int
  var confidence: Double
  /// Whether the source is at least as long.
  var isShorter: Bool
  /// Whether the text lies plainly, and mostly, within the source.
  var isPlain: Bool

  init(_ index: Int, _ edge: Clusterer.Edge, of source: Int) {
    let isFirst = edge.a == source
    self.edge = index
    text = edge.end(beside: source)
    confidence = edge.confidence
    isShorter = isFirst ? edge.wordsB <= edge.wordsA : edge.wordsA <= edge.wordsB
    isPlain =
      edge.coverage(ofOther: source) >= Clusterer.sourceCoverage && edge.confidence >= 0.5
  }

  /// Orders the plain ones first, and then by text.
  var rank: (Int, Int) { (isPlain ? 0 : 1, text) }
}

/// Two clusters that may be merged; the greatest is merged first.
private struct Merge: Comparable {
  var mean: Double
  var first: Int
  var second: Int

  /// Orders by mean; of equal ones the first texts come last, so that they are greatest.
  static func < (left: Merge, right: Merge) -> Bool {
    (left.mean, right.first, right.second) < (right.mean, left.first, left.second)
  }
}

extension Clusterer.Edge {
  /// The text at the other end.
  fileprivate func end(beside text: Int) -> Int { text == a ? b : a }

  /// The share of the other text that stands in `text`.
  fileprivate func coverage(ofOther text: Int) -> Double { text == a ? coverageB : coverageA }

  /// Whether a text is plainly the source of the other ends of two of its edges.
  fileprivate func isSource(_ text: Int, with other: Self) -> Bool {
    coverage(ofOther: text) >= Clusterer.sourceCoverage
      && other.coverage(ofOther: text) >= Clusterer.sourceCoverage
  }

  /// Whether the passages of two edges of a text meet in it.
  ///
  /// - Complexity: O(*n* + *m*) for *n* and *m* passages.
  fileprivate func overlaps(_ other: Self, at text: Int) -> Bool {
    let (left, right) = (passages(in: text), other.passages(in: text))
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i].overlaps(right[j]) { return true }
      if left[i].upper <= right[j].upper { i += 1 } else { j += 1 }
    }
    return false
  }

  private func passages(in text: Int) -> [TokenRange] { text == a ? passagesA : passagesB }
}
