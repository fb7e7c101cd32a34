/// A table of figures for a reader: a title, a heading, rows, and what to know when reading it.
struct FigureTable {
  var title: String
  var heading: [String]
  var rows: [[String]]
  var note: String?

  /// The table in columns, the first to the left and the others to the right.
  var text: String {
    let lines = ([heading] + rows).map { $0.map(visibleLine) }
    let widths = heading.indices.map { column in
      lines.map { Self.width($0[column]) }.max() ?? 0
    }
    var text = "\(title)\n"
    for line in lines {
      let cells = line.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - Self.width(cell))
        return column == 0 ? cell + padding : padding + cell
      }
      text += "  " + Self.trimmed(cells.joined(separator: "  ")) + "\n"
    }
    return text + (note.map { "  \($0)\n" } ?? "")
  }

  /// The table in CommonMark.
  var markdown: String {
    let rule = heading.indices.map { $0 == 0 ? "---" : "---:" }
    let lines =
      [heading.map(escapedMarkdown), rule] + rows.map { $0.map(escapedMarkdown) }
    let table = lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    return "## \(title)\n\n" + table + (note.map { "\n\(escapedMarkdown($0))\n" } ?? "")
  }

  private static func width(_ cell: String) -> Int {
    cell.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Returns a share with three decimals, or a dash where there is none.
func figure(_ value: Double?) -> String {
  guard let value, value.isFinite else { return "–" }
  let digits = String(Int((abs(value) * 1000).rounded()))
  let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  return (value < 0 ? "-" : "") + padded.dropLast(3) + "." + padded.suffix(3)
}
