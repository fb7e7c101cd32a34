public import Shingle

/// Prints an audit for a terminal: each cluster's chain, the matrix, contradictions and altered
/// quotations.
///
/// Nothing of an article reaches the terminal as a control sequence (see `PlainText.swift`).
public enum AuditTextPrinter {
  /// The rows of the matrix and the quotations that are shown; the other formats have all.
  static let mostRows = 40

  /// Prints the audit with no line wider than `width` columns, of which at least 44 are used.
  ///
  /// - Returns: UTF-8, with a line feed after each line.
  public static func bytes(
    _ audit: Audit, of report: Report, width: Int = 80, usesColors: Bool = false
  ) -> [UInt8] {
    let page = AuditPage(
      audit: audit, report: report, words: AuditWords(report: report), width: max(width, 44),
      style: Style(isOn: usesColors))
    let lines = page.clusters + page.matrix + page.contradictions + page.quotations + page.totals
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

private struct AuditPage {
  let audit: Audit
  let report: Report
  let words: AuditWords
  let width: Int
  let style: Style

  /// Each cluster with its origin and, by date, who carried it, from whom and with what credit.
  var clusters: [String] {
    let byCluster = Dictionary(grouping: audit.members, by: \.cluster)
    return report.clusters.indices.flatMap { index in
      let cluster = report.clusters[index]
      let title = visibleLine(report.headline(of: cluster.representative))
      let id = cut(visibleLine(cluster.id), toColumns: 20)
      var lines = [
        style.bold(cut(title, toColumns: width - 22)) + "  " + style.dim(id)
      ]
      lines += indented("origin " + cluster.origin.text, by: 2)
      lines += indented(words.reasons(cluster.origin), by: 2).map(style.dim)
      lines += (byCluster[index] ?? []).flatMap(lines(of:))
      return lines + [""]
    }
  }

  private func indented(_ text: String, by columns: Int) -> [String] {
    let margin = String(repeating: " ", count: columns)
    return wrap(visibleLine(text), toColumns: width - columns).map { margin + $0 }
  }

  /// A member on one line where the terminal is wide, else on two.
  private func lines(of member: AuditedMember) -> [String] {
    let status = padded(member.attribution.rawValue, 19)
    let copied = padded(member.attribution == .isOrigin ? "–" : percent(member.copied), 6, .right)
    let delay = padded(member.delay.map(delayText) ?? "–", 14, .right)
    let document = report.documents[member.document]
    let name = [document.source, document.id].compactMap(\.self).map(visibleLine)
      .joined(separator: " · ")
    let facts = "  " + color(member.attribution, status) + copied + delay + "  "
    let upstream = words.upstream(member).map(visibleLine) ?? ""
    if width >= 110 {
      let room = width - 43
      let first = padded(cut(name, toColumns: room / 2 - 1), room / 2)
      return [facts + first + style.dim(cut(upstream, toColumns: room - room / 2))]
    }
    guard width >= 64 else {
      return [facts.trimmingEnd]
        + [name, upstream].filter { !$0.isEmpty }
        .map { "    " + cut($0, toColumns: width - 4) }
    }
    let second = upstream.isEmpty ? [] : [String(repeating: " ", count: 45) + upstream]
    return [facts + cut(name, toColumns: width - 43)]
      + second.map { style.dim(cut($0, toColumns: width)) }
  }

  private func color(_ attribution: Attribution, _ text: String) -> String {
    switch attribution {
    case .credited, .creditedIndirectly, .isOrigin: style.green(text)
    case .uncredited, .creditsOther: style.wrapped(text, "31")
    case .unknown: style.dim(text)
    }
  }

  private enum Side {
    case left, right
  }

  private func padded(_ text: String, _ width: Int, _ side: Side = .left) -> String {
    let used = text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    let space = String(repeating: " ", count: max(0, width - used))
    return side == .left ? text + space : space + text
  }
}

extension AuditPage {
  /// How much each outlet copied of each origin and credited, one line for each two with copies.
  var matrix: [String] {
    let rows = audit.matrix.rows.flatMap { row in
      audit.matrix.columns.enumerated().compactMap { index, column in
        row.cells[index].map { (row.title, column.title, $0) }
      }
    }.filter { $0.2.copies > 0 }
    guard !rows.isEmpty else { return [] }
    var lines = [heading("Copied and credited"), header]
    lines += rows.prefix(AuditTextPrinter.mostRows).map { line($0.0, $0.1, $0.2) }
    lines += more(rows.count, "row")
    lines.append(style.bold(line("all", "", audit.matrix.total)))
    return lines + wrap(audit.matrix.note, toColumns: width).map(style.dim) + [""]
  }

  private var isWide: Bool { width >= 76 }

  /// The columns of the two names.
  private var nameWidth: Int { (width - (isWide ? 44 : 20)) / 2 }

  private var header: String {
    let names = padded("outlet", nameWidth) + padded("origin", nameWidth)
    let counts = padded("copies", 7, .right) + padded("credited", 12, .right)
    let middle = padded("copied", 9, .right) + padded("delay", 14, .right)
    return style.dim(names + counts + (isWide ? middle : ""))
  }

  private func line(_ outlet: String, _ origin: String, _ cell: AuditMatrix.Cell) -> String {
    let names = [outlet, origin].map { name in
      padded(cut(visibleLine(name), toColumns: nameWidth - 2), nameWidth)
    }
    let share = cell.creditedShare.map { "\(cell.credited)  \(padded(percent($0), 5, .right))" }
    let counts = padded(String(cell.copies), 7, .right) + padded(share ?? "–", 12, .right)
    let middle =
      padded(cell.medianCopied.map(percent) ?? "–", 9, .right)
      + padded(cell.medianDelay.map(delayText) ?? "–", 14, .right)
    return names.joined() + counts + (isWide ? middle : "")
  }

  private func heading(_ text: String) -> String { style.bold(text) }

  private func more(_ count: Int, _ noun: String) -> [String] {
    let left = count - AuditTextPrinter.mostRows
    return left > 0 ? ["and \(counted(left, "more \(noun)")); --format jsonl has them all"] : []
  }

  /// The documents whose record and text name different agencies.
  var contradictions: [String] {
    guard !audit.contradictions.isEmpty else { return [] }
    let lines = audit.contradictions.prefix(AuditTextPrinter.mostRows).flatMap { found in
      let document = report.documents[found.document]
      let name = [document.source, document.id].compactMap(\.self).joined(separator: " · ")
      return indented(
        "\(name): the record says \(found.record.name) (“\(found.record.quote)”), the text "
          + "\(found.text.name) (\(found.text.kind.rawValue), “\(found.text.quote)”)", by: 2)
    }
    return [heading("Record and text contradict each other")] + lines
      + more(audit.contradictions.count, "article") + [""]
  }

  /// The quotations of which words were changed, or the name or credit beside them dropped.
  var quotations: [String] {
    guard let quotations = audit.quotations else {
      return ["quotations: not compared, for the texts are not at hand", ""]
    }
    let altered = quotations.filter(\.isAltered)
    guard !altered.isEmpty else { return [] }
    let lines = altered.prefix(AuditTextPrinter.mostRows).flatMap(lines(of:))
    return [heading("Altered quotations")] + lines + more(altered.count, "quotation") + [""]
  }

  private func lines(of quotation: Quotation) -> [String] {
    let first = quotation.uses[0]
    let text = cut(visibleLine(first.text), toColumns: width - 4)
    let source = "\(words.outlet(first.document)), beside it: \(words.beside(first).orNobody)"
    let others = quotation.uses.dropFirst().filter {
      $0.change != .same || $0.dropsSpeaker || $0.dropsCredit
    }
    return ["  “\(style.green(text))”"] + indented("\(quotation.id) · \(source)", by: 4)
      + others.prefix(AuditTextPrinter.mostRows).flatMap { use in
        let drops = words.drops(use).joined(separator: " and ")
        let facts = [
          use.change == .same ? "" : use.change.rawValue, words.edits(use),
          drops.isEmpty ? "" : "without the \(drops)",
        ].filter { !$0.isEmpty }
        return indented("\(words.outlet(use.document)): \(facts.joined(separator: "; "))", by: 4)
      } + more(others.count, "article").map { "    " + $0 }
  }

  /// The last lines: what an editor reads first.
  var totals: [String] {
    wrap(audit.totals(report), toColumns: width).map(style.bold)
  }
}

extension String {
  /// The string, or `nobody` where it is empty.
  fileprivate var orNobody: String { isEmpty ? "nobody" : self }

  /// The string without the spaces at its end.
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
