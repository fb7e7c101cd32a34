/// Builds the clusters of a report with their origin, representative and members.
struct ClusterBuilder: Sendable {
  private let report: ReportBuilder
  private let pairs: RelatedPairs
  /// The places of the pairs of each document that are the same copy.
  private let pairsOf: [Int: [Int]]
  private let copies: Set<DocumentPair>
  private let origins = OriginFinder()

  init(_ report: ReportBuilder, _ pairs: RelatedPairs) {
    self.report = report
    self.pairs = pairs
    var pairsOf: [Int: [Int]] = [:]
    var copies: Set<DocumentPair> = []
    for (index, pair) in pairs.heads.enumerated() where pair.relation.isSameCopy {
      pairsOf[pair.a, default: []].append(index)
      pairsOf[pair.b, default: []].append(index)
      copies.insert(DocumentPair(pair.a, pair.b))
    }
    self.pairsOf = pairsOf
    self.copies = copies
  }

  /// Returns the clusters of these documents, largest first, then by id.
  func clusters(_ families: [[Int]]) -> [ClusterFinding] {
    var clusterOf: [Int: Int] = [:]
    for (number, family) in families.enumerated() {
      for document in family { clusterOf[document] = number }
    }
    let ids = families.map(id)
    return families.indices.map { number in
      cluster(families[number], id: ids[number]) { document in
        otherStories(of: document, clusterOf).map { ids[$0] }.sorted()
      }
    }.sorted {
      $0.members.count != $1.members.count
        ? $0.members.count > $1.members.count : $0.id < $1.id
    }
  }

  /// The clusters of which a document has the story too, beside its own cluster's: it shares copy
  /// with two that share none with each other, in different places.
  ///
  /// - Complexity: O(*i* *o*) passages for *i* pairs of the document in its cluster and *o* others.
  private func otherStories(of document: Int, _ clusterOf: [Int: Int]) -> Set<Int> {
    // Most documents have pairs in their own cluster only: those are not looked at.
    let all = pairsOf[document] ?? []
    let outside = all.filter {
      let cluster = clusterOf[pairs.heads[$0].end(beside: document)]
      return cluster != nil && cluster != clusterOf[document]
    }
    guard !outside.isEmpty else { return [] }
    let inside = all.filter { clusterOf[pairs.heads[$0].a] == clusterOf[pairs.heads[$0].b] }
      .map { pairs[$0] }
      .map { (end: $0.end(beside: document), passages: $0.passages(in: document)) }
    var stories: Set<Int> = []
    for place in outside {
      let end = pairs.heads[place].end(beside: document)
      guard let cluster = clusterOf[end], !stories.contains(cluster) else { continue }
      let passages = pairs[place].passages(in: document)
      let isOther = inside.contains {
        !copies.contains(DocumentPair(end, $0.end)) && passages.isDisjoint($0.passages)
      }
      if isOther { stories.insert(cluster) }
    }
    return stories
  }

  private func cluster(
    _ documents: [Int], id: String, alsoSharesWith: (Int) -> [String]
  ) -> ClusterFinding {
    let otherStories = Dictionary(
      uniqueKeysWithValues: documents.map { ($0, alsoSharesWith($0)) })
    let isWhole = { (document: Int) in otherStories[document]?.isEmpty ?? true }
    let all = documents.map(report.clusterMember)
    let origin = origin(of: all, isWhole: isWhole)
    let finder = AttributionFinder(all, origin: origin)
    let said = Dictionary(uniqueKeysWithValues: zip(documents, all.map(finder.finding)))
    let inside = Set(documents)
    let (representative, reason) = report.configuration.representativeRule.choose(
      documents.map { ruled($0, said[$0]?.attribution ?? .unknown, isWhole: isWhole($0)) })
    let members = order(documents, representative: representative).map { document in
      var member = member(
        document, inside, representative, said[document] ?? .init(attribution: .unknown))
      member.alsoSharesWith = otherStories[document] ?? []
      return member
    }
    return ClusterFinding(
      id: id, origin: origin, representative: representative, representativeReason: reason,
      firstPublished: documents.compactMap { report.documents[$0].published }.min(),
      members: members)
  }

