public import Shingle

/// Prints a relation model as a file that `--model` takes.
public enum RelationModelPrinter {
  /// Returns a learned model with where it comes from, indented by 2 spaces; there is no date in it,
  /// so that the same labels give the same bytes.
  public static func bytes(of tuning: Tuning, options: TuningOptions) -> [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.beginObject()
    json.key("provenance")
    json.provenance(tuning, options)
    json.part(tuning.model.intercept, tuning.model.namedWeights)
    json.key("template")
    json.beginObject()
    json.part(tuning.model.templateIntercept, tuning.model.namedTemplateWeights)
    json.endObject()
    json.key("threshold")
    json.real(tuning.model.threshold)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func part(_ intercept: Double, _ weights: [(name: String, weight: Double)]) {
    key("intercept")
    real(intercept)
    key("weights")
    beginObject()
    for (name, weight) in weights {
      key(name)
      real(weight)
    }
    endObject()
  }

  fileprivate mutating func provenance(_ tuning: Tuning, _ options: TuningOptions) {
    beginObject()
    key("command")
    string("shingle tune")
    key("pairs")
    counts(tuning.pairs)
    key("also")
    counts(tuning.alsoPairs)
    key("forms_left_out")
    integer(tuning.formPairs)
    key("groups")
    integer(tuning.groups)
    key("folds")
    integer(tuning.folds)
    key("method")
    string(
      "logistic regression, L2, C = \(decimalText(options.strength)), standardised features")
    key("template")
    string("not learned: taken from the model in use, \(tuning.templateSource)")
    key("f1")
    beginObject()
    for (name, figures) in [
      ("pairs_alone", tuning.figures.alone), ("pairs_jointly", tuning.figures.joint),
      ("clusters", tuning.figures.clusters),
    ] {
      key(name)
      optional(figures.f1)
    }
    endObject()
    endObject()
  }

  private mutating func counts(_ pairs: (same: Int, different: Int)) {
    beginObject()
    key("same_copy")
    integer(pairs.same)
    key("different")
    integer(pairs.different)
    endObject()
  }
}
