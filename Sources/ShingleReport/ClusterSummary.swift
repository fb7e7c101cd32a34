import Shingle

/// What the short printers show of a cluster: its relations and its longest shared passage.
struct ClusterSummary {
  /// The relations of the members but the representative, in the order of the relations.
  let relations: [(relation: Relation, count: Int)]
  /// The passage with the most words that two members share, or nil where none was looked for.
  let longest: SharedPassage?

  /// A passage as the first document of its pair has it.
  struct SharedPassage {
    let document: Int
    let match: MatchFinding
  }

  /// Summarises every cluster in one pass over the pairs.
  ///
  /// - Complexity: O(*p* + *m*), where *p* is the number of shared passages and *m* that of
  ///   members.
  static func all(of report: Report) -> [ClusterSummary] {
    var longest = [SharedPassage?](repeating: nil, count: report.clusters.count)
    for (index, head) in report.pairs.heads.enumerated() {
      guard let cluster = report.findings[head.a].cluster,
        cluster == report.findings[head.b].cluster
      else { continue }
      let pair = report.pairs[index]
      for match in pair.matches where match.words > longest[cluster]?.match.words ?? 0 {
        longest[cluster] = SharedPassage(document: pair.a, match: match)
      }
    }
    return zip(report.clusters, longest).map { cluster, longest in
      ClusterSummary(relations: relationCounts(of: cluster), longest: longest)
    }
  }

  private static func relationCounts(
    of cluster: ClusterFinding
  ) -> [(relation: Relation, count: Int)] {
    var counts: [Relation: Int] = [:]
    for member in cluster.members where member.document != cluster.representative {
      counts[member.relation, default: 0] += 1
    }
    return Relation.allCases.compactMap { relation in
      counts[relation].map { (relation, $0) }
    }
  }

  /// The relations in words: `3 reprint, 1 rewrite`.
  var relationText: String {
    relations.map { "\($0.count) \($0.relation.rawValue)" }.joined(separator: ", ")
  }
}

extension ClusterFinding {
  /// What a member is to the cluster, in words: `rewrite`, `representative: longest (1 of 2)`.
  func roleText(of member: MemberFinding) -> String {
    guard member.document == representative else { return member.relation.rawValue }
    return "representative" + (representativeReason.isEmpty ? "" : ": \(representativeReason)")
  }
}

extension Origin {
  /// The origin in words: `Reuters, not in the feed (97 %)`.
  var text: String {
    kind == .unknown ? "unknown upstream" : "\(nameText)\(placeText) (\(percent(confidence)))"
  }

  /// The name, or what stands for one.
  var nameText: String {
    name ?? (kind == .unknown ? "unknown upstream" : "an article of no outlet")
  }

  /// What else there is to say of it: `, not in the feed`.
  var placeText: String {
    switch kind {
    case .earliestMember: ", the earliest member"
    case .agency, .outlet: isInFeed ? "" : ", not in the feed"
    case .unknown: ""
    }
  }
}

/// Returns a share of 0...1 as whole per cent, rounded down from just under 1 so that `100 %` says
/// all.
func percent(_ share: Double) -> String {
  guard share.isFinite else { return "–" }
  let rounded = Int((min(max(share, 0), 1) * 100).rounded())
  return "\(share < 1 ? min(rounded, 99) : rounded) %"
}

/// Returns a number and its noun: `1 article`, `2 articles`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
