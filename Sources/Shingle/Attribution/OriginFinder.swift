internal import Glibc

/// Says whose copy a cluster is, from the credits, dates and passages of its members.
///
/// Every member votes once for each agency it names as a source, with the weight of its clearest
/// credit: a dateline says more than a mention. The agency with the most votes is the origin, even
/// if its own article is not among the documents. Another outlet takes part with half the weight,
/// for its name more often says who was told something than whose copy the text is. The earliest
/// member of all, if most of every other one stands in it, votes for the agency whose article it is;
/// where nobody is credited, it is the origin itself.
struct OriginFinder: Sendable {
  /// The weight of a credit of each kind: how plainly it says "this text is theirs".
  static func weight(_ kind: CreditKind) -> Double {
    switch kind {
    case .dateline, .byline, .metadata: 3
    case .contribution, .footer, .lead: 2
    case .inText: 1
    case .photo, .about: 0
    }
  }

  /// The weight of a credit of a type and kind; an outlet's in the middle of a text is a fact's.
  static func weight(_ credit: Credit) -> Double {
    switch (credit.type, credit.kind) {
    case (.agency, let kind): weight(kind)
    case (.outlet, .inText): 0
    case (.outlet, let kind): weight(kind) / 2
    }
  }

  /// The candidates listed beside the origin.
  static let mostCompeting = 5
  /// Members that must credit an outlet whose own article is not among the documents: one alone
  /// may have been told a single fact.
  private static let leastCrediting = 2
  /// The vote for an upstream that nobody names, against which the earliest member stands: as much
  /// as one mention of it.
  private static let unnamedVote = 1.0
  /// The vote of an agency's own article that is the earliest and holds the others: as much as that
  /// of a dateline.
  private static let firstVote = 3.0
  /// The share of another member that stands in the earliest: that of a reprint.
  private static let leastContained = 0.45

  /// Returns the origin of a cluster with its evidence, the clearest credit of each member.
  ///
  /// The confidence is the origin's share of all votes, discounted by 2⁻ᵛ for *v* votes: one
  /// mention in one article is little. `contained` gives the share of one document's words, in
  /// 0...1, that stand in passages shared with another.
  ///
  /// - Complexity: O(*c* + *m*) for *c* credits of *m* members.
  func origin(
    of members: [ClusterMember],
    contained: (_ document: Int, _ other: Int) -> Double = { _, _ in 0 }
  ) -> Origin {
    let first = earliest(members, contained)
    let holder = first.flatMap { first in
      first.isContained ? members.first { $0.document == first.origin.document }?.agency : nil
    }
    var ranked = ranked(members, firstHeldBy: holder)
    let best = ranked.firstIndex { candidate in
      candidate.kind == .agency || candidate.isInFeed
        || candidate.evidence.count >= Self.leastCrediting
    }
    if let best {
      var origin = ranked.remove(at: best)
      origin.competing = Array(ranked.prefix(Self.mostCompeting))
      return origin
    }
    guard let (earliest, isContained) = first else {
      return unknown(ranked)
    }
    guard isContained, ranked.isEmpty else { return unknown([earliest] + ranked) }
    return earliest
  }

  private func unknown(_ candidates: [Origin]) -> Origin {
    var origin = Origin.unknown
    origin.competing = Array(candidates.prefix(Self.mostCompeting))
    return origin
  }

  /// The names that members credit, each with its share of the votes; agencies before outlets.
  /// `holder` is the agency whose own article is the first and holds the others.
  private func ranked(_ members: [ClusterMember], firstHeldBy holder: String?) -> [Origin] {
    var votes: [String: Double] = [:]
    var evidence: [String: [OriginEvidence]] = [:]
    for member in members {
      for (name, credit) in clearest(member) {
        votes[name, default: 0] += Self.weight(credit)
        evidence[name, default: []].append(
          OriginEvidence(document: member.document, credit: credit))
      }
    }
    if let holder, let vote = votes[holder] { votes[holder] = vote + Self.firstVote }
    var candidates = votes.keys.compactMap { name in
      evidence[name].map { candidate(name, votes[name] ?? 0, votes, $0, members) }
    }
    for index in candidates.indices where holder?.isSame(as: candidates[index].name) == true {
      candidates[index].reasons.append("it is the first, and most of every other stands in it")
    }
    return candidates.sorted { one, other in
      (one.kind == .agency ? 0 : 1, other.confidence, one.name ?? "")
        < (other.kind == .agency ? 0 : 1, one.confidence, other.name ?? "")
    }
  }

  private func candidate(
    _ name: String, _ own: Double, _ votes: [String: Double], _ evidence: [OriginEvidence],
    _ members: [ClusterMember]
  ) -> Origin {
    let article = members.filter { $0.isPublished(by: name) }
      .min { ($0.moment, $0.document) < ($1.moment, $1.document) }
    let total = votes.values.sorted().reduce(0, +)
    let isAgency = evidence[0].credit.type == .agency
    let verb = evidence.count == 1 ? "names" : "name"
    let crediting = "\(evidence.count) of \(members.count) members \(verb) \(name)"
    let presence = article == nil ? "its own article is not here" : "its own article is here"
    return Origin(
      name: name, kind: isAgency ? .agency : .outlet, document: article?.document,
      confidence: own / total * (1 - exp2(-own)), reasons: [crediting, presence],
      evidence: evidence)
  }

  /// The clearest credit for each name that weighs anything, ordered by name.
  private func clearest(_ member: ClusterMember) -> [(name: String, credit: Credit)] {
    var best: [String: Credit] = [:]
    for credit in member.credits where member.names(credit) && Self.weight(credit) > 0 {
      if let known = best[credit.name], Self.weight(known) >= Self.weight(credit) { continue }
      best[credit.name] = credit
    }
    return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension OriginFinder {
  /// The member that was surely published before every other dated one, if there is one, and
  /// whether most of every other member stands in it.
  private func earliest(
    _ members: [ClusterMember], _ contained: (Int, Int) -> Double
  ) -> (origin: Origin, isContained: Bool)? {
    let dated = members.filter { $0.published != nil }
    guard dated.count > 1,
      let first = dated.min(by: { ($0.moment, $0.document) < ($1.moment, $1.document) })
    else { return nil }
    // Versions of one outlet's item are its own, by whatever minutes they are apart.
    let others = members.filter { other in
      other.document != first.document && !(first.outlet.map(other.isPublished) ?? false)
    }
    let later = others.count { DateOrder.isBefore(first.published, $0.published) }
    guard later > 0, later == others.count(where: { $0.published != nil }) else { return nil }
    let holding = others.count { contained($0.document, first.document) >= Self.leastContained }
    var votes = Double(later) / Double(others.count)
    var reasons = ["dated before \(later) of \(others.count) other members"]
    if holding == others.count {
      votes += 1
      reasons.append("most of every other member stands in it")
    }
    reasons.append("nobody is credited")
    let confidence = votes / (votes + Self.unnamedVote) * (1 - exp2(-votes))
    let origin = Origin(
      name: first.outlet, kind: .earliestMember, document: first.document,
      confidence: confidence, reasons: reasons, evidence: [])
    return (origin, holding == others.count && later == others.count)
  }
}
