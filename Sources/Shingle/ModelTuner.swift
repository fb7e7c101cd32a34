extension Detector {
  /// Learns a relation model from labelled pairs of documents, and measures it on pairs that it did
  /// not see.
  ///
  /// Learned are the weights of the evidence for a common copy. Those of the evidence for a template
  /// are taken from the configuration's model. Pairs that this model takes for one form with other
  /// facts, and the labels for no copy, are measured and not learned from: they share what copies
  /// share, and would turn the evidence for a copy against copies.
  ///
  /// The documents are divided into folds so that a group is in one. For each fold a model is
  /// learned from the labelled pairs that do not touch it, and weighs the pairs that do. Those
  /// probabilities decide all pairs, by themselves and jointly, and are counted against the labels.
  ///
  /// - Parameters:
  ///   - documents: the articles, with different ids.
  ///   - gold: what is held to be true of them.
  ///   - groupNames: the group of each document by its id, or nil for the groups of the labels.
  ///   - also: labelled evidence to learn from and not to measure by.
  ///   - options: how to learn.
  /// - Returns: the model with its figures; the same for the same input.
  /// - Throws: that there is too little to learn from.
  /// - Complexity: that of ``report(on:)``; O(*n* · *m*) to compare *n* decided pairs of texts of *m*
  ///   words, of which there are as many as pairs of documents where all that is unlisted is held
  ///   to be independent; and O(*k* · *n*) for *k* folds.
  public func tune(
    on documents: [Document], by gold: GoldStandard, groupNames: ((Document) -> String?)? = nil,
    also: [PairEvidence] = [], options: TuningOptions = TuningOptions()
  ) throws(TuningError) -> Tuning {
    let batch = compare(documents, { _ in }) { _ in true }
    let judge = GoldJudge(gold, ids: batch.documents.map(\.id))
    let labelled = compare(documents, { _ in }, proposals: .these(judge.decidedPairs)) { _ in true }
    let tuner = try ModelTuner(
      batch, labelled.pairs.all, judge, names: groupNames.map { batch.documents.map($0) },
      also: also,
      options: options, configuration: configuration)
    return tuner.tuning
  }
}

/// Learns a model and holds it against labels.
private struct ModelTuner {
  private let batch: Detector.Batch
  private let configuration: Configuration
  private let judge: GoldJudge
  private let folds: GroupFolds
  private let rows: [Row]
  private let also: [Row]
  private let options: TuningOptions
  /// The model of each fold, learned without it.
  private let models: [RelationModel]
  private let final: RelationModel

  /// A labelled pair with its evidence; one that is not measured has no place.
  private struct Row {
    var pair: DocumentPair?
    var values: [Double]
    var isSameCopy: Bool
    /// Whether it is one form with other facts by the model at hand, and no copy by its label.
    var isForm = false
  }

  init(
    _ batch: Detector.Batch, _ labelled: [RelatedPair], _ judge: GoldJudge, names: [String?]?,
    also: [PairEvidence], options: TuningOptions, configuration: Configuration
  ) throws(TuningError) {
    self.batch = batch
    self.configuration = configuration
    self.options = options
    self.judge = judge
    rows = Self.rows(labelled, judge, configuration.relationModel)
    self.also = also.compactMap { pair in
      pair.isSameCopy.map { isSame in
        Row(
          values: pair.features.map(\.value), isSameCopy: isSame, isForm: pair.isForm && !isSame)
      }
    }
    try Self.check(rows + self.also)
    var weights = [Int](repeating: 0, count: batch.documents.count)
    for pair in rows.compactMap(\.pair) { weights[pair.a] += 1 }
    folds = GroupFolds(names: names, judge, weights: weights, limit: options.folds)
    guard folds.count > 1 else { throw .oneGroup }
    let template = configuration.relationModel.template
    final = try Self.model((rows + self.also).filter { !$0.isForm }, options, template)
    models = try Self.models(rows, self.also, folds, options, template)
  }

