import Shingle

/// Where the page shows an article and what was found in it, so that every finding can lead there.
///
/// A page repeats an article that stands in several comparisons; findings lead to the first.
struct PagePlaces {
  /// Two articles side by side.
  struct Comparison {
    var left: Int
    var right: Int
    var pair: PairFinding?
    /// The prefix of the comparison's anchors, unique on the page.
    var anchor: String
  }

  /// The comparisons of each cluster that is shown.
  private(set) var comparisons: [[Comparison]] = []
  /// The members of each cluster, by its place in the report.
  let members: [Int: [AuditedMember]]
  /// The chain of each cluster that is shown.
  private(set) var chains: [[PageChain.Entry]] = []
  private let report: Report
  private let longestText: Int
  /// The anchor of the first column that shows a document's text.
  private var columns: [Int: String] = [:]
  /// The anchors of the chains' entries, by document.
  private var entries: [Int: String] = [:]
  /// Where the quotations start that the page lists, in each document that it shows.
  private var quotations: [Int: [CodePointRange]] = [:]

  /// Lays the page out.
  ///
  /// - Complexity: O(*p* + *m* log *m*) for *p* pairs and *m* members.
  init(_ report: Report, _ audit: Audit, _ options: HTMLPrinter.Options) {
    self.report = report
    longestText = options.maximumTextLength
    members = Dictionary(grouping: audit.members, by: \.cluster)
    let pairs = ClusterPairs(report)
    for index in report.clusters.indices.prefix(options.maximumClusters) {
      comparisons.append(
        Self.comparisons(of: report.clusters[index], index, pairs, options.maximumComparisons))
    }
    for comparison in comparisons.joined() {
      for (document, side) in [(comparison.left, "l"), (comparison.right, "r")]
      where columns[document] == nil {
        columns[document] = "\(comparison.anchor)-\(side)"
      }
    }
    for index in comparisons.indices {
      chains.append(
        PageChain.inOrder(members[index] ?? [], of: report, limit: options.maximumMembers))
    }
    for entry in chains.joined() { entries[entry.member.document] = entry.member.id }
    let altered = (audit.quotations ?? []).lazy.filter(\.isAltered)
    for quotation in altered.prefix(options.maximumQuotations) {
      for use in quotation.uses.prefix(options.maximumMembers) where columns[use.document] != nil {
        quotations[use.document, default: []].append(use.ranges[0])
      }
    }
  }

  /// The members that stand beside the representative or, where they were not compared with it,
  /// beside their nearest fellow.
  private static func comparisons(
    of cluster: ClusterFinding, _ index: Int, _ pairs: ClusterPairs, _ limit: Int
  ) -> [Comparison] {
    let others = cluster.members.lazy.map(\.document).filter { $0 != cluster.representative }
    return others.prefix(limit).enumerated().map { place, document in
      let pair = pairs.pair(of: document, with: cluster.representative)
      let partner = pair.map { $0.a == document ? $0.b : $0.a }
      return Comparison(
        left: partner ?? cluster.representative, right: document, pair: pair,
        anchor: "c\(index + 1)-\(place + 1)")
    }
  }
}

extension PagePlaces {
  /// A stretch of a text that something on the page leads to.
  struct Place {
    var range: CodePointRange
    var anchor: String
  }

  /// The entry of a document in its cluster's chain, or nil where the page leaves it out.
  func entry(of document: Int) -> String? { entries[document] }

  /// The text of a document, or nil where the page leaves it out.
  func text(of document: Int) -> String? { columns[document] }

  /// A credit by its place in the document's list: where it stands in the text or, where it stands
  /// in the record, the head of the article.
  func credit(_ index: Int, of document: Int) -> String? {
    guard let column = columns[document] else { return nil }
    let range = report.findings[document].credits[index].range
    return isShown(range) ? "\(column)-k\(index)" : column
  }

  /// A credit of the document.
  func credit(_ credit: Credit, of document: Int) -> String? {
    let index = report.findings[document].credits.firstIndex {
      $0.range == credit.range && $0.kind == credit.kind
        && $0.name.utf8.elementsEqual(credit.name.utf8)
    }
    return index.flatMap { self.credit($0, of: document) }
  }

  /// A quotation that the page lists.
  func quotation(_ range: CodePointRange, of document: Int) -> String? {
    guard let column = columns[document], isShown(range) else { return columns[document] }
    let index = quotations[document]?.firstIndex(of: range)
    return index.map { "\(column)-q\($0)" } ?? column
  }

  /// The places in a document's text that findings lead to, if they lead to this column.
  func places(in document: Int, column: String) -> [Place] {
    guard columns[document]?.utf8.elementsEqual(column.utf8) == true else { return [] }
    let credits = report.findings[document].credits.enumerated().map { index, credit in
      Place(range: credit.range, anchor: "\(column)-k\(index)")
    }
    let quotations = (quotations[document] ?? []).enumerated().map { index, range in
      Place(range: range, anchor: "\(column)-q\(index)")
    }
    return (credits + quotations).filter { isShown($0.range) }
  }

  private func isShown(_ range: CodePointRange) -> Bool {
    range.start < range.end && range.start < longestText
  }
}
