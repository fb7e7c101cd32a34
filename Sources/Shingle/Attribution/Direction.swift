/// Which of two documents with the same copy had it from the other.
public struct Direction: Sendable, Equatable {
  /// The index of the document that had the copy first.
  public var from: Int
  /// The index of the document that took it over.
  public var to: Int
  /// What says so, in the order of ``DirectionBasis``.
  public var basis: [DirectionBasis]

  /// Creates a direction.
  public init(from: Int, to: Int, basis: [DirectionBasis]) {
    self.from = from
    self.to = to
    self.basis = basis
  }
}

/// What a direction rests on, the strongest first.
public enum DirectionBasis: String, Sendable, Hashable, CaseIterable {
  /// One credits the other's outlet.
  case credit
  /// One is a news agency's own article, and the other no agency's.
  case agency
  /// One is a later version of the other's item.
  case version
  /// One was surely published before the other.
  case date
  /// One lies within the other, which is clearly longer.
  case containment
}
