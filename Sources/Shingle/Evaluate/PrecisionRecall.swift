/// How many of the things called are right, and how many of the right ones are called.
public struct PrecisionRecall: Sendable, Hashable {
  /// Called, and right.
  public var right: Int
  /// Called, and wrong.
  public var wrong: Int
  /// Right, and not called.
  public var missed: Int

  /// Creates counts.
  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  /// The share of what is called that is right, in 0...1; nothing where nothing is called.
  public var precision: Double? { Self.share(right, of: right + wrong) }
  /// The share of what is right that is called, in 0...1; nothing where nothing is right.
  public var recall: Double? { Self.share(right, of: right + missed) }
  /// The harmonic mean of the two, 2·right/(2·right + wrong + missed); nothing where there is
  /// neither anything called nor anything right.
  public var f1: Double? { Self.share(2 * right, of: 2 * right + wrong + missed) }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  static func + (left: PrecisionRecall, right: PrecisionRecall) -> PrecisionRecall {
    PrecisionRecall(
      right: left.right + right.right, wrong: left.wrong + right.wrong,
      missed: left.missed + right.missed)
  }

  static func += (left: inout PrecisionRecall, right: PrecisionRecall) { left = left + right }
}
