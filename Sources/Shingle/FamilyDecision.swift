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
  private(set) var pairs: [RelatedPair]

  private let relator: Relator
  /// The probability of each pair of distinct texts, by its own evidence, from either side.
  private var links: [Int: [Int: Double]] = [:]
  /// The pairs inside clusters that were compared.
  private var compared: Set<DocumentPair> = []

  /// - Complexity: O(*p* log² *p*) for *p* pairs, O(*d*) for each pair of a cluster with *d* links at
  ///   the text of fewer, and O(*n*) for each pair of a cluster of up to
  ///   ``Configuration/identicalPairLimit`` distinct texts of *n* words that was not compared.
  init(
    _ related: [RelatedPair], _ identical: IdenticalTexts, _ texts: TextStore,
    configuration: Configuration
  ) {
    pairs = related
    relator = Relator(model: configuration.relationModel)
    guard configuration.findsPassages else { return }
    let distinct = pairs.indices.filter { index in
      let pair = pairs[index]
      return Int(identical.representatives[pair.a]) == pair.a
        && Int(identical.representatives[pair.b]) == pair.b
        && (pair.verdict.confidence >= RelatedPair.leastLink || pair.verdict.isTemplate)
    }
    let families = Clusterer(
      distinct.map { Clusterer.Edge(pairs[$0], texts) },
      Subjects { Subject(texts[$0].tokens, .shipped) },
      threshold: configuration.relationModel.threshold
    ).clusters()
    clusters = Self.expand(families, identical)
    for index in distinct where !pairs[index].verdict.isTemplate {
      let (a, b, confidence) = (pairs[index].a, pairs[index].b, pairs[index].verdict.confidence)
      links[a, default: [:]][b] = confidence
      links[b, default: [:]][a] = confidence
    }
    reconsider(identical)
    for family in families where family.count <= configuration.identicalPairLimit {
      addIndirect(family, texts)
    }
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
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
    var clusterOf: [Int: Int] = [:]
    for (number, cluster) in clusters.enumerated() {
      for document in cluster { clusterOf[document] = number }
    }
    for index in pairs.indices {
      let pair = pairs[index]
      guard let cluster = clusterOf[pair.a], cluster == clusterOf[pair.b] else { continue }
      compared.insert(DocumentPair(pair.a, pair.b))
      guard !pair.verdict.relation.isSameCopy, !pair.verdict.isTemplate else { continue }
      let a = Int(identical.representatives[pair.a])
      let b = Int(identical.representatives[pair.b])
      let third = bestThird(a, b)
      let confidence = jointly(pair.verdict.confidence, third)
      pairs[index].verdict = relator.verdict(
        pair.comparison, pair.context, confidence: confidence, isSameCopy: true)
      pairs[index].verdict.isJoined = true
      pairs[index].via = third?.document
    }
  }

  /// Adds the pairs of a cluster that were never compared, or share no passage at all.
  private mutating func addIndirect(_ family: [Int], _ texts: TextStore) {
    for (index, a) in family.enumerated() {
      for b in family[(index + 1)...] where !compared.contains(DocumentPair(a, b)) {
        guard let third = bestThird(a, b) else { continue }
        let comparison = Comparison(overlap: Overlap(texts[a].shingles, texts[b].shingles))
        let verdict = Relator.Verdict(
          confidence: third.probability, relation: .rewrite, isJoined: true)
        pairs.append(
          RelatedPair(
            a: a, b: b, verdict: verdict, comparison: comparison, context: PairContext(),
            via: third.document))
      }
    }
  }

  /// The third text through which two are likeliest joined, and how likely.
  private func bestThird(_ a: Int, _ b: Int) -> (document: Int, probability: Double)? {
    let (one, other) = (links[a] ?? [:], links[b] ?? [:])
    let (left, right) = one.count <= other.count ? (one, other) : (other, one)
    return left.compactMap { third, probability in
      right[third].map { (document: third, probability: probability * $0) }
    }
    .max { ($0.probability, $1.document) < ($1.probability, $0.document) }
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
      passagesA: texts[pair.a].tokens.prose(in: pair.comparison.matches.map(\.match.a)),
      passagesB: texts[pair.b].tokens.prose(in: pair.comparison.matches.map(\.match.b)))
  }
}

extension Tokens {
  /// The parts of ranges that are not boilerplate, ascending.
  fileprivate func prose(in ranges: [TokenRange]) -> [TokenRange] {
    var parts: [TokenRange] = []
    for range in ranges {
      var lower = range.lower
      for index in range.lower...range.upper
      where index == range.upper || flags[index].contains(.boilerplate) {
        if lower < index { parts.append(TokenRange(lower, index)) }
        lower = index + 1
      }
    }
    return parts.sorted { $0.lower < $1.lower }
  }
}
