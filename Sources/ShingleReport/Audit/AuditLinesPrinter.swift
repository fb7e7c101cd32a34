public import Shingle

/// Prints an audit as JSON Lines: each line an object whose `record` says what it is, `member`,
/// `matrix`, `contradiction` or `quotation`.
public enum AuditLinesPrinter {
  /// Returns the lines: members, the matrix's cells, contradictions, quotations.
  public static func bytes(_ audit: Audit, of report: Report) -> [UInt8] {
    var json = JSONWriter()
    for member in audit.members { json.line("member") { $0.member(member, of: report) } }
    for row in audit.matrix.rows {
      for (index, column) in audit.matrix.columns.enumerated() {
        guard let cell = row.cells[index] else { continue }
        json.line("matrix") { $0.cell(cell, outlet: row.outlet, origin: column.name) }
      }
    }
    for found in audit.contradictions {
      json.line("contradiction") { $0.contradiction(found, of: report) }
    }
    for quotation in audit.quotations ?? [] {
      json.line("quotation") { $0.quotation(quotation, of: report) }
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func line(_ record: String, _ members: (inout JSONWriter) -> Void) {
    beginObject()
    key("record")
    string(record)
    members(&self)
    endObject()
    endLine()
  }

  fileprivate mutating func member(_ member: AuditedMember, of report: Report) {
    let document = report.documents[member.document]
    let cluster = report.clusters[member.cluster]
    key("id")
    string(member.id)
    key("document")
    string(document.id)
    key("source")
    optional(document.source)
    key("published")
    optional(document.published?.description)
    key("cluster")
    string(cluster.id)
    key("origin")
    optional(cluster.origin.name)
    key("origin_in_feed")
    bool(cluster.origin.isInFeed)
    key("origin_confidence")
    real(cluster.origin.confidence)
    key("attribution")
    string(member.attribution.rawValue)
    key("copied")
    real(member.copied)
    key("delay_seconds")
    optionalInteger(member.delay)
    key("upstream")
    upstream(member.upstream, of: report)
    key("counterpart")
    optional(member.counterpart.map { report.documents[$0].id })
    key("passages")
    array(member.passages) { $0.passage($1) }
    key("credits")
    array(report.findings[member.document].credits) { $0.credit($1) }
  }

  private mutating func upstream(_ upstream: AuditedMember.Upstream?, of report: Report) {
    guard let upstream else { return null() }
    beginObject()
    key("document")
    optional(upstream.document.map { report.documents[$0].id })
    key("name")
    optional(upstream.name)
    key("basis")
    array(upstream.basis) { $0.string($1.rawValue) }
    endObject()
  }

  private mutating func passage(_ passage: AuditedPassage) {
    beginObject()
    key("id")
    string(passage.id)
    rangeMembers(passage.range)
    key("other")
    range(passage.other)
    key("words")
    integer(passage.words)
    key("verbatim")
    bool(passage.verbatim)
    key("quoted")
    bool(passage.quoted)
    endObject()
  }

  fileprivate mutating func cell(_ cell: AuditMatrix.Cell, outlet: String?, origin: String?) {
    key("outlet")
    optional(outlet)
    key("origin")
    optional(origin)
    key("members")
    integer(cell.members)
    key("copies")
    integer(cell.copies)
    for attribution in Attribution.allCases {
      key(attribution.rawValue)
      integer(cell.count(attribution))
    }
    key("credited_share")
    optionalReal(cell.creditedShare)
    key("median_copied")
    optionalReal(cell.medianCopied)
    key("median_delay_seconds")
    optionalInteger(cell.medianDelay)
  }

  fileprivate mutating func contradiction(_ found: Contradiction, of report: Report) {
    key("id")
    string(found.id)
    key("document")
    string(report.documents[found.document].id)
    key("metadata")
    credit(found.record)
    key("text")
    credit(found.text)
  }

  fileprivate mutating func quotation(_ quotation: Quotation, of report: Report) {
    key("id")
    string(quotation.id)
    key("uses")
    array(quotation.uses) { $0.use($1, of: report) }
  }

  private mutating func use(_ use: QuotationUse, of report: Report) {
    beginObject()
    key("document")
    string(report.documents[use.document].id)
    key("source")
    optional(report.documents[use.document].source)
    key("ranges")
    array(use.ranges) { $0.range($1) }
    key("text")
    string(use.text)
    key("change")
    string(use.change.rawValue)
    key("edits")
    array(use.edits) { json, edit in
      json.beginObject()
      json.key("position")
      json.integer(edit.position)
      json.key("old")
      json.string(edit.old)
      json.key("new")
      json.string(edit.new)
      json.endObject()
    }
    key("speakers")
    array(use.speakers) { $0.string($1) }
    key("credit")
    optional(use.credit)
    key("drops_speaker")
    bool(use.dropsSpeaker)
    key("drops_credit")
    bool(use.dropsCredit)
    endObject()
  }

  private mutating func optionalInteger(_ value: Int64?) {
    guard let value else { return null() }
    integer(Int(value))
  }

  private mutating func optionalReal(_ value: Double?) {
    guard let value else { return null() }
    real(value)
  }
}