  /// Learns the model of each fold from the rows that do not touch it.
  private static func models(
    _ rows: [Row], _ also: [Row], _ folds: GroupFolds, _ options: TuningOptions,
    _ template: LogisticModel<TemplateEvidence.Feature>
  ) throws(TuningError) -> [RelationModel] {
    var models: [RelationModel] = []
    for fold in 0..<folds.count {
      let kept = rows.filter { row in
        row.pair.map { folds.folds[$0.a] != fold && folds.folds[$0.b] != fold } ?? true
      }
      let learned = (kept + also).filter { !$0.isForm }
      guard Set(learned.map(\.isSameCopy)).count == 2 else {
        throw .oneKindLeft(folds: folds.count)
      }
      models.append(try model(learned, options, template))
    }
    return models
  }

  /// The labelled pairs of different texts, whether or not a scan would compare them.
  private static func rows(
    _ labelled: [RelatedPair], _ judge: GoldJudge, _ model: RelationModel
  ) -> [Row] {
    labelled.compactMap { related in
      let pair = DocumentPair(related.a, related.b)
      guard !related.context.isIdentical, let isSame = judge.judgement(pair).isSameCopy else {
        return nil
      }
      let values = Evidence(related.comparison, related.context).values
      let isForm = !isSame && model.isForm(related.comparison, related.context)
      return Row(pair: pair, values: values, isSameCopy: isSame, isForm: isForm)
    }
  }

  private static func check(_ rows: [Row]) throws(TuningError) {
    let (same, different) = counts(rows.filter { !$0.isForm })
    guard min(same, different) >= TuningError.least else {
      throw .tooFew(same: same, different: different, forms: rows.count - same - different)
    }
  }

  /// Learns from rows; numbers are rounded as a model file has them.
  private static func model(
    _ rows: [Row], _ options: TuningOptions, _ template: LogisticModel<TemplateEvidence.Feature>
  ) throws(TuningError) -> RelationModel {
    let fit = LogisticRegression(
      rows: rows.map(\.values), labels: rows.map(\.isSameCopy), strength: options.strength)
    let numbers = ([fit.intercept] + fit.weights).map { ($0 * 10_000).rounded() / 10_000 }
    if let odd = numbers.first(where: { !RelationModel.weightRange.contains($0) }) {
      throw .weightOutOfRange(odd)
    }
    return RelationModel(
      copy: LogisticModel(intercept: numbers[0], weights: Array(numbers.dropFirst())),
      template: template, threshold: options.threshold ?? RelationModel.defaultThreshold)
  }
}

extension ModelTuner {
  /// Counts of pairs by their group.
  private struct GroupFigures {
    var alone: [Int: PrecisionRecall]
    var joint: [Int: PrecisionRecall]
    var clusters: [Int: PrecisionRecall]

    /// The sums over some groups.
    func sum(_ isWanted: (Int) -> Bool) -> Tuning.Figures {
      func sum(_ counts: [Int: PrecisionRecall]) -> PrecisionRecall {
        counts.filter { isWanted($0.key) }.values.reduce(PrecisionRecall(), +)
      }
      return Tuning.Figures(alone: sum(alone), joint: sum(joint), clusters: sum(clusters))
    }
  }

  /// The thresholds that are tried.
  private var grid: [Double] {
    options.threshold.map { [$0] } ?? stride(from: 20, through: 70, by: 5).map { Double($0) / 100 }
  }

  var tuning: Tuning {
    let tried = grid.map { (threshold: $0, groups: figures(models, threshold: $0)) }
    let nested = nested(tried)
    let best = Self.best(tried) { _ in true }
    let intervals = Tuning.Intervals(
      alone: interval(nested.alone), joint: interval(nested.joint),
      clusters: interval(nested.clusters))
    return Tuning(
      model: final.with(threshold: tried[best].threshold), pairs: Self.counts(rows),
      alsoPairs: Self.counts(also), formPairs: (rows + also).count(where: \.isForm),
      groups: Set(rows.compactMap(\.pair).map(group)).count,
      folds: folds.count, templateSource: configuration.relationModel.name,
      unknownIDs: judge.unknownIDs,
      thresholds: tried.map { ($0.threshold, $0.groups.sum { _ in true }) },
      figures: nested.sum { _ in true }, intervals: intervals,
      present: figures(
        Array(repeating: configuration.relationModel, count: folds.count),
        threshold: configuration.relationModel.threshold
      ).sum { _ in true },
      reliability: reliability)
  }

