/// Whether pairs of a confidence *p* are the same copy in a share *p* of the cases.
public struct Reliability: Sendable, Equatable {
  /// The pairs of one range of confidence.
  public struct Bin: Sendable, Equatable {
    /// The least confidence.
    public var lower: Double
    /// The greatest; only the last bin has it.
    public var upper: Double
    /// The pairs in the bin.
    public var count: Int
    /// Their mean confidence.
    public var mean: Double
    /// The share of them that is the same copy.
    public var observed: Double
  }

  /// The pairs that were looked at.
  public let count: Int
  /// The bins that have any pair, ascending.
  public let bins: [Bin]
  /// The mean over pairs of the distance between a bin's mean confidence and its observed share, in
  /// 0...1 (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
  /// Binning", 2015).
  public let expectedCalibrationError: Double
  /// The mean squared distance of confidence and truth, in 0...1 (Brier, "Verification of Forecasts
  /// Expressed in Terms of Probability", 1950).
  public let brierScore: Double

  /// The bins, of equal width.
  private static let binCount = 10

  /// Looks at pairs of known truth; nothing where there is none.
  ///
  /// - Complexity: O(*n*) for *n* pairs.
  init?(_ pairs: [(confidence: Double, isSameCopy: Bool)]) {
    guard !pairs.isEmpty else { return nil }
    var members = [[(confidence: Double, isSameCopy: Bool)]](repeating: [], count: Self.binCount)
    var squares = 0.0
    for pair in pairs {
      let bin = min(max(0, Int(pair.confidence * Double(Self.binCount))), Self.binCount - 1)
      members[bin].append(pair)
      let distance = pair.confidence - (pair.isSameCopy ? 1 : 0)
      squares += distance * distance
    }
    count = pairs.count
    brierScore = squares / Double(pairs.count)
    bins = members.enumerated().filter { !$0.element.isEmpty }.map { number, pairs in
      Bin(
        lower: Double(number) / Double(Self.binCount),
        upper: Double(number + 1) / Double(Self.binCount), count: pairs.count,
        mean: pairs.reduce(0) { $0 + $1.confidence } / Double(pairs.count),
        observed: Double(pairs.count(where: \.isSameCopy)) / Double(pairs.count))
    }
    let total = Double(pairs.count)
    expectedCalibrationError = bins.reduce(0) { sum, bin in
      sum + Double(bin.count) / total * abs(bin.mean - bin.observed)
    }
  }
}
