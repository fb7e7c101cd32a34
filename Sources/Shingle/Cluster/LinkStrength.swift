/// A sum of probabilities in fixed point, so that its value does not depend on the order of the
/// summands.
struct LinkStrength: Sendable, Comparable {
  private var units: Int64

  private static let one = Double(1 << 24)

  /// No link.
  static let zero = LinkStrength(0)
  /// One pair that is surely the same copy.
  static let certain = LinkStrength(1)

  /// A single pair's probability.
  init(_ probability: Double) { units = Int64((probability * Self.one).rounded()) }

  /// The mean over a number of pairs.
  func mean(over pairs: Int) -> Double { Double(units) / Self.one / Double(pairs) }

  static func + (left: LinkStrength, right: LinkStrength) -> LinkStrength {
    var sum = left
    sum.units += right.units
    return sum
  }

  static func < (left: LinkStrength, right: LinkStrength) -> Bool { left.units < right.units }
}
