import Shingle

/// The matrix of outlets and origins on the page: of the copies of each, how many credit it.
struct PageMatrix {
  let matrix: AuditMatrix

  /// The values of the template, or `false` where there is nothing to count.
  func values(maximumOutlets: Int, maximumOrigins: Int) -> Any {
    guard !matrix.rows.isEmpty else { return false }
    let origins = matrix.columns.indices.prefix(maximumOrigins)
    let rows = matrix.rows.prefix(maximumOutlets)
    let left = (matrix.rows.count - rows.count, matrix.columns.count - origins.count)
    return [
      "origins": origins.map { ["origin": matrix.columns[$0].title] as PageTemplates.Values },
      "rows": rows.map { row in
        values(row.title, row.total, origins.map { row.cells[$0] }) as PageTemplates.Values
      },
      "totalRow": values("all outlets", matrix.total, origins.map { matrix.columns[$0].total }),
      "cutMatrix": left == (0, 0)
        ? false
        : [
          "leftOutlets": counted(left.0, "more outlet"),
          "leftOrigins": counted(left.1, "more origin"),
        ] as PageTemplates.Values as Any,
    ] as PageTemplates.Values
  }

  private func values(
    _ name: String, _ total: AuditMatrix.Cell, _ cells: [AuditMatrix.Cell?]
  ) -> PageTemplates.Values {
    [
      "rowOutlet": name, "articles": total.members, "cells": cells.map(values),
      "share": total.creditedShare.map(percent) ?? "",
      "isPoor": total.creditedShare.map { $0 < 1 } ?? false,
      "copied": total.medianCopied.map(percent) ?? "",
      "delay": total.medianDelay.map(delayText) ?? "",
    ]
  }

  /// `2 of 3` copies that credit the origin; where it is not known only their number, and where the
  /// articles are the origin's own that.
  private func values(_ cell: AuditMatrix.Cell?) -> PageTemplates.Values {
    guard let cell, cell.members > 0 else { return ["text": "", "shade": "", "hint": ""] }
    let text =
      cell.judged > 0
      ? "\(cell.credited) of \(cell.judged)" : cell.copies > 0 ? "\(cell.copies)" : "own"
    return ["text": text, "shade": shade(cell), "hint": cell.text]
  }

  /// The better credited, the deeper; what is nowhere credited has a colour of its own.
  private func shade(_ cell: AuditMatrix.Cell) -> String {
    guard let share = cell.creditedShare else { return "" }
    return share == 0 ? "s-none" : "s\(min(4, 1 + Int(share * 3)))"
  }
}
