public import Shingle

/// Prints how well a learned model does on pairs that it did not see.
public enum TuningPrinter {
  /// Returns the figures in columns.
  public static func text(of tuning: Tuning) -> [UInt8] {
    let tables = [tuning.figureTable, tuning.thresholdTable, tuning.modelTable]
    let text =
      tuning.basis.map { "\($0)\n" }
      + (tables + tuning.reliabilityTable).map {
        "\n" + $0.text
      }
    return Array(text.joined().utf8)
  }
}

extension Tuning {
  fileprivate var basis: [String] {
    var lines = [
      "\(counted(pairs.same, "pair")) of the same copy and \(pairs.different) others, "
        + "in \(counted(groups, "group")) and \(counted(folds, "fold"))"
    ]
    if alsoPairs.same + alsoPairs.different > 0 {
      lines.append(
        "and \(alsoPairs.same) and \(alsoPairs.different) to learn from only")
    }
    if formPairs > 0 {
      let (are, them) = formPairs == 1 ? ("is", "it") : ("are", "them")
      lines.append(
        "\(counted(formPairs, "pair")) \(are) one form with other facts by the model in use, and "
          + "the weights are not learned from \(them)")
    }
    if !unknownIDs.isEmpty {
      let names = unknownIDs.prefix(5).map(visibleLine).joined(separator: ", ")
      lines.append(
        "the input lacks \(counted(unknownIDs.count, "id")) of the labels: \(names)"
          + (unknownIDs.count > 5 ? ", ..." : ""))
    }
    return lines
  }

  fileprivate var figureTable: FigureTable {
    let measured: [(String, PrecisionRecall, ClosedRange<Double>?, PrecisionRecall)] = [
      ("pairs alone", figures.alone, intervals.alone, present.alone),
      ("pairs jointly", figures.joint, intervals.joint, present.joint),
      ("pairs in a cluster", figures.clusters, intervals.clusters, present.clusters),
    ]
    return FigureTable(
      title: "Cross-validated, each fold at the threshold that the others would choose",
      heading: ["measure"] + PrecisionRecall.heading + ["90 % of F1", "F1 at present"],
      rows: measured.map { name, figures, interval, present in
        let range = interval.map { "\(figure($0.lowerBound))–\(figure($0.upperBound))" }
        return [name] + figures.cells + [range ?? "–", figure(present.f1)]
      },
      note: "the model at present may have been learned from these pairs")
  }

  fileprivate var thresholdTable: FigureTable {
    FigureTable(
      title: "F1 at each threshold, cross-validated",
      heading: ["threshold", "pairs alone", "pairs jointly", "pairs in a cluster"],
      rows: thresholds.map { threshold, figures in
        let isChosen = threshold == model.threshold && thresholds.count > 1
        return [decimalText(threshold) + (isChosen ? " *" : "")]
          + [figures.alone.f1, figures.joint.f1, figures.clusters.f1].map(figure)
      },
      note: thresholds.count > 1 ? "* the model's" : nil)
  }

  fileprivate var modelTable: FigureTable {
    FigureTable(
      title: "Model \(model.name)", heading: ["feature", "weight"],
      rows: ([("intercept", model.intercept)] + model.namedWeights.map { ($0.name, $0.weight) })
        .map { [$0.0, decimalText($0.1, decimals: 4)] })
  }

  fileprivate var reliabilityTable: [FigureTable] {
    guard var table = reliability?.table else { return [] }
    table.title = "Reliability of the probability of pairs alone, cross-validated"
    return [table]
  }
}
