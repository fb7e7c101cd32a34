/// Says of every member of a report's clusters how much it copied, from whom and when.
struct MemberAuditor {
  private let report: Report
  /// The pairs with the same copy within each document's cluster.
  private var pairsOf: [Int: [Int]] = [:]

  /// - Complexity: O(*p*) for *p* pairs.
  init(_ report: Report) {
    self.report = report
    for (index, pair) in report.pairs.heads.enumerated() where pair.relation.isSameCopy {
      guard let cluster = report.findings[pair.a].cluster,
        cluster == report.findings[pair.b].cluster
      else { continue }
      pairsOf[pair.a, default: []].append(index)
      pairsOf[pair.b, default: []].append(index)
    }
  }

  /// Returns the members in the order of the report.
  func members() -> [AuditedMember] {
    report.clusters.indices.flatMap { cluster in
      withoutCircles(report.clusters[cluster].members.map { member($0, in: cluster) })
    }
  }

  private func member(_ member: MemberFinding, in cluster: Int) -> AuditedMember {
    let document = member.document
    let finding = report.clusters[cluster]
    let upstream = upstream(of: member, finding.origin)
    let pair = pair(of: document, with: upstream?.document)
    let isOrigin = member.attribution == .isOrigin
    return AuditedMember(
      id: StableID.make("m", report.documents[document].id), cluster: cluster,
      document: document, attribution: member.attribution,
      copied: isOrigin ? 0 : member.coverage, delay: delay(of: document, in: finding),
      upstream: upstream, counterpart: pair.map { $0.a == document ? $0.b : $0.a },
      passages: pair.map { passages(of: document, $0) } ?? [])
  }

  /// The agency or outlet that a member credits; without a credit the member from which dates and
  /// passages say that it came.
  private func upstream(of member: MemberFinding, _ origin: Origin) -> AuditedMember.Upstream? {
    switch member.attribution {
    case .isOrigin: return nil
    case .credited:
      return .init(document: origin.document, name: origin.name, basis: [.credit])
    case .creditedIndirectly:
      let name = member.through.flatMap { report.documents[$0].source }
      return .init(document: member.through, name: name, basis: [.credit])
    case .uncredited, .creditsOther, .unknown:
      guard let best = bestDirection(to: member.document) else { return nil }
      return .init(
        document: best.from, name: report.documents[best.from].source, basis: best.basis)
    }
  }

  /// The direction to a document that rests on the strongest ground, among equals the one with most
  /// words in common, then the first by id.
  private func bestDirection(to document: Int) -> Direction? {
    let arriving = (pairsOf[document] ?? []).map { report.pairs[$0] }
      .filter { $0.direction?.to == document }
    return arriving.min { rank($0) < rank($1) }?.direction
  }

  private func rank(_ pair: PairFinding) -> (Int, Int, Int) {
    let basis = pair.direction?.basis.first
    let place = basis.flatMap { DirectionBasis.allCases.firstIndex(of: $0) } ?? .max
    return (place, -pair.sharedWords, pair.direction?.from ?? .max)
  }

  /// The pair of a member with its upstream or, where they were not compared, the pair with most
  /// words in common.
  private func pair(of document: Int, with upstream: Int?) -> PairFinding? {
    let places = pairsOf[document] ?? []
    let direct = places.first {
      let head = report.pairs.head($0)
      return head.a == upstream || head.b == upstream
    }
    if let direct { return report.pairs[direct] }
    return places.map { report.pairs[$0] }
      .min { ($1.sharedWords, $0.a, $0.b) < ($0.sharedWords, $1.a, $1.b) }
  }

  private func passages(of document: Int, _ pair: PairFinding) -> [AuditedPassage] {
    let isFirst = pair.a == document
    let ids = [document, isFirst ? pair.b : pair.a].map { report.documents[$0].id }
    return pair.matches.map { match in
      let (own, other) = isFirst ? (match.a, match.b) : (match.b, match.a)
      return AuditedPassage(
        id: StableID.make(
          "p", ids[0], "\(own.start)", "\(own.end)", ids[1], "\(other.start)", "\(other.end)"),
        range: own, other: other, words: match.words, verbatim: match.verbatim,
        quoted: match.quoted)
    }.sorted { ($0.range.start, $0.other.start) < ($1.range.start, $1.other.start) }
  }

  /// Seconds after the origin's article, or after the first member; a bare day has no time.
  private func delay(of document: Int, in cluster: ClusterFinding) -> Int64? {
    let origin = cluster.origin.document.flatMap { report.documents[$0].published }
    guard let own = report.documents[document].published, !own.isDayOnly,
      let first = origin ?? cluster.firstPublished, !first.isDayOnly
    else { return nil }
    return own.secondsSince1970 - first.secondsSince1970
  }

  /// Takes the upstream from one member of each circle, in which nobody can have been first.
  ///
  /// - Complexity: O(*m*) for *m* members.
  private func withoutCircles(_ members: [AuditedMember]) -> [AuditedMember] {
    var members = members
    let places = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { ($0.element.document, $0.offset) })
    var walkOf = [Int](repeating: 0, count: members.count)
    for start in members.indices {
      var place: Int? = start
      while let here = place, walkOf[here] == 0 {
        walkOf[here] = start + 1
        let next = members[here].upstream?.document.flatMap { places[$0] }
        if let next, walkOf[next] == start + 1 { members[here].upstream = nil }
        place = next
      }
    }
    return members
  }
}

extension PairFinding {
  /// The words of all its passages.
  fileprivate var sharedWords: Int { matches.reduce(0) { $0 + $1.words } }
}
