public import Shingle

/// Prints an audit as Markdown (CommonMark with tables), for a report or a ticket.
public enum AuditMarkdownPrinter {
  /// Returns the matrix, the members of each cluster, contradictions and altered quotations.
  public static func bytes(_ audit: Audit, of report: Report) -> [UInt8] {
    let page = MarkdownAudit(audit: audit, report: report, words: AuditWords(report: report))
    return Array((page.summary + page.matrix + page.clusters + page.rest).utf8)
  }
}

private struct MarkdownAudit {
  let audit: Audit
  let report: Report
  let words: AuditWords

  var summary: String {
    "# Attribution audit\n\n\(audit.totals(report)).\n"
  }

  var matrix: String {
    guard !audit.matrix.rows.isEmpty else { return "" }
    var lines = audit.matrix.rows.flatMap { row in
      audit.matrix.columns.enumerated().compactMap { index, column in
        row.cells[index].flatMap { $0.copies > 0 ? line([row.title, column.title], $0) : nil }
      }
    }
    lines.append(line(["all", ""], audit.matrix.total))
    return "\n## Copied and credited\n\n"
      + "| outlet | origin | copies | credited | share | median copied | median delay |\n"
      + "| --- | --- | ---: | ---: | ---: | ---: | ---: |\n" + lines.joined() + "\n"
      + escapedMarkdown(audit.matrix.note) + "\n"
  }

  private func line(_ names: [String], _ cell: AuditMatrix.Cell) -> String {
    row(
      names + [
        String(cell.copies), cell.judged == 0 ? "" : String(cell.credited),
        cell.creditedShare.map(percent) ?? "",
        cell.medianCopied.map(percent) ?? "", cell.medianDelay.map(delayText) ?? "",
      ])
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(escapedMarkdown).joined(separator: " | ") + " |\n"
  }

  var clusters: String {
    let byCluster = Dictionary(grouping: audit.members, by: \.cluster)
    return report.clusters.indices.map { index in
      let origin = report.clusters[index].origin
      let reasons = words.reasons(origin)
      return
        "\n## \(escapedMarkdown(report.headline(of: report.clusters[index].representative)))\n\n"
        + "\(escapedMarkdown(report.clusters[index].id)), origin "
        + "\(escapedMarkdown(origin.text))\(reasons.isEmpty ? "" : ": ")\(escapedMarkdown(reasons)).\n\n"
        + "| finding | article | outlet | published | attribution | copied | delay | upstream |\n"
        + "| --- | --- | --- | --- | --- | ---: | ---: | --- |\n"
        + (byCluster[index] ?? []).map(member).joined()
    }.joined()
  }

  private func member(_ member: AuditedMember) -> String {
    let document = report.documents[member.document]
    return row([
      member.id, document.id, document.source ?? "", document.published?.description ?? "",
      member.attribution.rawValue, percent(member.copied), member.delay.map(delayText) ?? "",
      words.upstream(member) ?? "",
    ])
  }

  var rest: String { contradictions + quotations }

  private var contradictions: String {
    guard !audit.contradictions.isEmpty else { return "" }
    return "\n## Record and text contradict each other\n\n"
      + "| finding | article | record | text | place |\n| --- | --- | --- | --- | --- |\n"
      + audit.contradictions.map { found in
        row([
          found.id, report.documents[found.document].id,
          "\(found.record.name): \(found.record.quote)", "\(found.text.name): \(found.text.quote)",
          found.text.kind.rawValue,
        ])
      }.joined()
  }

  private var quotations: String {
    let altered = (audit.quotations ?? []).filter(\.isAltered)
    return altered.isEmpty
      ? "" : "\n## Altered quotations\n" + altered.map(quotation).joined()
  }

  private func quotation(_ quotation: Quotation) -> String {
    "\n> \(escapedMarkdown(quotation.uses[0].text))\n\n\(escapedMarkdown(quotation.id))\n\n"
      + "| article | outlet | words | difference | beside it | dropped |\n"
      + "| --- | --- | --- | --- | --- | --- |\n"
      + quotation.uses.map { use in
        row([
          report.documents[use.document].id, report.documents[use.document].source ?? "",
          use.change.rawValue, words.edits(use), words.beside(use),
          words.drops(use).joined(separator: ", "),
        ])
      }.joined()
  }
}
