import Shingle

/// Who carried a cluster's copy when, from whom and with what credit: a list in which each member
/// stands below the one it came from.
struct PageChain {
  let report: Report
  let cluster: ClusterFinding
  /// The cluster's members by their documents.
  let audited: [Int: AuditedMember]
  /// The anchors of the comparisons that show a member's passages.
  let anchors: [Int: String]

  /// The levels that are indented; deeper ones stand below the last.
  private static let deepest = 4

  /// The values of the template, of at most `limit` members.
  func values(limit: Int) -> [PageTemplates.Values] {
    inOrder(limit: limit).map(values)
  }

  /// The members, each right after the one it came from or that one's other takers, by date.
  ///
  /// - Complexity: O(*m* log *m*) for *m* members.
  private func inOrder(limit: Int) -> [(member: AuditedMember, depth: Int)] {
    let members = cluster.members.compactMap { audited[$0.document] }.sorted {
      (moment($0), $0.document) < (moment($1), $1.document)
    }
    let parent = { (member: AuditedMember) in
      member.upstream?.document.flatMap { audited[$0] == nil ? nil : $0 }
    }
    let children = Dictionary(grouping: members, by: parent)
    var waiting = (children[nil] ?? []).reversed().map { (member: $0, depth: 0) }
    var ordered: [(member: AuditedMember, depth: Int)] = []
    while let next = waiting.popLast(), ordered.count < limit {
      ordered.append(next)
      let below = min(next.depth + 1, Self.deepest)
      waiting += (children[next.member.document] ?? []).reversed().map { ($0, below) }
    }
    return ordered
  }

  private func moment(_ member: AuditedMember) -> Int64 {
    report.documents[member.document].published?.secondsSince1970 ?? Int64.max
  }

  private func values(_ member: AuditedMember, depth: Int) -> PageTemplates.Values {
    let words = AuditWords(report: report)
    let document = report.documents[member.document]
    let credit = credit(of: member)
    return [
      "depth": depth, "findingID": member.id, "attribution": member.attribution.rawValue,
      "time": PageTime.values(document.published),
      "delay": member.delay.map(delayText) as Any? ?? false,
      "who": words.outlet(member.document),
      "chainID": document.source == nil ? false : document.id as Any,
      "copied": member.attribution == .isOrigin ? false : percent(member.copied) as Any,
      "upstream": words.upstream(member) as Any? ?? false,
      "creditQuote": credit.map { visibleLine($0.quote) } as Any? ?? false,
      "creditKind": credit?.kind.rawValue as Any? ?? false,
      "evidence": anchors[member.document] as Any? ?? false,
    ]
  }

  /// The credit on which a member's attribution rests.
  private func credit(of member: AuditedMember) -> Credit? {
    let credits = report.findings[member.document].credits.filter(\.kind.namesSource)
    switch member.attribution {
    case .credited: return credits.first { $0.name.utf8.elementsEqual(originName.utf8) }
    case .creditedIndirectly: return credits.first
    case .creditsOther: return credits.first { $0.type == .agency } ?? credits.first
    case .isOrigin, .uncredited, .unknown: return nil
    }
  }

  private var originName: String { cluster.origin.name ?? "" }
}
