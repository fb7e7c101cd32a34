internal import Glibc

/// What speaks for and against a common copy, as the numbers that the relation model weighs.
struct Evidence: Sendable, Equatable {
  /// What can be weighed; the raw values stand in the model file and in explanations.
  enum Feature: String, WeighedByName {
    /// log₂(1 + *b*/50) for *b* bits of plain words shared in reporters' prose.
    case plainProse = "plain_prose"
    /// log₂(1 + *n*) for *n* shared passages of eight or more words of prose.
    case prosePassages = "prose_passages"
    /// The share of the shorter text's runs of three words that the longer has.
    case shortRuns = "short_runs"
    /// The share of the pairs of informative words that stand close together in the prose of the
    /// text with fewer that the other has too.
    case wordPairs = "word_pairs"
    /// log₂(1 + *n*) for a shorter text of *n* unmarked words: a long text shares more by chance.
    case length
    /// 1 where both name the same agency as their first source.
    case commonCredit = "common_credit"
    /// 1 where both credit agencies, and none in common.
    case contraryCredit = "contrary_credit"
  }

  /// The values, in the order of ``Feature/allCases``.
  private(set) var values: [Double]

  init(_ comparison: Comparison, _ context: PairContext) {
    var prose = 0.0
    var passages = 0
    for (index, match) in comparison.matches.enumerated() {
      // A quotation given to the agency that both credit is that agency's reporting.
      let isOwn = context.exclusiveQuotations.contains(index)
      prose += match.prose.plainBits + (isOwn ? match.quoted.plainBits : 0)
      if match.prose.words + (isOwn ? match.quoted.words : 0) >= Comparer.leastWords {
        passages += 1
      }
    }
    values = Feature.allCases.map { feature in
      switch feature {
      case .plainProse: log2(1 + prose / 50)
      case .prosePassages: log2(1 + Double(passages))
      case .shortRuns: comparison.shortRunShare
      case .wordPairs: comparison.wordPairShare
      case .length: log2(1 + Double(comparison.words))
      case .commonCredit: context.commonAgency == nil ? 0 : 1
      case .contraryCredit: context.contradiction == nil ? 0 : 1
      }
    }
  }
}

/// What the decision on a pair of documents looks at beside what their texts have in common.
struct PairContext: Sendable {
  /// Whether the two have equal tokens.
  var isIdentical = false
  /// The agency that both name as their first source.
  var commonAgency: String?
  /// The agencies that each credits, where both credit one and none is common.
  var contradiction: (String, String)?
  /// The matches, by index, that are quotations given to the common agency: a credit to it stands
  /// beside the passage in either text.
  var exclusiveQuotations: Set<Int> = []
  /// The days between the two; 0 where a date is unknown.
  var daysApart = 0.0
  /// For two articles of one outlet the share of their headlines' words that only one of them has;
  /// 0 where a headline is unknown.
  var otherHeadline = 0.0
  /// Whether the two were published within a day of one another, under headlines, and exchange
  /// figures and no names: a toll that rose.
  var hasLaterFigures = false
  /// Whether one record says it is a later version of the other, or of one outlet's two articles one
  /// has later figures.
  var isLaterVersion = false

  /// Whether other facts may be those of another form: a later version has some by its nature.
  var mayBeTemplate: Bool { !isLaterVersion && !hasLaterFigures }
}
