internal import Glibc

/// Says whose copy a cluster is, from the credits in its members.
///
/// Every member votes once for each agency it names as a source, with the weight of its clearest
/// credit: a dateline says more than a mention. The agency with the most votes is the origin, even
/// if its own article is not among the documents.
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

  /// A member of a cluster and the credits it carries.
  struct Member: Sendable {
    var document: Int
    var credits: [Credit]
    /// The agency that published the document itself.
    var agency: String?
  }

  /// Returns the origin of a cluster with its evidence, the clearest credit of each member.
  ///
  /// The confidence is the origin's share of all votes, discounted by 2⁻ᵛ for *v* votes: one
  /// mention in one article is little.
  func origin(of members: [Member]) -> Origin {
    var votes: [String: Double] = [:]
    var evidence: [String: [OriginEvidence]] = [:]
    for member in members {
      for (name, credit) in clearest(member.credits) {
        votes[name, default: 0] += Self.weight(credit.kind)
        evidence[name, default: []].append(
          OriginEvidence(document: member.document, credit: credit))
      }
    }
    let ranked = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first else { return Origin(name: nil, confidence: 0, evidence: []) }
    let share = best.value / ranked.reduce(0) { $0 + $1.value }
    return Origin(
      name: best.key, confidence: share * (1 - exp2(-best.value)),
      evidence: evidence[best.key] ?? [])
  }

  /// The clearest credit for each agency, ordered by name.
  private func clearest(_ credits: [Credit]) -> [(name: String, credit: Credit)] {
    var best: [String: Credit] = [:]
    for credit in credits where credit.type == .agency && credit.kind.namesSource {
      if let known = best[credit.name], Self.weight(known.kind) >= Self.weight(credit.kind) {
        continue
      }
      best[credit.name] = credit
    }
    return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Returns what each member says of the origin; `source` has the outlets of their documents.
  ///
  /// - Complexity: O(*c*) for *c* credits of all members.
  func attributions(
    of members: [Member], source: [Int: String], origin: Origin
  ) -> [Attribution] {
    guard let name = origin.name else { return members.map { _ in .unknown } }
    let carriers = Set(
      members.lazy.filter { $0.credits.contains { $0.kind.namesSource && $0.name == name } }
        .compactMap { source[$0.document] }.map(XXH3.hash))
    return members.map { member in
      member.agency == name
        ? .isOrigin
        : attribution(member.credits.filter { $0.kind.namesSource }, name, carriers: carriers)
    }
  }

  /// Returns what the credits of one member say, where `carriers` are the hashes of the outlets
  /// that credit the origin: hashing a string itself is quadratic on runs of combining marks.
  private func attribution(
    _ credits: [Credit], _ name: String, carriers: Set<UInt64>
  ) -> Attribution {
    if credits.contains(where: { $0.name == name }) { return .credited }
    if credits.contains(where: { carriers.contains(XXH3.hash($0.name)) }) {
      return .creditedIndirectly
    }
    return credits.contains { $0.type == .agency } ? .creditsOther : .uncredited
  }
}
