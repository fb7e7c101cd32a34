import Shingle

/// Returns a delay in words: `+1 h 30 min`, `-4 min`, `+2 d 3 h`, and `0 min` below a minute.
func delayText(_ seconds: Int64) -> String {
  let minutes = abs(seconds) / 60
  let (hours, days) = (minutes / 60, minutes / 1440)
  let sign = minutes == 0 ? "" : seconds < 0 ? "-" : "+"
  if days >= 2 { return "\(sign)\(days) d \(hours % 24) h" }
  return hours >= 1 ? "\(sign)\(hours) h \(minutes % 60) min" : "\(sign)\(minutes) min"
}

/// The names of an audit in words, whatever they are printed on.
struct AuditWords {
  let report: Report

  /// A document's outlet, or its id where the record names none.
  func outlet(_ document: Int) -> String {
    report.documents[document].source ?? report.documents[document].id
  }

  /// From whom a member had the copy: `from Reuters (credit)`, `from NDTV (date)`; nil for the
  /// origin's own article.
  func upstream(_ member: AuditedMember) -> String? {
    guard let upstream = member.upstream else {
      return member.attribution == .isOrigin ? nil : "from whom is not known"
    }
    let name = upstream.name ?? upstream.document.map(outlet) ?? "an unknown upstream"
    return "from \(name) (\(upstream.basis.map(\.rawValue).joined(separator: ", ")))"
  }

  /// The origin's reasons and what competes with it, as clauses.
  func reasons(_ origin: Origin) -> String {
    let others = origin.competing.map { "\($0.nameText) (\(percent($0.confidence)))" }
    let competing = others.isEmpty ? [] : ["also possible: " + others.joined(separator: ", ")]
    return (origin.reasons + competing).joined(separator: "; ")
  }

  /// The differences of a quotation: `toll → fine; − in this valley; + or down`.
  func edits(_ use: QuotationUse) -> String {
    use.edits.map { edit in
      if edit.old.isEmpty { return "+ \(edit.new)" }
      return edit.new.isEmpty ? "− \(edit.old)" : "\(edit.old) → \(edit.new)"
    }.joined(separator: "; ")
  }

  /// What a use dropped: `speaker, credit`.
  func drops(_ use: QuotationUse) -> [String] {
    [use.dropsSpeaker ? "speaker" : nil, use.dropsCredit ? "credit" : nil].compactMap(\.self)
  }

  /// Who is named beside a quotation: `Odile Ferrant, Reuters`.
  func beside(_ use: QuotationUse) -> String {
    (use.speakers + [use.credit].compactMap(\.self)).joined(separator: ", ")
  }
}

extension Audit {
  /// How many articles there are, how many of them in clusters, and with what attributions.
  func totals(_ report: Report) -> String {
    let articles = counted(report.documents.count, "article")
    guard !members.isEmpty else { return "\(articles), none in a cluster" }
    let clusters = counted(report.clusters.count, "cluster")
    return "\(articles), \(members.count) in \(clusters): \(matrix.total.text)"
  }
}

extension Quotation {
  /// Whether any use changed words, or dropped the name or the credit beside them.
  var isAltered: Bool {
    uses.contains { $0.change == .changed || $0.dropsSpeaker || $0.dropsCredit }
  }
}

extension AuditMatrix.Cell {
  /// The number of members of an attribution.
  func count(_ attribution: Attribution) -> Int { counts[attribution] ?? 0 }

  /// The attributions in words: `3 credited, 1 uncredited`.
  var text: String {
    Attribution.allCases.compactMap { attribution in
      counts[attribution].map { "\($0) \(attribution.rawValue)" }
    }.joined(separator: ", ")
  }
}

extension AuditMatrix {
  /// What the columns of the matrix and its last row count.
  var note: String {
    "Copies: articles of a cluster, the origin's own left out. Credited: those that name the "
      + "origin or an outlet that carried it, of the \(total.judged) whose origin is known. "
      + "Copied and delay are medians."
  }
}

extension AuditMatrix.Column {
  /// The origin's name, or what stands for one.
  var title: String { name ?? "unknown upstream" }
}

extension AuditMatrix.Row {
  /// The outlet's name, or what stands for one.
  var title: String { outlet ?? "(no outlet)" }
}
