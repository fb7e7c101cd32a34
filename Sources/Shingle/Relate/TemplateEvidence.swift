internal import Glibc

/// What speaks for two texts being one form filled in twice: the same words with other facts.
///
/// Dividend notices, disaster declarations and market reports share most of their words and no
/// story. A careful reader sees it by what differs: names, figures and dates change for others at
/// one place after the other, weeks lie between the two, and the outlet gave each its own headline.
/// Where no fact differs nothing speaks for a form, however late the second is printed.
struct TemplateEvidence: Sendable, Equatable {
  /// What can be weighed; the raw values stand in the model file and in explanations.
  enum Feature: String, WeighedByName {
    /// log₂(1 + *n*) for *n* places with other facts in a hundred matched words.
    case changedFacts = "changed_facts"
    /// *r* *n* / (*m* + 2) for *n* edits of *m* that change facts: one or two tell little, for a copy
    /// may have another toll or spell a name otherwise. Here *r* is the number of places with other
    /// facts in a hundred matched words, at most 1: a form is filled in throughout.
    case changedShare = "changed_share"
    /// *x* log₂(1 + *n*) for *n* days between the two, 0 where a date is unknown. Here *x* is
    /// *e* *f* / (*f* + 2) for *f* facts that the two exchange (``ExchangedFacts``), and 2*e* the
    /// edits in a hundred matched words, *e* at most 1: the same words weeks later are a reprint.
    case daysApart = "days_apart"
    /// *x* times the share of the headlines' words that only one of two articles of one outlet has:
    /// a copy may have another headline. 0 where a headline is unknown.
    case otherHeadline = "other_headline"
  }

  /// The values, in the order of ``Feature/allCases``.
  private(set) var values: [Double]

  init(_ comparison: Comparison, _ context: PairContext) {
    let words = Double(max(1, comparison.matches.reduce(0) { $0 + $1.match.words }))
    let edits = comparison.edits
    let changed = 100 * Double(edits.changedFacts) / words
    let exchanged = Double(edits.exchanged.count)
    let exchange =
      min(1, 100 * Double(edits.places) / words / 2) * exchanged / (exchanged + 2)
    values = Feature.allCases.map { feature in
      switch feature {
      case .changedFacts: log2(1 + changed)
      case .changedShare: min(1, changed) * Double(edits.changedFacts) / Double(edits.places + 2)
      case .daysApart: exchange * log2(1 + context.daysApart)
      case .otherHeadline: exchange * context.otherHeadline
      }
    }
  }
}
