public import Shingle

/// Prints the clusters for a terminal: what, whose copy, which articles, and the longest passage.
///
/// Nothing of an article reaches the terminal as a control sequence (see `PlainText.swift`).
public enum TextPrinter {
  /// Prints the summary, with no line of article text wider than `width` columns.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - width: The terminal's columns; at least 24 are used.
  ///   - usesColors: Whether ANSI colours may be written.
  /// - Returns: UTF-8, with a line feed after each line.
  public static func bytes(
    of report: Report, width: Int = 80, usesColors: Bool = false
  ) -> [UInt8] {
    let page = TextPage(report: report, width: max(width, 24), style: Style(isOn: usesColors))
    var lines: [String] = []
    for (cluster, summary) in zip(report.clusters, ClusterSummary.all(of: report)) {
      lines += page.lines(of: cluster, summary)
    }
    lines += page.totals()
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

private struct TextPage {
  let report: Report
  let width: Int
  let style: Style

  func lines(of cluster: ClusterFinding, _ summary: ClusterSummary) -> [String] {
    let count = counted(cluster.members.count, "article")
    let rest = [summary.relationText, visibleLine("origin " + cluster.origin.text)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let heading = cut(rest, toColumns: max(1, width - count.utf8.count - 3))
    var lines = [style.bold(count) + " · " + heading]
    lines += cluster.members.map { member in line(of: member, in: cluster) }
    if let longest = summary.longest {
      let words = "  \(counted(longest.match.words, "word")): "
      let quote = report.excerpt(longest.match.a, of: longest.document, limit: 8 * width)
      let room = max(8, width - words.utf8.count - 2)
      lines.append(style.dim(words) + "“" + style.green(cut(quote, toColumns: room)) + "”")
    }
    return lines + [""]
  }

  private func line(of member: MemberFinding, in cluster: ClusterFinding) -> String {
    let document = report.documents[member.document]
    let isRepresentative = member.document == cluster.representative
    let facts = [
      document.source, cluster.roleText(of: member), percent(member.coverage),
      member.attribution.rawValue,
    ].compactMap(\.self).map(visibleLine).joined(separator: ", ")
    let id = cut(visibleLine(document.id), toColumns: width - 4)
    let used = id.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    let room = width - used - 4
    let tail = room < 8 ? "" : "  " + style.dim(cut(facts, toColumns: room))
    return "  " + (isRepresentative ? style.bold(id) : id) + tail
  }

  func totals() -> [String] {
    let statistics = report.statistics
    var counts: [Relation: Int] = [:]
    for pair in report.pairs.heads { counts[pair.relation, default: 0] += 1 }
    let relations = Relation.allCases.compactMap { relation in
      counts[relation].map { "\($0) \(relation.rawValue)" }
    }
    let members = report.clusters.flatMap(\.members)
    let uncredited = members.count { $0.attribution == .uncredited }
    let facts = [
      counted(report.documents.count, "article"),
      "\(counted(report.clusters.count, "cluster")) with \(counted(members.count, "article"))",
      "\(uncredited) uncredited", counted(report.pairs.count, "pair"),
    ]
    var lines = [style.bold(facts.joined(separator: ", "))]
    if !relations.isEmpty { lines.append("pairs: " + relations.joined(separator: ", ")) }
    if statistics.shortDocuments > 0 {
      let short = counted(statistics.shortDocuments, "article")
      lines.append("\(short) too short to compare")
    }
    return lines
  }
}
