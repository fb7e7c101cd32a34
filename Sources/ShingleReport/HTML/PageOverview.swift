import Shingle

/// The page's frame: totals and matrix above the clusters, other pairs and numbers below.
struct PageOverview {
  let report: Report
  let description: RunDescription
  let options: HTMLPrinter.Options
  let audit: Audit
  let places: PagePlaces

  /// The values of the `head` template.
  func headValues() -> PageTemplates.Values {
    let members = report.clusters.flatMap(\.members)
    let relations = Set(members.map(\.relation))
    let attributions = Set(members.map(\.attribution))
    return [
      "style": PageTemplates.style, "scriptHash": PageTemplates.scriptHash,
      "articles": report.documents.count, "clusters": report.clusters.count,
      "title": "\(counted(report.clusters.count, "cluster")) in "
        + counted(report.documents.count, "article"),
      "clustered": members.count,
      "uncredited": members.count { $0.attribution == .uncredited },
      "skipped": description.skippedCount, "hasClusters": !report.clusters.isEmpty,
      "matrix": PageMatrix(audit: audit, report: report, places: places).values(options),
      "relations": Relation.allCases.filter(relations.contains).map(\.rawValue),
      "attributions": Attribution.allCases.filter(attributions.contains).map(\.rawValue),
      "warnings": description.warnings.map { ["warning": $0] as PageTemplates.Values },
    ]
  }

  /// The values of the `between` template, which ends the clusters of which some are left out.
  func cutClusters(_ left: Int) -> PageTemplates.Values {
    ["cutClusters": cut(left, "more cluster")]
  }

  /// The values of the `foot` template.
  func footValues() -> PageTemplates.Values {
    let outside = pairsOutside()
    let skipped = description.skipped.prefix(options.maximumSkipped)
    return [
      "script": PageTemplates.script, "version": description.version,
      "outside": section(outside.shown.map(row)),
      "outsideCount": counted(outside.count, "pair"),
      "cutPairs": cut(outside.count - outside.shown.count, "more pair"),
      "parameters": report.configuration.quantities.map(values),
      "counts": report.statistics.quantities.map(values) + relationCounts,
      "expectedRecall": decimalText(report.statistics.expectedRecall),
      "buckets": report.statistics.largestBuckets.isEmpty
        ? false : report.statistics.largestBuckets.map(String.init).joined(separator: ", ") as Any,
      "skipped": section(skipped.map(values)), "skippedCount": skippedCount,
      "cutSkipped": cutSkipped(description.skippedCount - skipped.count),
    ]
  }

  /// What was skipped, by its kinds: "2 records and 1 file".
  private var skippedCount: String {
    let (records, files) = (description.recordsSkipped, description.filesSkipped)
    return [
      records > 0 ? counted(records, "record") : nil, files > 0 ? counted(files, "file") : nil,
    ].compactMap(\.self).joined(separator: " and ")
  }

  /// How many of the skipped the page leaves out, and how many the manifest has.
  private func cutSkipped(_ left: Int) -> Any {
    let listed = description.skipped.count
    let isWhole = listed == description.skippedCount
    let values: PageTemplates.Values = [
      "left": left, "listed": isWhole ? "them all" : "the first \(listed)",
    ]
    return left > 0 ? values : false
  }

  private func section(_ rows: [PageTemplates.Values]) -> Any {
    rows.isEmpty ? false : ["rows": rows] as PageTemplates.Values
  }

  private func cut(_ count: Int, _ noun: String) -> Any {
    count > 0 ? ["left": counted(count, noun)] as PageTemplates.Values : false
  }

  private func values(of quantity: Quantity) -> PageTemplates.Values {
    let words = quantity.name.split(separator: "_").joined(separator: " ")
    return ["quantity": words, "value": quantity.text]
  }

  private var relationCounts: [PageTemplates.Values] {
    report.statistics.relationCounts.map { relation, count in
      ["quantity": "pairs: \(relation.rawValue)", "value": count]
    }
  }

  private func values(of input: SkippedInput) -> PageTemplates.Values {
    let place = [input.line.map { "line \($0)" }, input.byte.map { "byte \($0)" }]
      .compactMap(\.self).joined(separator: ", ")
    return [
      "path": visibleLine(input.path), "place": place, "reason": visibleLine(input.reason),
      "hint": input.hint.map(visibleLine) ?? "",
    ]
  }

  private func pairsOutside() -> (shown: [PairFinding], count: Int) {
    var shown: [PairFinding] = []
    var count = 0
    for pair in report.pairs {
      let cluster = report.findings[pair.a].cluster
      if cluster != nil && cluster == report.findings[pair.b].cluster { continue }
      count += 1
      if count <= options.maximumPairs { shown.append(pair) }
    }
    return (shown, count)
  }

  private func row(of pair: PairFinding) -> PageTemplates.Values {
    let longest = pair.matches.max { $0.words < $1.words }
    return [
      "firstID": report.documents[pair.a].id, "firstName": report.headline(of: pair.a),
      "secondID": report.documents[pair.b].id, "secondName": report.headline(of: pair.b),
      "relation": pair.relation.rawValue, "confidence": percent(pair.confidence),
      "jaccard": decimalText(pair.jaccard, decimals: 3),
      "containment": decimalText(max(pair.containmentA, pair.containmentB), decimals: 3),
      "passage": longest.map { match in
        [
          "words": counted(match.words, "word"),
          "excerpt": report.excerpt(match.a, of: pair.a, limit: 200),
        ] as PageTemplates.Values as Any
      } ?? false,
    ]
  }
}
