import Shingle

/// The matrix of outlets and origins on the page: of the copies of each, how many credit it.
struct PageMatrix {
  let audit: Audit
  let report: Report
  let places: PagePlaces
  private let attributions: [Int: Attribution]

  init(audit: Audit, report: Report, places: PagePlaces) {
    self.audit = audit
    self.report = report
    self.places = places
    attributions = Dictionary(
      uniqueKeysWithValues: audit.members.map { ($0.document, $0.attribution) })
  }

  private var matrix: AuditMatrix { audit.matrix }

  /// The values of the template, or `false` where there is nothing to count.
  func values(_ options: HTMLPrinter.Options) -> Any {
    guard !matrix.rows.isEmpty else { return false }
    let origins = matrix.columns.indices.prefix(options.maximumOrigins)
    let rows = matrix.rows.prefix(options.maximumOutlets)
    let listed = options.maximumCellMembers
    let left = (matrix.rows.count - rows.count, matrix.columns.count - origins.count)
    return [
      "origins": origins.map { ["origin": matrix.columns[$0].title] as PageTemplates.Values },
      "rows": rows.map { row in
        values(row.title, row.total, origins.map { values(row.cells[$0], listed) })
      },
      "totalRow": values(
        "all outlets", matrix.total, origins.map { values(matrix.columns[$0].total, 0) }),
      "note": matrix.note,
      "cutMatrix": left == (0, 0)
        ? false
        : [
          "leftOutlets": counted(left.0, "more outlet"),
          "leftOrigins": counted(left.1, "more origin"),
        ] as PageTemplates.Values as Any,
    ] as PageTemplates.Values
  }

  private func values(
    _ name: String, _ total: AuditMatrix.Cell, _ cells: [PageTemplates.Values]
  ) -> PageTemplates.Values {
    [
      "rowOutlet": name, "articles": total.members, "cells": cells,
      "share": total.creditedShare.map(percent) ?? "",
      "isPoor": total.creditedShare.map { $0 < 1 } ?? false,
      "copied": total.medianCopied.map(percent) ?? "",
      "delay": total.medianDelay.map(delayText) ?? "",
    ]
  }

  /// `2 of 3` copies that credit the origin; where it is not known only their number, and where the
  /// articles are the origin's own that. One article is linked, of more at most `limit` are listed.
  private func values(_ cell: AuditMatrix.Cell?, _ limit: Int) -> PageTemplates.Values {
    guard let cell, cell.members > 0 else {
      return ["text": "", "shade": "", "hint": "", "link": false, "list": false]
    }
    let text =
      cell.judged > 0
      ? "\(cell.credited) of \(cell.judged)" : cell.copies > 0 ? "\(cell.copies)" : "own"
    let link = cell.members == 1 && limit > 0 ? places.entry(of: cell.documents[0]) : nil
    return [
      "text": text, "shade": shade(cell), "hint": cell.text, "link": link as Any? ?? false,
      "list": cell.members > 1 && limit > 0 ? list(cell, limit) as Any : false,
    ]
  }

  /// The articles of a cell, those first that an auditor looks for.
  private func list(_ cell: AuditMatrix.Cell, _ limit: Int) -> PageTemplates.Values {
    let ranked = cell.documents.enumerated().sorted { one, other in
      (rank(one.element), one.offset) < (rank(other.element), other.offset)
    }
    let shown = ranked.prefix(limit).map(\.element)
    let left = cell.members - shown.count
    return [
      "members": shown.map { document in
        [
          "headline": report.headline(of: document),
          "entry": places.entry(of: document) as Any? ?? false,
          "attribution": attributions[document]?.rawValue ?? "",
        ] as PageTemplates.Values
      },
      "left": left > 0 ? left as Any : false,
    ]
  }

  private func rank(_ document: Int) -> Int {
    let order: [Attribution] = [
      .uncredited, .creditsOther, .unknown, .creditedIndirectly, .credited, .isOrigin,
    ]
    return attributions[document].flatMap(order.firstIndex) ?? order.count
  }

  /// The better credited, the deeper; what is nowhere credited has a colour of its own.
  private func shade(_ cell: AuditMatrix.Cell) -> String {
    guard let share = cell.creditedShare else { return "" }
    return share == 0 ? "s-none" : "s\(min(4, 1 + Int(share * 3)))"
  }
}