  /// The origin of a cluster. An article that has another cluster's story too may credit that one's
  /// source, and holds others as a digest does; it has a say only where there are no others.
  private func origin(of members: [ClusterMember], isWhole: (Int) -> Bool) -> Origin {
    let whole = members.filter { isWhole($0.document) }
    return origins.origin(of: whole.isEmpty ? members : whole, contained: contained)
  }

  /// A document as far as the rule for the representative looks at it.
  private func ruled(
    _ document: Int, _ attribution: Attribution, isWhole: Bool
  ) -> RepresentativeRule.Member {
    RepresentativeRule.Member(
      document: document, attribution: attribution, isWhole: isWhole,
      source: report.documents[document].source,
      published: report.documents[document].published,
      words: report.sketches[document].digest.tokenCount)
  }

  /// When a document was published, as seconds; one without a date comes after all others.
  private func moment(_ document: Int) -> Int64 {
    report.documents[document].published?.secondsSince1970 ?? Int64.max
  }

  /// The representative first, then by date and id; members without a date last.
  private func order(_ documents: [Int], representative: Int) -> [Int] {
    let others = documents.filter { $0 != representative }
    return [representative] + others.sorted { (moment($0), $0) < (moment($1), $1) }
  }

  /// An id made of the founder's: the earliest dated member, else the first by id. It stays while
  /// later articles join.
  private func id(_ documents: [Int]) -> String {
    let founder = documents.min { (moment($0), $0) < (moment($1), $1) }
    return StableID.make("c", report.documents[founder ?? documents[0]].id)
  }

  private func member(
    _ document: Int, _ inside: Set<Int>, _ representative: Int, _ said: AttributionFinder.Finding
  ) -> MemberFinding {
    let own = (pairsOf[document] ?? []).filter {
      inside.contains(pairs.heads[$0].end(beside: document))
    }.map { pairs[$0] }
    let direct = own.first { $0.a == representative || $0.b == representative }
    let strongest = own.max { $0.verdict.confidence < $1.verdict.confidence }
    let deciding = document == representative ? strongest : direct ?? strongest
    return MemberFinding(
      document: document, role: document == representative ? .representative : .copy,
      relation: deciding?.verdict.relation ?? .rewrite, coverage: coverage(document, own),
      attribution: said.attribution, through: said.through)
  }

  /// The share of one document's unmarked words that stand in passages shared with another.
  ///
  /// Of many documents with one text only the first has pairs, and stands for the others.
  private func contained(_ document: Int, in other: Int) -> Double {
    let first = Int(report.identical.representatives[document])
    let second = Int(report.identical.representatives[other])
    if first == second { return 1 }
    for (one, another) in [(document, other), (first, second)] {
      let found = (pairsOf[one] ?? []).first {
        pairs.heads[$0].a == another || pairs.heads[$0].b == another
      }
      guard let pair = found.map({ pairs[$0] }) else { continue }
      return pair.a == one ? pair.comparison.coverageA : pair.comparison.coverageB
    }
    return 0
  }

  /// The share of a document's unmarked words that stand in passages shared with the others.
  private func coverage(_ document: Int, _ pairs: [RelatedPair]) -> Double {
    guard let text = report.outlines[document], text.proseCount > 0 else { return 0 }
    let passages = pairs.reduce(into: RangeSet<Int>()) {
      $0.formUnion($1.passages(in: document))
    }
    let prose = text.prose(in: passages.ranges.map { TokenRange($0.lowerBound, $0.upperBound) })
    return Double(prose.reduce(0) { $0 + $1.count }) / Double(text.proseCount)
  }
}

extension PairHead {
  /// The document at the other end.
  fileprivate func end(beside document: Int) -> Int { document == a ? b : a }
}

extension RelatedPair {
  /// The document at the other end.
  fileprivate func end(beside document: Int) -> Int { document == a ? b : a }

  /// The passages in one of the pair's documents, in tokens.
  fileprivate func passages(in document: Int) -> RangeSet<Int> {
    RangeSet(
      comparison.matches.lazy.map { document == a ? $0.match.a : $0.match.b }
        .map { $0.lower..<$0.upper })
  }
}
