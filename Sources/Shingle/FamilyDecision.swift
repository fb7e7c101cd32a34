/// Decides pairs jointly: clusters the texts, and then lets each pair know of its family.
///
/// A pair in one cluster is the same copy even where its own evidence is slight; a pair that shares
/// next to nothing is joined through a third article, and says so (`via`). A pair that is likely
/// by itself and that no cluster holds keeps its relation: an article that mixes two stories is
/// in one cluster and linked to the other. Two texts of one form are not joined by a third.
struct FamilyDecision {
  /// The documents of each cluster, ascending, ordered by their first.
  private(set) var clusters: [[Int]] = []
  /// The pairs with their final verdicts, ordered by their documents.
  private(set) var pairs: RelatedPairs

  private let relator: Relator
  /// The pairs of distinct texts, by their own evidence, as seen from clustered texts.
  private var links = TextLinks()
  /// The pairs inside clusters that were compared.
  private var compared: Set<DocumentPair> = []

  /// - Complexity: O(*p* log² *p*) for *p* pairs, O(*d*) for each pair of a cluster with *d* links
  ///   at its texts, and O(*n*) for each pair of a cluster of up to
  ///   ``Configuration/identicalPairLimit`` distinct texts of *n* words that was not compared.
  init(
    _ related: RelatedPairs, _ identical: IdenticalTexts, _ texts: TextStore,
    configuration: Configuration
  ) {
    pairs = related
    relator = Relator(model: configuration.relationModel)
    guard configuration.findsPassages else { return }
    let distinct = distinctPairs(identical)
    let count = identical.representatives.count
    let families = cluster(distinct, count, texts)
    clusters = Self.expand(families, identical)
    links = links(of: families, distinct, count)
    reconsider(identical)
    var indirect: [RelatedPair] = []
    for family in families where family.count <= configuration.identicalPairLimit {
      addIndirect(family, texts, to: &indirect)
    }
    if !indirect.isEmpty {
      pairs.appendForGood(indirect)
      pairs.sort()
    }
  }

  /// The places of the pairs of distinct texts that clustering hears of.
  private func distinctPairs(_ identical: IdenticalTexts) -> [Int] {
    let representatives = identical.representatives
    return pairs.heads.indices.filter { index in
      let head = pairs.heads[index]
      return Int(representatives[head.a]) == head.a && Int(representatives[head.b]) == head.b
        && (head.confidence >= RelatedPair.leastLink || head.isTemplate)
    }
  }

  /// Clusters the texts of pairs. Most pairs are slight, and no chain of likely ones leads from one
  /// of their texts to the other: such have no part in any merge, and are left out.
  private func cluster(_ distinct: [Int], _ count: Int, _ texts: TextStore) -> [[Int]] {
    let threshold = relator.model.threshold
    let likely = min(threshold, Clusterer.leastPart)
    var components = Components(count: count)
    for index in distinct where pairs.heads[index].confidence >= likely {
      components.join(pairs.heads[index].a, pairs.heads[index].b)
    }
    var edges: [Clusterer.Edge] = []
    for index in distinct
    where components.root(pairs.heads[index].a) == components.root(pairs.heads[index].b) {
      edges.append(Clusterer.Edge(pairs[index], texts))
    }
    let subjects = Subjects { Subject(texts.text($0).tokens, .shipped) }
    return Clusterer(edges, subjects, threshold: threshold).clusters()
  }

  /// The links of clustered texts.
  private func links(of families: [[Int]], _ distinct: [Int], _ count: Int) -> TextLinks {
    var isClustered = [Bool](repeating: false, count: count)
    for family in families { for text in family { isClustered[text] = true } }
    return TextLinks(
      distinct.lazy.map { pairs.heads[$0] }.filter { !$0.isTemplate }.map {
        ($0.a, $0.b, $0.confidence)
      }, of: isClustered)
  }

  /// Puts the documents with the same text beside the one that stands for them.
  private static func expand(_ families: [[Int]], _ identical: IdenticalTexts) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for group in identical.groups { groups[Int(group[0])] = group.map { Int($0) } }
    let clustered = families.map { family in
      family.flatMap { groups.removeValue(forKey: $0) ?? [$0] }.sorted()
    }
    return (clustered + groups.values).sorted { $0[0] < $1[0] }
  }

  /// Tells the pairs inside a cluster that they are the same copy.
  private mutating func reconsider(_ identical: IdenticalTexts) {
    var clusterOf = [Int](repeating: -1, count: identical.representatives.count)
    for (number, cluster) in clusters.enumerated() {
      for document in cluster { clusterOf[document] = number }
    }
    for (index, head) in pairs.heads.enumerated() {
      let (a, b) = (head.a, head.b)
      guard clusterOf[a] >= 0, clusterOf[a] == clusterOf[b] else { continue }
      compared.insert(DocumentPair(a, b))
      guard !head.relation.isSameCopy, !head.isTemplate else { continue }
      let third = links.bestThird(
        Int(identical.representatives[a]), Int(identical.representatives[b]))
      let pair = pairs[index]
      var verdict = relator.verdict(
        pair.comparison, pair.context, confidence: jointly(head.confidence, third),
        isSameCopy: true)
      verdict.isJoined = true
      pairs.decide(index, verdict, via: third?.document)
    }
  }

  /// Adds the pairs of a cluster that were never compared, or share no passage at all.
  private func addIndirect(
    _ family: [Int], _ texts: TextStore, to pairs: inout [RelatedPair]
  ) {
    var known: [Int: ShingleSet] = [:]
    func shingles(_ document: Int) -> ShingleSet {
      if let set = known[document] { return set }
      let set = texts.text(document).shingles
      known[document] = set
      return set
    }
    for (index, a) in family.enumerated() {
      for b in family[(index + 1)...] where !compared.contains(DocumentPair(a, b)) {
        guard let third = links.bestThird(a, b) else { continue }
        let comparison = Comparison(overlap: Overlap(shingles(a), shingles(b)))
        let verdict = Relator.Verdict(
          relation: .rewrite, confidence: third.probability, isJoined: true)
        pairs.append(
          RelatedPair(
            a: a, b: b, verdict: verdict, comparison: comparison, context: PairContext(),
            via: third.document))
      }
    }
  }

  /// The probability that two are the same copy, by their own evidence or through a third.
  private func jointly(
    _ own: Double, _ third: (document: Int, probability: Double)?
  ) -> Double {
    1 - (1 - own) * (1 - (third?.probability ?? 0))
  }
}

extension Clusterer.Edge {
  fileprivate init(_ pair: RelatedPair, _ texts: TextStore) {
    self.init(
      a: pair.a, b: pair.b, confidence: pair.verdict.confidence,
      isTemplate: pair.verdict.isTemplate,
      wordsA: pair.comparison.wordsA, wordsB: pair.comparison.wordsB,
      coverageA: pair.comparison.coverageA, coverageB: pair.comparison.coverageB,
      passagesA: texts[pair.a].prose(in: pair.comparison.matches.map(\.match.a)),
      passagesB: texts[pair.b].prose(in: pair.comparison.matches.map(\.match.b)))
  }
}
