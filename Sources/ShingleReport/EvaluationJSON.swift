import Shingle

extension EvaluationPrinter {
  /// One JSON object with every figure, indented by 2 spaces; what is not defined is null.
  public var json: [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.evaluation(self)
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func evaluation(_ printer: EvaluationPrinter) {
    let evaluation = printer.evaluation
    beginObject()
    for (name, count) in [
      ("documents", evaluation.documents), ("labelled_pairs", evaluation.labelledPairs),
      ("families", evaluation.families), ("unjudged", evaluation.unjudged),
    ] {
      key(name)
      integer(count)
    }
    key("unknown_ids")
    array(evaluation.unknownIDs) { $0.string($1) }
    key("same_copy")
    figures(evaluation.sameCopy)
    key("relations")
    beginObject()
    for relation in Relation.allCases where relation != .none {
      key(relation.rawValue)
      figures(evaluation.confusion.figure(relation))
    }
    endObject()
    key("confusion")
    confusion(evaluation.confusion)
    key("clusters")
    clusters(evaluation)
    key("reliability")
    if let reliability = evaluation.reliability { self.reliability(reliability) } else { null() }
    for (name, misses) in [("wrong", evaluation.wrong), ("missed", evaluation.missed)] {
      key(name)
      array(Array(misses.prefix(printer.worst))) { $0.miss($1, printer.texts) }
    }
    endObject()
  }

  /// Writes precision, recall and F1 with their counts.
  mutating func figures(_ figures: PrecisionRecall) {
    beginObject()
    for (name, share) in [
      ("precision", figures.precision), ("recall", figures.recall), ("f1", figures.f1),
    ] {
      key(name)
      optional(share)
    }
    for (name, count) in [
      ("right", figures.right), ("wrong", figures.wrong), ("missed", figures.missed),
    ] {
      key(name)
      integer(count)
    }
    endObject()
  }

  /// Writes a number, or null.
  mutating func optional(_ value: Double?) {
    guard let value else { return null() }
    real(value)
  }

  private mutating func confusion(_ table: ConfusionTable) {
    beginObject()
    for row in table.rows {
      key(row.name.split(separator: " ").joined(separator: "_"))
      beginObject()
      for relation in Relation.allCases {
        key(relation.rawValue)
        integer(table[row, relation])
      }
      endObject()
    }
    endObject()
  }

  private mutating func clusters(_ evaluation: Evaluation) {
    beginObject()
    key("pairs")
    figures(evaluation.clusterPairs)
    key("b_cubed")
    if let bCubed = evaluation.bCubed {
      beginObject()
      for (name, value) in [
        ("precision", bCubed.precision), ("recall", bCubed.recall), ("f1", bCubed.f1),
      ] {
        key(name)
        real(value)
      }
      endObject()
    } else {
      null()
    }
    key("adjusted_rand_index")
    optional(evaluation.adjustedRandIndex)
    key("overlapping")
    integer(evaluation.overlapping)
    endObject()
  }

  /// Writes the bins and the two sums over them.
  mutating func reliability(_ reliability: Reliability) {
    beginObject()
    key("pairs")
    integer(reliability.count)
    key("bins")
    array(reliability.bins) { json, bin in
      json.beginObject()
      for (name, value) in [("lower", bin.lower), ("upper", bin.upper)] {
        json.key(name)
        json.real(value)
      }
      json.key("pairs")
      json.integer(bin.count)
      for (name, value) in [("mean", bin.mean), ("observed", bin.observed)] {
        json.key(name)
        json.real(value)
      }
      json.endObject()
    }
    key("expected_calibration_error")
    real(reliability.expectedCalibrationError)
    key("brier_score")
    real(reliability.brierScore)
    endObject()
  }

  private mutating func miss(_ miss: Evaluation.Miss, _ texts: PassageTexts) {
    beginObject()
    for (name, value) in [
      ("a", miss.pair.a), ("b", miss.pair.b), ("label", miss.label.rawValue),
      ("relation", miss.pair.relation.rawValue),
    ] {
      key(name)
      string(value)
    }
    key("confidence")
    real(miss.pair.confidence)
    key("written")
    bool(miss.isWritten)
    key("passages")
    array(texts.passages(of: miss.pair)) { $0.string($1) }
    endObject()
  }
}
