internal import Glibc

/// Decides how two documents relate, by readable rules over what they share, whom they credit and
/// when they were published.
///
/// The first rule that fits decides. What counts is reporters' prose: a quotation or an official
/// statement may reach two newsrooms apart from any common copy.
struct Relator: Sendable {
  /// The containment, in shingles, from which a short text lies within a longer one.
  static let excerptContainment = 0.6
  /// The longest a text may be, as a share of the other, to be its excerpt.
  static let excerptLength = 0.5
  /// The share of the shorter text from which it is a reprint: design.md says about half.
  static let reprintCoverage = 0.45

  /// What the decision looks at beside the comparison.
  struct Context: Sendable {
    /// Whether the two have equal tokens.
    var isIdentical: Bool
    /// An agency that both credit.
    var commonAgency: String?
    /// The agencies that each credits, where both credit one and none is common.
    var contradiction: (String, String)?
    /// Whether one record says it is a later version of the other.
    var isLaterVersion: Bool
  }

  /// A decision with its grounds.
  struct Verdict: Sendable, Equatable {
    var relation: Relation
    /// The probability that the two are the same copy, in 0...1.
    var confidence: Double
    var reasons: [String]
  }

  /// Decides on one pair.
  func relate(_ comparison: Comparison, _ context: Context) -> Verdict {
    if context.isIdentical {
      return Verdict(relation: .identical, confidence: 1, reasons: ["the same words throughout"])
    }
    let confidence = confidence(comparison, context)
    let relation = relation(comparison, context, confidence: confidence)
    return Verdict(
      relation: relation, confidence: confidence, reasons: reasons(comparison, context))
  }

  private func relation(
    _ comparison: Comparison, _ context: Context, confidence: Double
  ) -> Relation {
    guard !comparison.matches.isEmpty else { return .none }
    guard confidence >= 0.5 else {
      return comparison.quoted.words > comparison.prose.words ? .quote : .none
    }
    let (shorter, longer) = (
      min(comparison.wordsA, comparison.wordsB), max(comparison.wordsA, comparison.wordsB)
    )
    let coverage = max(comparison.coverageA, comparison.coverageB)
    if context.isLaterVersion, coverage >= Self.reprintCoverage { return .update }
    if comparison.overlap.containment >= Self.excerptContainment,
      Double(shorter) <= Self.excerptLength * Double(longer)
    {
      return .excerpt
    }
    return coverage >= Self.reprintCoverage ? .reprint : .rewrite
  }

  /// A logistic function of the information shared in reporters' prose, its share of the shorter
  /// text, and the credits.
  private func confidence(_ comparison: Comparison, _ context: Context) -> Double {
    let coverage = max(comparison.coverageA, comparison.coverageB)
    var score = -4.0
    score += 1.2 * log2(1 + comparison.prose.bits / 50)
    score += 4.0 * coverage
    score += 0.3 * log2(1 + comparison.quoted.bits / 50)
    if context.commonAgency != nil { score += 1 }
    if context.contradiction != nil { score -= 1 }
    return 1 / (1 + exp(-score))
  }

  private func reasons(_ comparison: Comparison, _ context: Context) -> [String] {
    var reasons: [String] = []
    let coverage = max(comparison.coverageA, comparison.coverageB)
    if coverage > 0 {
      reasons.append("\(percent(coverage)) of the shorter text stands in shared passages")
    }
    if comparison.prose.words > 0 {
      reasons.append(
        "\(comparison.prose.words) words of prose shared, at most "
          + "\(comparison.prose.longest) in one passage")
    }
    if comparison.quoted.words > 0 {
      reasons.append(
        "\(comparison.quoted.words) words shared inside quotations, at most "
          + "\(comparison.quoted.longest) in one passage")
    }
    if let agency = context.commonAgency { reasons.append("both credit \(agency)") }
    if let (first, second) = context.contradiction {
      reasons.append("one credits \(first), the other \(second)")
    }
    if context.isLaterVersion { reasons.append("one is a later version of the other") }
    return reasons
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
