/// Decides how two documents relate, by readable rules over the probability that they are the same
/// copy and how much of each stands in the other.
struct Relator: Sendable {
  /// The share of the shorter text in passages from which it lies within a longer one.
  static let excerptCoverage = 0.8
  /// The longest a text may be, as a share of the other, to be its excerpt.
  static let excerptLength = 0.6
  /// The share of the shorter text from which it is a reprint: about half of it is the other's.
  static let reprintCoverage = 0.45
  /// The words of a quotation, and those of any passage, from which two texts share a statement.
  static let quotedWords = 10
  static let statementWords = 13

  /// A decision; its grounds are put into words where it is written (``RelatedPair/reasons``).
  struct Verdict: Sendable, Equatable {
    var relation: Relation
    /// The probability that the two are the same copy, in 0...1.
    var confidence: Double
    /// Whether they would be the same copy, were they not one form with other facts.
    var isTemplate = false
    /// Whether the rest of their cluster makes them the same copy.
    var isJoined = false
  }

  /// What weighs the evidence, and says from which probability on a pair is the same copy.
  let model: RelationModel

  /// Decides on a pair by its own evidence.
  func relate(_ comparison: Comparison, _ context: PairContext) -> Verdict {
    if context.isIdentical { return Verdict(relation: .identical, confidence: 1) }
    // Boilerplate weighs nothing, so where nothing else is shared there is nothing to weigh.
    let sharesWords = comparison.matches.contains { $0.prose.words + $0.quoted.words > 0 }
    let copy = sharesWords ? model.copyProbability(comparison, context) : 0
    let template = model.templateProbability(comparison, context)
    let confidence = RelationModel.confidence(copy: copy, template: template)
    let isSameCopy = confidence >= model.threshold
    var verdict = verdict(comparison, context, confidence: confidence, isSameCopy: isSameCopy)
    verdict.isTemplate = !isSameCopy && copy >= model.threshold && template > 0.5
    if verdict.isTemplate { verdict.relation = .none }
    return verdict
  }

  /// Names the relation of a pair of which it is known whether it is the same copy.
  func verdict(
    _ comparison: Comparison, _ context: PairContext, confidence: Double, isSameCopy: Bool
  ) -> Verdict {
    Verdict(
      relation: isSameCopy ? sameCopy(comparison, context) : other(comparison),
      confidence: confidence)
  }

  private func sameCopy(_ comparison: Comparison, _ context: PairContext) -> Relation {
    let coverage = comparison.coverage
    let longer = max(comparison.wordsA, comparison.wordsB)
    if context.isIdentical { return .identical }
    if context.isLaterVersion, coverage >= Self.reprintCoverage { return .update }
    if coverage >= Self.excerptCoverage,
      Double(comparison.words) <= Self.excerptLength * Double(longer)
    {
      return .excerpt
    }
    return coverage >= Self.reprintCoverage ? .reprint : .rewrite
  }

  private func other(_ comparison: Comparison) -> Relation {
    let isStatement = comparison.matches.contains {
      $0.quoted.words >= Self.quotedWords
        || $0.quoted.words + $0.prose.words >= Self.statementWords
    }
    return isStatement ? .quote : .none
  }
}

extension RelatedPair {
  /// The grounds of the verdict, each a short clause, in a fixed order.
  var reasons: [String] {
    if context.isIdentical { return ["the same words throughout"] }
    var reasons = comparison.reasons
    if let agency = context.commonAgency {
      reasons.append("both name \(agency) as their first source")
    }
    if let agency = context.commonAgency, !context.exclusiveQuotations.isEmpty {
      reasons.append("a shared quotation was given to \(agency)")
    }
    if let (first, second) = context.contradiction {
      reasons.append("one credits \(first), the other \(second)")
    }
    if context.isLaterVersion { reasons.append("one is a later version of the other") }
    if verdict.isTemplate {
      let edits = comparison.edits
      reasons.append(
        "one form with other facts: \(edits.changedFacts) of \(edits.places) edits change names "
          + "or figures")
    }
    if verdict.isJoined { reasons.append("the rest of their cluster joins them") }
    return reasons
  }
}

extension Comparison {
  /// What two texts share, in words.
  fileprivate var reasons: [String] {
    var reasons: [String] = []
    if coverage > 0 {
      let share = Int((coverage * 100).rounded())
      reasons.append("\(share) % of the shorter text stands in shared passages")
    }
    for (weight, place) in [(prose, "of prose"), (quoted, "in quotations")]
    where weight.words > 0 {
      reasons.append(
        "\(weight.words) words \(place) shared, at most \(weight.longest) in a passage")
    }
    if reasons.isEmpty, !matches.isEmpty {
      reasons.append("the shared words are page furniture, or recur across other subjects")
    }
    return reasons
  }
}

extension RelationModel {
  /// Returns *p* (1 − max(0, 2*q* − 1)), the probability of a common copy that is no template, from
  /// the two models' probabilities *p* and *q*. What is rather no template than one takes nothing
  /// away: most copies have another name or figure somewhere.
  static func confidence(copy: Double, template: Double) -> Double {
    copy * (1 - max(0, 2 * template - 1))
  }

  /// Returns the probability, in 0...1, that the one text was made from the other or both from a
  /// third, be it a form.
  func copyProbability(_ comparison: Comparison, _ context: PairContext) -> Double {
    copy.probability(Evidence(comparison, context).values)
  }

  /// Returns the probability, in 0...1, that two texts are one form with other facts; a later
  /// version of an item has other facts by its nature.
  func templateProbability(_ comparison: Comparison, _ context: PairContext) -> Double {
    guard context.mayBeTemplate else { return 0 }
    return template.probability(TemplateEvidence(comparison, context).values)
  }
}
