import Shingle

/// Who carried a cluster's copy when, from whom and with what credit: a list in which each member
/// stands below the one it came from.
struct PageChain {
  let report: Report
  let cluster: ClusterFinding
  /// A member, and how many steps it is from one that came from no other.
  typealias Entry = (member: AuditedMember, depth: Int)

  /// The cluster's members in order.
  let entries: [Entry]
  let places: PagePlaces
  /// The anchors of the comparisons that show a member's passages.
  let anchors: [Int: String]

  /// The levels that are indented; deeper ones stand below the last.
  private static let deepest = 4

  /// The values of the template.
  func values() -> [PageTemplates.Values] { entries.map(values) }

  /// A cluster's members, each right after the one it came from or that one's other takers, by date.
  ///
  /// - Complexity: O(*m* log *m*) for *m* members.
  static func inOrder(
    _ members: [AuditedMember], of report: Report, limit: Int
  ) -> [Entry] {
    let moment = { (member: AuditedMember) in
      report.documents[member.document].published?.secondsSince1970 ?? Int64.max
    }
    let members = members.sorted { (moment($0), $0.document) < (moment($1), $1.document) }
    let present = Set(members.map(\.document))
    let parent = { (member: AuditedMember) in
      member.upstream?.document.flatMap { present.contains($0) ? $0 : nil }
    }
    let children = Dictionary(grouping: members, by: parent)
    var waiting = (children[nil] ?? []).reversed().map { (member: $0, depth: 0) }
    var ordered: [Entry] = []
    while let next = waiting.popLast(), ordered.count < limit {
      ordered.append(next)
      let below = min(next.depth + 1, deepest)
      waiting += (children[next.member.document] ?? []).reversed().map { ($0, below) }
    }
    return ordered
  }

  private func values(_ member: AuditedMember, depth: Int) -> PageTemplates.Values {
    let words = AuditWords(report: report)
    let document = report.documents[member.document]
    let place = credit(of: member)
    let credit = place.map { report.findings[member.document].credits[$0] }
    return [
      "depth": depth, "findingID": member.id, "attribution": member.attribution.rawValue,
      "time": PageTime.values(document.published),
      "delay": member.delay.map(delayText) as Any? ?? false,
      "who": words.outlet(member.document),
      "chainID": document.source == nil ? false : document.id as Any,
      "copied": member.attribution == .isOrigin ? false : percent(member.copied) as Any,
      "upstream": words.upstream(member) as Any? ?? false,
      "creditQuote": credit.map { visibleLine($0.quote) } as Any? ?? false,
      "creditPlace": place.flatMap { places.credit($0, of: member.document) } as Any? ?? false,
      "creditKind": credit?.kind.rawValue as Any? ?? false,
      "evidence": anchors[member.document] as Any? ?? false,
    ]
  }

  /// The place in its list of the credit on which a member's attribution rests.
  private func credit(of member: AuditedMember) -> Int? {
    let credits = report.findings[member.document].credits
    let sources = credits.indices.filter { credits[$0].kind.namesSource }
    switch member.attribution {
    case .credited: return sources.first { credits[$0].name.utf8.elementsEqual(originName.utf8) }
    case .creditedIndirectly: return sources.first
    case .creditsOther: return sources.first { credits[$0].type == .agency } ?? sources.first
    case .isOrigin, .uncredited, .unknown: return nil
    }
  }

  private var originName: String { cluster.origin.name ?? "" }
}
