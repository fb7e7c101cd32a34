public import Shingle

/// Prints the clusters as Markdown (CommonMark with tables), for an issue or a message.
public enum MarkdownPrinter {
  /// Returns the clusters with their members, origin and longest shared passage.
  public static func bytes(of report: Report) -> [UInt8] {
    var text = "# Same copy: \(counted(report.clusters.count, "cluster"))\n\n"
    text += "\(counted(report.documents.count, "article")) read, "
    text += "\(counted(report.pairs.count, "pair")) written.\n"
    for (cluster, summary) in zip(report.clusters, ClusterSummary.all(of: report)) {
      append(cluster, summary, of: report, to: &text)
    }
    return Array(text.utf8)
  }

  private static func append(
    _ cluster: ClusterFinding, _ summary: ClusterSummary, of report: Report, to text: inout String
  ) {
    text += "\n## \(counted(cluster.members.count, "article")), "
    text += "\(escapedMarkdown(cluster.origin.text))\n\n"
    text += "Cluster \(escapedMarkdown(cluster.id))"
    text += summary.relations.isEmpty ? "" : "; \(summary.relationText)"
    text += cluster.firstPublished.map { "; first published \($0)" } ?? ""
    text += ".\n\n| article | outlet | published | relation | shared | attribution | credits |\n"
    text += "| --- | --- | --- | --- | ---: | --- | --- |\n"
    for member in cluster.members {
      text += row(of: member, in: cluster, of: report)
    }
    if let longest = summary.longest {
      let quote = report.excerpt(longest.match.a, of: longest.document)
      text += "\nLongest shared passage, \(counted(longest.match.words, "word")):\n\n"
      text += "> \(escapedMarkdown(quote))\n"
    }
  }

  private static func row(
    of member: MemberFinding, in cluster: ClusterFinding, of report: Report
  ) -> String {
    let document = report.documents[member.document]
    let credits = report.findings[member.document].credits.map {
      "\($0.name) (\($0.kind.rawValue))"
    }
    let cells = [
      document.id, document.source ?? "", document.published?.description ?? "",
      cluster.roleText(of: member), percent(member.coverage), member.attribution.rawValue,
      credits.joined(separator: ", "),
    ]
    return "| " + cells.map(escapedMarkdown).joined(separator: " | ") + " |\n"
  }
}

/// Returns text as one line in which nothing is Markdown or HTML.
func escapedMarkdown(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in visibleScalars(text.unicodeScalars) {
    if isMarkup(scalar) { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

private func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "|", "`", "\\", "*", "_", "[", "]", "<", ">", "#", "~", "&", "!", "$": true
  default: false
  }
}
