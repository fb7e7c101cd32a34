import Shingle

extension Evaluation {
  /// What the evaluation rests on, in one sentence each.
  var basis: [String] {
    var lines = [
      "\(counted(documents, "article")), \(counted(labelledPairs, "labelled pair"))"
        + (families > 0 ? ", \(families) \(families == 1 ? "family" : "families")" : "")
    ]
    if !unknownIDs.isEmpty {
      let names = unknownIDs.prefix(5).map(visibleLine).joined(separator: ", ")
      lines.append(
        "the run lacks \(counted(unknownIDs.count, "id")) of the labels: \(names)"
          + (unknownIDs.count > 5 ? ", ..." : ""))
    }
    if unjudged > 0 {
      lines.append(
        "\(counted(unjudged, "pair")) called the same copy \(unjudged == 1 ? "has" : "have") "
          + "no label that decides, and \(unjudged == 1 ? "is" : "are") in no figure")
    }
    return lines
  }

  /// The tables for a reader.
  var tables: [FigureTable] {
    [pairTable, clusterTable, confusionTable] + (reliability.map { [$0.table] } ?? [])
  }

  private var pairTable: FigureTable {
    let relations = Relation.allCases.filter { $0 != .none }
      .map { ($0.rawValue, confusion.figure($0)) }
      .filter { $0.1 != PrecisionRecall() }
    return FigureTable(
      title: "Pairs", heading: ["relation"] + PrecisionRecall.heading,
      rows: ([("same copy", sameCopy)] + relations).map { [$0.0] + $0.1.cells })
  }

  private var clusterTable: FigureTable {
    var rows = [["pairs in a cluster"] + clusterPairs.cells]
    if let bCubed {
      let figures = [bCubed.precision, bCubed.recall, bCubed.f1].map(figure)
      rows.append(["B-cubed"] + figures + ["", "", ""])
    }
    var note = "adjusted Rand index \(figure(adjustedRandIndex))"
    if overlapping > 0 {
      note += ", families that overlap taken as one (\(counted(overlapping, "article")) in two)"
    }
    return FigureTable(
      title: "Clusters", heading: ["measure"] + PrecisionRecall.heading, rows: rows, note: note)
  }

  private var confusionTable: FigureTable {
    let relations = Relation.allCases
    return FigureTable(
      title: "Labels against relations",
      heading: ["label"] + relations.map { $0 == .none ? "none, or not written" : $0.rawValue },
      rows: confusion.rows.map { row in
        [row.name] + relations.map { String(confusion[row, $0]) }
      },
      note: "of pairs without a label only those that the run wrote")
  }
}

extension Reliability {
  /// The bins for a reader.
  var table: FigureTable {
    FigureTable(
      title: "Reliability of confidence",
      heading: ["confidence", "pairs", "mean", "same copy"],
      rows: bins.map { bin in
        let range = "\(decimalText(bin.lower)) to \(decimalText(bin.upper))"
        return [range, String(bin.count), figure(bin.mean), figure(bin.observed)]
      },
      note: "expected calibration error \(figure(expectedCalibrationError)), "
        + "Brier score \(figure(brierScore)), over \(counted(count, "pair"))")
  }
}

extension PrecisionRecall {
  static var heading: [String] { ["precision", "recall", "F1", "right", "wrong", "missed"] }

  /// The figures and counts, as under the heading.
  var cells: [String] {
    [precision, recall, f1].map(figure) + [right, wrong, missed].map(String.init)
  }
}
