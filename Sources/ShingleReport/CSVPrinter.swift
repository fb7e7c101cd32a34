public import Shingle

/// Prints pairs or clusters as CSV: RFC 4180, UTF-8 without a byte order mark, a header line.
///
/// A cell that a spreadsheet would take for a formula gets a leading apostrophe; scripts that need
/// the ids as they are read the JSON Lines instead.
public enum CSVPrinter {
  /// Returns one line a pair.
  public static func pairs(of report: Report) -> [UInt8] {
    var table = CSVTable()
    table.line([
      "a", "b", "relation", "confidence", "jaccard", "containment_a", "containment_b",
      "passages", "words", "longest_passage_words", "reasons", "via",
    ])
    for pair in report.pairs {
      table.line([
        report.documents[pair.a].id, report.documents[pair.b].id, pair.relation.rawValue,
        decimalText(pair.confidence), decimalText(pair.jaccard), decimalText(pair.containmentA),
        decimalText(pair.containmentB), String(pair.matches.count),
        String(pair.matches.reduce(0) { $0 + $1.words }),
        String(pair.matches.reduce(0) { max($0, $1.words) }),
        pair.reasons.joined(separator: "; "), pair.via.map { report.documents[$0].id } ?? "",
      ])
    }
    return table.bytes
  }

  /// Returns one line a member of a cluster, clusters in the order of the report.
  public static func clusters(of report: Report) -> [UInt8] {
    var table = CSVTable()
    table.line([
      "cluster", "origin", "origin_confidence", "first_published", "id", "source", "published",
      "title", "role", "relation", "coverage", "attribution", "credits",
    ])
    for cluster in report.clusters {
      for member in cluster.members {
        let document = report.documents[member.document]
        table.line([
          cluster.id, cluster.origin.name ?? "", decimalText(cluster.origin.confidence),
          cluster.firstPublished?.description ?? "", document.id, document.source ?? "",
          document.published?.description ?? "", document.title ?? "", member.role.rawValue,
          member.relation.rawValue, decimalText(member.coverage), member.attribution.rawValue,
          credits(of: report.findings[member.document]),
        ])
      }
    }
    return table.bytes
  }

  private static func credits(of finding: DocumentFinding) -> String {
    finding.credits.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: "; ")
  }
}

/// Lines of CSV (see ``CSVPrinter``).
struct CSVTable {
  var bytes: [UInt8] = []

  /// Appends a line; the columns of numbers are our own, and a minus sign there is one.
  mutating func line(_ cells: [String], numbers: Set<Int> = []) {
    for (column, cell) in cells.enumerated() {
      if column > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, isNumber: numbers.contains(column))
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func append(_ cell: String, isNumber: Bool) {
    let guarded = !isNumber && startsFormula(cell)
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if guarded { bytes.append(UInt8(ascii: "'")) }
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { bytes.append(UInt8(ascii: "\"")) }
      append(scalar)
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Controls are made visible, but for those that a cell may hold: NUL ends a cell in many
  /// readers, and ESC on a terminal begins a command.
  private mutating func append(_ scalar: Unicode.Scalar) {
    var shown: [Unicode.Scalar] = []
    switch scalar {
    case "\t", "\n", "\r": shown = [scalar]
    default: appendVisible(scalar, to: &shown)
    }
    bytes.append(contentsOf: String(String.UnicodeScalarView(shown)).utf8)
  }

  /// Whether a spreadsheet would compute the cell; the full-width forms are what some of them
  /// fold to ASCII on import.
  private func startsFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }
}
