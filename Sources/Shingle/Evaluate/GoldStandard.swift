/// What a labeller says of a pair of articles.
public enum GoldLabel: String, Sendable, Hashable, CaseIterable {
  /// Equal texts.
  case identical
  /// At least about half of the shorter is the other's text.
  case reprint
  /// One lies within a longer one.
  case excerpt
  /// A later version of the same item.
  case update
  /// The same copy, mostly reworded.
  case rewrite
  /// Only quotations or official statements in common.
  case quote
  /// Independent of each other.
  case none
  /// The labeller could not tell: the pair counts for nothing.
  case ambiguous

  /// Whether documents so labelled come from the same copy.
  public var isSameCopy: Bool { Relation(rawValue: rawValue)?.isSameCopy ?? false }
}

/// A pair of articles with what a labeller says of it.
public struct GoldPair: Sendable, Hashable {
  /// The id of one article.
  public var a: String
  /// The id of the other.
  public var b: String
  /// What the two have to do with each other.
  public var label: GoldLabel
  /// What the two belong to, such as the event that both report.
  public var group: String?

  /// Creates a pair.
  public init(a: String, b: String, label: GoldLabel, group: String? = nil) {
    self.a = a
    self.b = b
    self.label = label
    self.group = group
  }
}

/// What is held to be true of a batch of articles.
public struct GoldStandard: Sendable, Equatable {
  /// The labelled pairs. Of two labels for one pair the later counts.
  public var pairs: [GoldPair]
  /// The ids of articles from the same copy; an article may be in two families.
  public var families: [[String]]
  /// What pairs that are neither listed nor of one family mean.
  public var unlisted: Unlisted

  /// What a pair that no one labelled means.
  public enum Unlisted: String, Sendable, CaseIterable {
    /// Nothing: it is left out of every figure. A pair without a label is not a wrong one.
    case ignore
    /// The two are independent where the labels name one group for both; else nothing.
    case group
    /// The two are independent: every pair of the batch was looked at.
    case none
  }

  /// Creates a gold standard.
  public init(
    pairs: [GoldPair], families: [[String]] = [], unlisted: Unlisted = .ignore
  ) {
    self.pairs = pairs
    self.families = families
    self.unlisted = unlisted
  }
}

extension GoldStandard {
  /// Returns how many labels and families name two documents at hand, and the ids of others,
  /// ascending by their bytes, each once.
  ///
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func known(among ids: [String]) -> (labels: Int, unknownIDs: [String]) {
    let judge = GoldJudge(self, ids: ids)
    return (judge.labels.count + judge.families.count { $0.count > 1 }, judge.unknownIDs)
  }
}