  private static func counts(_ rows: [Row]) -> (same: Int, different: Int) {
    let same = rows.count(where: \.isSameCopy)
    return (same, rows.count - same)
  }

  private func group(_ pair: DocumentPair) -> Int { folds.groups[pair.a] }

  /// Decides every pair by the model of its fold, alone and then jointly, and counts.
  private func figures(_ models: [RelationModel], threshold: Double) -> GroupFigures {
    var configuration = configuration
    configuration.relationModel = configuration.relationModel.with(threshold: threshold)
    let relators = models.map { Relator(model: $0.with(threshold: threshold)) }
    let pairs = batch.pairs.all.map { pair in
      var pair = pair
      let relator = relators[folds.folds[pair.a]]
      pair.verdict = relator.relate(pair.comparison, pair.context)
      return pair
    }
    let families = FamilyDecision(
      RelatedPairs(pairs.filter(\.matters), batch.sketches), batch.identical, batch.texts,
      configuration: configuration)
    return GroupFigures(
      alone: PairTally(samePairs: Self.samePairs(pairs), judge, by: group).counts,
      joint: PairTally(samePairs: Self.samePairs(families.pairs.all), judge, by: group).counts,
      clusters: PairTally(clusters: families.clusters, judge, by: group).counts)
  }

  private static func samePairs(_ pairs: [RelatedPair]) -> Set<DocumentPair> {
    Set(pairs.filter { $0.verdict.relation.isSameCopy }.map { DocumentPair($0.a, $0.b) })
  }

  /// The place of the threshold with the best F1 of joint decisions on some groups; the default's
  /// place, where no other is better by ``leastGain``.
  private static func best(
    _ tried: [(threshold: Double, groups: GroupFigures)], _ isWanted: (Int) -> Bool
  ) -> Int {
    let values = tried.map { $0.groups.sum(isWanted).joint.f1 ?? 0 }
    let best = values.indices.max { values[$0] < values[$1] } ?? 0
    let usual = tried.firstIndex { $0.threshold == RelationModel.defaultThreshold } ?? best
    return values[best] >= values[usual] + leastGain ? best : usual
  }

  /// The gain in F1 from which another threshold than the default is worth having. Smaller ones are
  /// chance: among 643 labelled pairs of news the thresholds from 0.25 to 0.55 are within 0.012, and
  /// taking the best of them for each held-out topic loses 0.028.
  private static let leastGain = 0.015

  /// The counts of each group at the threshold that is best for the groups of other folds.
  private func nested(
    _ tried: [(threshold: Double, groups: GroupFigures)]
  ) -> GroupFigures {
    let chosen = (0..<folds.count).map { fold in
      Self.best(tried) { folds.folds[$0] != fold }
    }
    let pick = { (counts: (GroupFigures) -> [Int: PrecisionRecall]) in
      var picked: [Int: PrecisionRecall] = [:]
      for (place, entry) in tried.enumerated() {
        for (group, count) in counts(entry.groups) where chosen[folds.folds[group]] == place {
          picked[group] = count
        }
      }
      return picked
    }
    return GroupFigures(
      alone: pick { $0.alone }, joint: pick { $0.joint }, clusters: pick { $0.clusters })
  }

  private func interval(_ counts: [Int: PrecisionRecall]) -> ClosedRange<Double>? {
    Bootstrap.interval(
      of: counts.sorted { $0.key < $1.key }.map(\.value), resamples: options.resamples)
  }

  /// The probabilities of labelled pairs by models that did not see them.
  private var reliability: Reliability? {
    let relators = models.map { Relator(model: $0) }
    return Reliability(
      batch.pairs.all.compactMap { related in
        let pair = DocumentPair(related.a, related.b)
        guard related.isWeighed, let isSame = judge.judgement(pair).isSameCopy else { return nil }
        let relator = relators[folds.folds[pair.a]]
        return (relator.relate(related.comparison, related.context).confidence, isSame)
      })
  }
}

extension RelationModel {
  /// The model with another threshold.
  fileprivate func with(threshold: Double) -> RelationModel {
    RelationModel(copy: copy, template: template, threshold: threshold)
  }
}
