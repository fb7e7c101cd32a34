/// A pair of documents worth comparing, and what proposed it; `a` < `b`.
struct Candidate: Sendable, Equatable {
  var a: UInt32
  var b: UInt32
  /// Whether a band of their signatures collides.
  var sharesBand = false
  /// The number of fingerprints, not cut as too common, that both have.
  var fingerprints: UInt32 = 0
}
