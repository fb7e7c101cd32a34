import Shingle

/// One cluster of the page: who has the copy, since when, and each member beside the
/// representative.
struct PageCluster {
  let report: Report
  let options: HTMLPrinter.Options
  let places: PagePlaces
  /// The cluster's place in the report.
  let index: Int
  let summary: ClusterSummary

  private var cluster: ClusterFinding { report.clusters[index] }

  /// The values of the template.
  func values() -> PageTemplates.Values {
    let comparisons = shownComparisons()
    let rows = cluster.members.sorted(by: isEarlier).prefix(options.maximumMembers)
    return [
      "clusterID": cluster.id, "anchor": "c\(index + 1)",
      "headline": report.headline(of: cluster.representative),
      "size": counted(cluster.members.count, "article"),
      "relationText": summary.relationText.isEmpty ? false : summary.relationText as Any,
      "originName": cluster.origin.nameText,
      "originPlace": cluster.origin.placeText.isEmpty ? false : cluster.origin.placeText as Any,
      "originConfidence": cluster.origin.kind == .unknown
        ? false : percent(cluster.origin.confidence) as Any,
      "originReasons": originReasons.isEmpty ? false : originReasons as Any,
      "chain": chain.values(),
      "evidence": evidence(), "time": PageTime.values(cluster.firstPublished),
      "relationKeys": summary.relations.map(\.relation.rawValue).joined(separator: " "),
      "attributionKeys": attributionKeys, "members": rows.map(row),
      "cutMembers": cutText(cluster.members.count - rows.count, "member"),
      "comparisons": comparisons,
      "cutComparisons": cutText(cluster.members.count - 1 - comparisons.count, "comparison"),
    ]
  }

  private var originReasons: String { AuditWords(report: report).reasons(cluster.origin) }

  private var chain: PageChain {
    var anchors: [Int: String] = [:]
    for comparison in places.comparisons[index] { anchors[comparison.right] = comparison.anchor }
    // The representative stands on the left of every comparison, so with its own counterpart too.
    let representative = places.members[index]?.first { $0.document == cluster.representative }
    anchors[cluster.representative] = representative?.counterpart.flatMap { anchors[$0] }
    return PageChain(
      report: report, cluster: cluster, entries: places.chains[index], places: places,
      anchors: anchors)
  }

  private var attributionKeys: String {
    let present = Set(cluster.members.map(\.attribution))
    return Attribution.allCases.filter(present.contains).map(\.rawValue).joined(separator: " ")
  }

  private func cutText(_ count: Int, _ noun: String) -> Any {
    count > 0 ? ["left": counted(count, "more " + noun)] as PageTemplates.Values : false
  }

  private func evidence() -> [PageTemplates.Values] {
    cluster.origin.evidence.prefix(options.maximumEvidence).map { evidence in
      [
        "quote": visibleLine(evidence.credit.quote), "credited": evidence.credit.name,
        "kind": evidence.credit.kind.rawValue,
        "evidenceID": report.documents[evidence.document].id,
        "place": places.credit(evidence.credit, of: evidence.document) as Any? ?? false,
      ]
    }
  }

  /// Orders members by publication, those without a date last, and else as the report has them.
  private func isEarlier(_ one: MemberFinding, _ other: MemberFinding) -> Bool {
    let documents = report.documents
    switch (documents[one.document].published, documents[other.document].published) {
    case (let one?, let other?): return one < other
    case (.some, nil): return true
    default: return false
    }
  }

  private func row(of member: MemberFinding) -> PageTemplates.Values {
    let document = report.documents[member.document]
    let isRepresentative = member.document == cluster.representative
    let credits = report.findings[member.document].credits.filter(\.kind.namesSource)
    return [
      "time": PageTime.values(document.published), "lag": lag(of: document) as Any? ?? false,
      "outlet": document.source as Any? ?? false,
      "memberID": document.id, "headline": report.headline(of: member.document),
      "relation": cluster.roleText(of: member),
      "coverage": percent(member.coverage), "attribution": member.attribution.rawValue,
      "creditNames": credits.isEmpty ? false : distinctNames(of: credits) as Any,
      "isRepresentative": isRepresentative,
    ]
  }

  private func lag(of document: Document) -> String? {
    guard let time = document.published, let first = cluster.firstPublished else { return nil }
    return PageTime.lag(of: time, after: first)
  }

  private func distinctNames(of credits: [Credit]) -> String {
    var names: [String] = []
    for credit in credits where !names.contains(credit.name) { names.append(credit.name) }
    return names.joined(separator: ", ")
  }

  private func shownComparisons() -> [PageTemplates.Values] {
    places.comparisons[index].enumerated().map { place, comparison in
      PageComparison(report: report, options: options, places: places, comparison: comparison)
        .values(isOpen: place == 0)
    }
  }
}

/// The pairs within clusters, by their documents.
struct ClusterPairs {
  private let report: Report
  private var byDocuments: [Int: Int] = [:]
  private var strongest: [Int: Int] = [:]

  /// Takes up every pair of which both documents are in one cluster.
  ///
  /// - Complexity: O(*p*), where *p* is the number of pairs.
  init(_ report: Report) {
    self.report = report
    for (index, pair) in report.pairs.heads.enumerated() {
      guard let cluster = report.findings[pair.a].cluster,
        cluster == report.findings[pair.b].cluster
      else { continue }
      byDocuments[key(pair.a, pair.b)] = index
      for document in [pair.a, pair.b] where isStronger(pair, than: strongest[document]) {
        strongest[document] = index
      }
    }
  }

  /// The pair of a member with its representative or, where they were not compared, the member's
  /// strongest pair within the cluster.
  func pair(of member: Int, with representative: Int) -> PairFinding? {
    let index = byDocuments[key(member, representative)] ?? strongest[member]
    return index.map { report.pairs[$0] }
  }

  private func key(_ one: Int, _ other: Int) -> Int {
    min(one, other) * report.documents.count + max(one, other)
  }

  private func isStronger(_ pair: PairFindings.Head, than index: Int?) -> Bool {
    guard let index else { return true }
    return pair.confidence > report.pairs.head(index).confidence
  }
}
