/// Says of two documents with the same copy who had it from whom, where that can be known.
///
/// What a text says comes before what its date says: a credit to the other's outlet, then an
/// agency's own article, then versions of one item. Two that credit the same agency both have it
/// from there, so dates say nothing of them. Only then do dates and containment count, and where
/// these two contradict each other, nothing is known. Nor is it where a text names as its source an
/// article that was surely published after it: that source had an earlier version, or another.
struct DirectionFinder: Sendable {
  /// What is known of two documents, or nothing.
  enum Finding: Sendable, Equatable {
    case direction(Direction)
    /// Both credit this agency.
    case commonSource(String)
    case unknown
  }

  /// Returns the direction of a pair with the same copy; `longer` is the document within which the
  /// other lies, if one does.
  ///
  /// Of two that only a third text joins (`isIndirect`), dates do not say who had the copy from
  /// whom: each may have another part of it.
  ///
  /// - Complexity: O(*c*) for *c* credits of both.
  func direction(
    _ a: ClusterMember, _ b: ClusterMember, relation: Relation, longer: Int? = nil,
    isIndirect: Bool = false
  ) -> Finding {
    let common = commonAgency(a, b).map { Finding.commonSource($0) }
    if let (from, to) = one(of: a, b, where: credits) {
      return isLate(from, to) ? common ?? .unknown : direction(from, to, [.credit])
    }
    // Each credits the other: nothing can be made of that.
    if credits(a, b) { return .unknown }
    if let common { return common }
    if let (from, to) = one(of: a, b, where: isAgencyCopy) {
      return isLate(from, to) ? .unknown : direction(from, to, [.agency])
    }
    if isIndirect { return .unknown }
    if relation == .update, a.published != nil, b.published != nil, a.moment != b.moment {
      return a.moment < b.moment ? direction(a, b, [.version]) : direction(b, a, [.version])
    }
    return byDateAndLength(a, b, longer)
  }

  private func direction(
    _ from: ClusterMember, _ to: ClusterMember, _ basis: [DirectionBasis]
  ) -> Finding {
    .direction(Direction(from: from.document, to: to.document, basis: basis))
  }

  /// Whether the giver's article was surely published after the taker's.
  private func isLate(_ giver: ClusterMember, _ taker: ClusterMember) -> Bool {
    DateOrder.isBefore(taker.published, giver.published)
  }

  /// The two as giver and taker, where exactly one order of them fits.
  private func one(
    of a: ClusterMember, _ b: ClusterMember,
    where isFrom: (_ taker: ClusterMember, _ giver: ClusterMember) -> Bool
  ) -> (from: ClusterMember, to: ClusterMember)? {
    switch (isFrom(b, a), isFrom(a, b)) {
    case (true, false): (a, b)
    case (false, true): (b, a)
    default: nil
    }
  }

  private func credits(_ taker: ClusterMember, _ giver: ClusterMember) -> Bool {
    guard let outlet = giver.outlet, !outlet.isSame(as: taker.outlet) else { return false }
    return taker.credits.contains { $0.kind.namesSource && $0.name.isSame(as: outlet) }
  }

  /// Whether the giver is an agency's article and the taker credits no other agency.
  private func isAgencyCopy(_ taker: ClusterMember, _ giver: ClusterMember) -> Bool {
    giver.agency != nil && taker.agency == nil
      && !taker.credits.contains { $0.kind.namesSource && $0.type == .agency }
  }

  private func commonAgency(_ a: ClusterMember, _ b: ClusterMember) -> String? {
    let first = agencies(a)
    return agencies(b).first { name in first.contains { $0.isSame(as: name) } }
  }

  private func agencies(_ member: ClusterMember) -> [String] {
    member.credits.filter { $0.kind.namesSource && $0.type == .agency }.map(\.name)
  }

  private func byDateAndLength(
    _ a: ClusterMember, _ b: ClusterMember, _ longer: Int?
  ) -> Finding {
    let byDate: ClusterMember? =
      DateOrder.isBefore(a.published, b.published)
      ? a : DateOrder.isBefore(b.published, a.published) ? b : nil
    let byLength = longer == a.document ? a : longer == b.document ? b : nil
    guard let from = byDate ?? byLength else { return .unknown }
    if let byLength, byLength.document != from.document { return .unknown }
    let basis: [DirectionBasis] =
      (byDate == nil ? [] : [.date]) + (byLength == nil ? [] : [.containment])
    return direction(from, from.document == a.document ? b : a, basis)
  }
}
