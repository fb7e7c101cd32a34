public import Shingle

/// Prints an audit's tables as CSV, by the rules of ``CSVPrinter``.
public enum AuditCSVPrinter {
  /// Returns one line a member of a cluster.
  public static func members(_ audit: Audit, of report: Report) -> [UInt8] {
    var table = CSVTable()
    table.line([
      "finding", "id", "source", "published", "cluster", "origin", "origin_in_feed",
      "origin_confidence", "attribution", "copied", "delay_seconds", "upstream",
      "upstream_basis", "counterpart", "passages", "words", "credits",
    ])
    for member in audit.members {
      let document = report.documents[member.document]
      let cluster = report.clusters[member.cluster]
      let upstream = member.upstream
      table.line(
        [
          member.id, document.id, document.source ?? "", document.published?.description ?? "",
          cluster.id, cluster.origin.name ?? "", cluster.origin.isInFeed ? "true" : "false",
          decimalText(cluster.origin.confidence), member.attribution.rawValue,
          decimalText(member.copied), member.delay.map { String($0) } ?? "",
          upstream?.document.map { report.documents[$0].id } ?? upstream?.name ?? "",
          upstream?.basis.map(\.rawValue).joined(separator: "; ") ?? "",
          member.counterpart.map { report.documents[$0].id } ?? "",
          String(member.passages.count), String(member.passages.reduce(0) { $0 + $1.words }),
          report.findings[member.document].credits.map { "\($0.name) (\($0.kind.rawValue))" }
            .joined(separator: "; "),
        ], numbers: [10])
    }
    return table.bytes
  }

  /// Returns one line for each outlet and origin that have members in common.
  public static func matrix(_ audit: Audit) -> [UInt8] {
    var table = CSVTable()
    let attributions = Attribution.allCases
    table.line(
      ["outlet", "origin", "members", "copies"] + attributions.map(\.rawValue)
        + ["credited_share", "median_copied", "median_delay_seconds"])
    for row in audit.matrix.rows {
      for (index, column) in audit.matrix.columns.enumerated() {
        guard let cell = row.cells[index] else { continue }
        let counts = attributions.map { String(cell.count($0)) }
        table.line(
          [row.outlet ?? "", column.name ?? "", String(cell.members), String(cell.copies)] + counts
            + [
              cell.creditedShare.map { decimalText($0) } ?? "",
              cell.medianCopied.map { decimalText($0) } ?? "",
              cell.medianDelay.map { String($0) } ?? "",
            ], numbers: [4 + attributions.count + 2])
      }
    }
    return table.bytes
  }

  /// Returns one line for each use of a quotation; none where the texts are not at hand.
  public static func quotations(_ audit: Audit, of report: Report) -> [UInt8] {
    var table = CSVTable()
    let words = AuditWords(report: report)
    table.line([
      "quotation", "id", "source", "published", "change", "edits", "speakers", "credit",
      "dropped", "text",
    ])
    for quotation in audit.quotations ?? [] {
      for use in quotation.uses {
        let document = report.documents[use.document]
        table.line([
          quotation.id, document.id, document.source ?? "",
          document.published?.description ?? "", use.change.rawValue, words.edits(use),
          use.speakers.joined(separator: "; "), use.credit ?? "",
          words.drops(use).joined(separator: "; "), use.text,
        ])
      }
    }
    return table.bytes
  }

  /// Returns one line for each document whose record and text contradict each other.
  public static func contradictions(_ audit: Audit, of report: Report) -> [UInt8] {
    var table = CSVTable()
    table.line([
      "finding", "id", "source", "record_agency", "record_quote", "text_agency", "text_kind",
      "text_quote", "start", "end",
    ])
    for found in audit.contradictions {
      let document = report.documents[found.document]
      table.line([
        found.id, document.id, document.source ?? "", found.record.name, found.record.quote,
        found.text.name, found.text.kind.rawValue, found.text.quote,
        String(found.text.range.start), String(found.text.range.end),
      ])
    }
    return table.bytes
  }
}
