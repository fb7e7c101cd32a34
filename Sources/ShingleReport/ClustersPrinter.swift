public import Shingle

/// Prints `clusters.jsonl`: one line a cluster, in the order of the report.
public enum ClustersPrinter {
  /// Passes the lines on in pieces, each of whole lines.
  public static func print<Failure: Error>(
    _ report: Report, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try printLines(report.clusters.count, to: sink) { json, index in
      json.cluster(report.clusters[index], of: report)
    }
  }

  /// Returns the lines as one array.
  public static func bytes(of report: Report) -> [UInt8] {
    gathered { sink in print(report, to: sink) }
  }
}

extension JSONWriter {
  fileprivate mutating func cluster(_ cluster: ClusterFinding, of report: Report) {
    beginObject()
    key("id")
    string(cluster.id)
    key("origin")
    origin(cluster.origin, of: report)
    key("representative")
    string(report.documents[cluster.representative].id)
    key("representative_reason")
    string(cluster.representativeReason)
    key("first_published")
    optional(cluster.firstPublished?.description)
    key("members")
    array(cluster.members) { $0.member($1, of: report) }
    endObject()
  }

  private mutating func origin(_ origin: Origin, of report: Report) {
    beginObject()
    originMembers(origin, of: report)
    key("competing")
    array(origin.competing) { json, candidate in
      json.beginObject()
      json.originMembers(candidate, of: report)
      json.endObject()
    }
    endObject()
  }

  private mutating func originMembers(_ origin: Origin, of report: Report) {
    key("name")
    optional(origin.name)
    key("confidence")
    real(origin.confidence)
    key("evidence")
    array(origin.evidence) { json, evidence in
      json.credit(evidence.credit, document: report.documents[evidence.document].id)
    }
    key("kind")
    string(origin.kind.rawValue)
    key("in_feed")
    bool(origin.isInFeed)
    key("document")
    optional(origin.document.map { report.documents[$0].id })
    key("reasons")
    array(origin.reasons) { $0.string($1) }
  }

  private mutating func member(_ member: MemberFinding, of report: Report) {
    beginObject()
    key("id")
    string(report.documents[member.document].id)
    key("role")
    string(member.role.rawValue)
    key("relation")
    string(member.relation.rawValue)
    key("coverage")
    real(member.coverage)
    key("attribution")
    string(member.attribution.rawValue)
    if let through = member.through {
      key("through")
      string(report.documents[through].id)
    }
    if !member.alsoSharesWith.isEmpty {
      key("also_shares_with")
      array(member.alsoSharesWith) { $0.string($1) }
    }
    key("credits")
    array(report.findings[member.document].credits) { $0.credit($1) }
    endObject()
  }
}
