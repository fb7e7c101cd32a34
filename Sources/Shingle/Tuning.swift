/// A relation model learned from labelled pairs, with how well it does on pairs it did not see.
public struct Tuning: Sendable, Equatable {
  /// The model, learned from all pairs.
  public let model: RelationModel
  /// The labelled pairs of different texts, which are measured: those of the same copy, and others.
  public let pairs: (same: Int, different: Int)
  /// The pairs that were learned from and not measured.
  public let alsoPairs: (same: Int, different: Int)
  /// The pairs among all these that were not learned from: forms with other facts by the model at
  /// hand, and no copies by their labels. Those of ``pairs`` are measured all the same.
  public let formPairs: Int
  /// The groups that have labelled pairs.
  public let groups: Int
  /// The folds of the cross-validation.
  public let folds: Int
  /// The name of the model from which the weights for a template were taken, since those are not
  /// learned.
  public let templateSource: String
  /// The ids that the labels name and the input lacks, ascending.
  public let unknownIDs: [String]
  /// Cross-validated figures at each threshold that was tried.
  public let thresholds: [(threshold: Double, figures: Figures)]
  /// Cross-validated figures, each fold at the threshold that the others would choose.
  public let figures: Figures
  /// The ranges in which F1 lies in 90 % of resamples of the groups.
  public let intervals: Intervals
  /// The figures of the model that the detector came with. It may have been learned from these
  /// pairs.
  public let present: Figures
  /// Whether the cross-validated probabilities of single pairs are such.
  public let reliability: Reliability?

  /// How well pairs are told.
  public struct Figures: Sendable, Equatable {
    /// Pairs called the same copy by their own evidence.
    public var alone: PrecisionRecall
    /// Pairs called the same copy once clusters are decided.
    public var joint: PrecisionRecall
    /// Pairs of documents in one cluster.
    public var clusters: PrecisionRecall
  }

  /// Ranges of F1; nothing where there are fewer than two groups with pairs.
  public struct Intervals: Sendable, Equatable {
    /// That of ``Figures/alone``.
    public var alone: ClosedRange<Double>?
    /// That of ``Figures/joint``.
    public var joint: ClosedRange<Double>?
    /// That of ``Figures/clusters``.
    public var clusters: ClosedRange<Double>?
  }

  /// Whether both say the same.
  public static func == (left: Tuning, right: Tuning) -> Bool {
    left.model == right.model && left.pairs == right.pairs && left.alsoPairs == right.alsoPairs
      && left.formPairs == right.formPairs
      && left.groups == right.groups && left.folds == right.folds
      && left.templateSource == right.templateSource && left.unknownIDs == right.unknownIDs
      && left.thresholds.elementsEqual(right.thresholds) { $0 == $1 }
      && left.figures == right.figures && left.intervals == right.intervals
      && left.present == right.present && left.reliability == right.reliability
  }
}

/// How to learn a relation model.
public struct TuningOptions: Sendable, Equatable {
  /// The inverse of regularisation, *C*, above 0: on the labelled wire pages 0.1 to 1 give the same
  /// F1 within 0.005.
  public var strength = 0.3
  /// The most folds of the cross-validation.
  public var folds = 10
  /// The threshold of the same copy, in 0...1, or nil for the default, unless another of a grid is
  /// clearly better.
  public var threshold: Double?
  /// The draws of the bootstrap.
  public var resamples = 2000

  /// Creates the default options.
  public init() {}
}

/// Why no model can be learned.
public enum TuningError: Error, Sendable, Equatable {
  /// Fewer pairs of one kind than ``least``, beside `forms` that are not learned from.
  case tooFew(same: Int, different: Int, forms: Int)
  /// All labelled pairs are in one group, so that none can be held back.
  case oneGroup
  /// Without one group or some, only one kind of pair is left to learn from.
  case oneKindLeft(folds: Int)
  /// A weight came out beyond ``RelationModel/weightRange``.
  case weightOutOfRange(Double)

  /// The least number of pairs of each kind.
  public static let least = 3
}

extension TuningError: CustomStringConvertible {
  /// What is wrong, with a hint.
  public var description: String {
    switch self {
    case .tooFew(let same, let different, let forms):
      "too few labelled pairs of different texts: \(same) of the same copy and \(different) others"
        + (forms == 0 ? "; " : " beside \(forms) of one form with other facts; ")
        + "at least \(Self.least) of each are needed, and hundreds are better"
    case .oneGroup:
      "all labelled pairs are in one group, so none can be held back to measure by; "
        + "label pairs of other events, or give the pairs a 'group'"
    case .oneKindLeft(let folds):
      "with \(folds) folds, one leaves only pairs of one kind to learn from; "
        + "label more pairs, or ask for other --folds"
    case .weightOutOfRange(let weight):
      "the pairs ask for a weight of \(weight), which no model may have; "
        + "label more pairs, or ask for less --strength"
    }
  }
}
