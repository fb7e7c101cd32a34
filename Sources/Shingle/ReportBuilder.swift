/// Puts a report together: clusters and attributes the related pairs, and words what is written of
/// them.
struct ReportBuilder: Sendable {
  let documents: [Document]
  let sketches: [DocumentSketch]
  let identical: IdenticalTexts
  /// What is known of each text that takes part in a pair or has recurring parts.
  let outlines: [TextOutline?]
  /// The documents of each cluster, ascending.
  let families: [[Int]]
  let configuration: Configuration
  /// The outlets of the documents, as credits spell them.
  private let outlets: [String?]
  private let directions = DirectionFinder()

  init(
    documents: [Document], sketches: [DocumentSketch], identical: IdenticalTexts,
    outlines: [TextOutline?], families: [[Int]] = [],
    configuration: Configuration
  ) {
    self.documents = documents
    self.sketches = sketches
    self.identical = identical
    self.outlines = outlines
    self.families = families
    self.configuration = configuration
    outlets = OutletNames().names(of: documents)
  }

  /// Returns a document as the origin of its cluster depends on it.
  func clusterMember(_ document: Int) -> ClusterMember {
    ClusterMember(
      document: document, credits: sketches[document].credits, agency: sketches[document].agency,
      outlet: outlets[document], published: documents[document].published)
  }

  /// Returns the report on related pairs, with the rest of its counts filled in.
  func report(_ pairs: RelatedPairs, _ counts: RunStatistics) -> Report {
    let clusters = ClusterBuilder(self, pairs).clusters(families)
    let findings = findings(clusters)
    let written = PairFindings(pairs, by: self)
    var statistics = counts
    statistics.documents = documents.count
    statistics.tokens = sketches.reduce(0) { $0 + $1.digest.tokenCount }
    statistics.shortDocuments = sketches.count {
      $0.digest.tokenCount < configuration.shingleLength
    }
    statistics.identicalDocuments = identical.groups.reduce(0) { $0 + $1.count - 1 }
    statistics.pairs = written.count
    for pair in written.heads { statistics.pairsByRelation[pair.relation, default: 0] += 1 }
    statistics.clusters = clusters.count
    statistics.clusteredDocuments = clusters.reduce(0) { $0 + $1.members.count }
    return Report(
      documents: documents, findings: findings, pairs: written, clusters: clusters,
      statistics: statistics, configuration: configuration)
  }

  private func findings(_ clusters: [ClusterFinding]) -> [DocumentFinding] {
    var clusterOf = [Int?](repeating: nil, count: documents.count)
    for (index, cluster) in clusters.enumerated() {
      for member in cluster.members { clusterOf[member.document] = index }
    }
    var sameTextAs = [Int?](repeating: nil, count: documents.count)
    for group in identical.groups where group.count > configuration.identicalPairLimit {
      for document in group.dropFirst() { sameTextAs[Int(document)] = Int(group[0]) }
    }
    let (owner, stand) = (clusterOf, sameTextAs)
    return parallelMap(documents.count, threads: configuration.threads) { index in
      DocumentFinding(
        tokenCount: sketches[index].digest.tokenCount, cluster: owner[index],
        credits: sketches[index].credits,
        boilerplate: outlines[index]?.furniture ?? sketches[index].furniture,
        sameTextAs: stand[index])
    }
  }

  /// Returns what is written of a pair.
  func finding(_ pair: RelatedPair) -> PairFinding {
    let overlap = pair.comparison.overlap
    let origin = direction(pair)
    return PairFinding(
      a: pair.a, b: pair.b, relation: pair.verdict.relation,
      confidence: pair.verdict.confidence, jaccard: overlap.jaccard,
      containmentA: overlap.containmentA, containmentB: overlap.containmentB,
      reasons: pair.reasons,
      matches: pair.comparison.matches.map { weighed in
        MatchFinding(
          a: weighed.match.codePointsA, b: weighed.match.codePointsB,
          words: weighed.match.words, bits: weighed.bits, verbatim: weighed.match.isVerbatim,
          quoted: weighed.isQuoted)
      }, via: pair.via, direction: origin.direction, commonSource: origin.commonSource)
  }

  /// Who of a pair with the same copy had it from whom, or the agency from which both had it.
  private func direction(
    _ pair: RelatedPair
  ) -> (direction: Direction?, commonSource: String?) {
    let relation = pair.verdict.relation
    guard relation.isSameCopy, configuration.findsPassages else { return (nil, nil) }
    let isLonger = pair.comparison.wordsA > pair.comparison.wordsB
    let longer = relation == .excerpt ? (isLonger ? pair.a : pair.b) : nil
    let found = directions.direction(
      clusterMember(pair.a), clusterMember(pair.b), relation: relation, longer: longer,
      isIndirect: pair.via != nil)
    return switch found {
    case .direction(let direction): (direction, nil)
    case .commonSource(let name): (nil, name)
    case .unknown: (nil, nil)
    }
  }
}
