/// The range in which a figure lies when the groups that it was measured on are drawn anew.
///
/// The percentile bootstrap over groups (Efron and Tibshirani, "An Introduction to the Bootstrap",
/// 1993): pairs of one group are not independent, so groups are drawn and not pairs.
enum Bootstrap {
  /// Returns the 5th and the 95th percentile of F1 over `resamples` draws with replacement; nothing
  /// for fewer than two groups.
  ///
  /// - Complexity: O(*r* · *g*) for *r* draws of *g* groups.
  static func interval(
    of groups: [PrecisionRecall], resamples: Int, seed: UInt64 = 1
  ) -> ClosedRange<Double>? {
    guard groups.count > 1, resamples > 0 else { return nil }
    var generator = SplitMix64(state: seed)
    let figures = (0..<resamples).map { _ in
      var sum = PrecisionRecall()
      for _ in groups.indices { sum += groups[Int.random(in: groups.indices, using: &generator)] }
      return sum.f1 ?? 0
    }.sorted()
    let rank = { (share: Double) in Int((share * Double(resamples - 1)).rounded()) }
    return figures[rank(0.05)]...figures[rank(0.95)]
  }
}

/// Random numbers that are the same on every machine (Steele, Lea and Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
