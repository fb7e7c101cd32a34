import Shingle

/// How many clustered articles of each outlet credit each agency.
struct AgencyMatrix {
  /// The agencies, most credited first.
  private(set) var agencies: [String] = []
  /// The outlets, those with most articles first.
  private(set) var rows: [Row] = []

  /// One outlet.
  struct Row {
    var outlet: String
    var articles = 0
    var uncredited = 0
    var byAgency: [String: Int] = [:]
  }

  /// Counts the credits that name a source; one article counts once an agency.
  ///
  /// Outlets are keyed by their bytes: a feed names them, and a `String` key takes time quadratic
  /// in a run of combining marks.
  init(_ report: Report) {
    var byOutlet: [[UInt8]: Row] = [:]
    var totals: [String: Int] = [:]
    for member in report.clusters.flatMap(\.members) {
      let outlet = report.documents[member.document].source ?? "(no outlet given)"
      let key = Array(outlet.utf8)
      var row = byOutlet[key] ?? Row(outlet: outlet)
      row.articles += 1
      if member.attribution == .uncredited { row.uncredited += 1 }
      for agency in Self.agencies(in: report.findings[member.document]) {
        row.byAgency[agency, default: 0] += 1
        totals[agency, default: 0] += 1
      }
      byOutlet[key] = row
    }
    agencies = totals.sorted { Self.isBefore(($0.value, $0.key), ($1.value, $1.key)) }
      .map(\.key)
    rows = byOutlet.values.sorted {
      Self.isBefore(($0.articles, $0.outlet), ($1.articles, $1.outlet))
    }
  }

  private static func agencies(in finding: DocumentFinding) -> Set<String> {
    Set(finding.credits.filter { $0.type == .agency && $0.kind.namesSource }.map(\.name))
  }

  /// Larger counts first, then names by their UTF-8 bytes.
  private static func isBefore(_ one: (Int, String), _ other: (Int, String)) -> Bool {
    if one.0 != other.0 { return one.0 > other.0 }
    return one.1.utf8.lexicographicallyPrecedes(other.1.utf8)
  }

  /// The values of the template, or `false` where there is nothing to count.
  func values(maximumOutlets: Int, maximumAgencies: Int) -> Any {
    guard !rows.isEmpty else { return false }
    let shownAgencies = Array(agencies.prefix(maximumAgencies))
    let shownRows = rows.prefix(maximumOutlets)
    let left = (rows.count - shownRows.count, agencies.count - shownAgencies.count)
    return [
      "agencies": shownAgencies.map { ["agency": $0] as PageTemplates.Values },
      "rows": shownRows.map { values(of: $0, shownAgencies) },
      "cutMatrix": left == (0, 0)
        ? false
        : [
          "leftOutlets": counted(left.0, "more outlet"),
          "leftAgencies": left.1 == 1 ? "1 more agency" : "\(left.1) more agencies",
        ] as PageTemplates.Values as Any,
    ] as PageTemplates.Values
  }

  private func values(of row: Row, _ agencies: [String]) -> PageTemplates.Values {
    let cells: [PageTemplates.Values] = agencies.map { agency in
      let count = row.byAgency[agency] ?? 0
      return ["count": count == 0 ? "" : String(count), "shade": shade(count, of: row.articles)]
    }
    return [
      "rowOutlet": row.outlet, "articles": row.articles, "cells": cells,
      "uncredited": row.uncredited == 0 ? "" : String(row.uncredited),
    ]
  }

  /// 0 for none, else 1 to 4 by the share of the outlet's articles.
  private func shade(_ count: Int, of articles: Int) -> Int {
    guard count > 0, articles > 0 else { return 0 }
    return min(4, 1 + 3 * count / articles)
  }
}
