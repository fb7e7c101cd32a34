/// Says of each member of a cluster whether it credits the origin.
struct AttributionFinder: Sendable {
  /// What a member says.
  struct Finding: Sendable, Equatable {
    var attribution: Attribution
    /// The member through whose outlet the origin is credited, for `credited-indirectly`.
    var through: Int?
  }

  private let origin: Origin
  /// The first member of each outlet, by the hash of its name: hashing a string itself is
  /// quadratic on runs of combining marks.
  private var carriers: [UInt64: Int] = [:]

  init(_ members: [ClusterMember], origin: Origin) {
    self.origin = origin
    let inOrder = members.sorted { ($0.moment, $0.document) < ($1.moment, $1.document) }
    for member in inOrder {
      guard let outlet = member.outlet else { continue }
      let key = XXH3.hash(outlet)
      if carriers[key] == nil { carriers[key] = member.document }
    }
  }

  /// Returns what a member says of the origin; the first rule that fits wins.
  ///
  /// - Complexity: O(*c*) for *c* credits.
  func finding(_ member: ClusterMember) -> Finding {
    if origin.kind == .unknown { return Finding(attribution: .unknown) }
    if origin.document == member.document { return Finding(attribution: .isOrigin) }
    // Nobody can credit an article of no outlet.
    guard let name = origin.name else { return Finding(attribution: .unknown) }
    if member.isPublished(by: name) { return Finding(attribution: .isOrigin) }
    let credits = member.credits.filter { member.names($0) }
    if credits.contains(where: { $0.name.isSame(as: name) }) {
      return Finding(attribution: .credited)
    }
    let others = credits.filter { !member.isPublished(by: $0.name) }
    for credit in others {
      if let carrier = carriers[XXH3.hash(credit.name)] {
        return Finding(attribution: .creditedIndirectly, through: carrier)
      }
    }
    let creditsOther = credits.contains { $0.type == .agency } || others.contains(where: isClear)
    return Finding(attribution: creditsOther ? .creditsOther : .uncredited)
  }

  /// Whether a credit says whose the text is; an outlet named in its midst says whose a fact is.
  private func isClear(_ credit: Credit) -> Bool {
    credit.type == .agency || credit.kind != .inText
  }
}
