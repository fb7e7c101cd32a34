/// Divides the documents of a batch into folds for cross-validation, so that a group is in one.
struct GroupFolds: Sendable {
  /// The group of each document, named by its first document.
  let groups: [Int]
  /// The fold of each document.
  let folds: [Int]
  /// The number of folds.
  let count: Int

  /// Groups documents by the names given, else by those in the labels; documents that have no name
  /// are with those that labels and families connect them with.
  ///
  /// - Parameters:
  ///   - names: the group of each document, or nil for the groups of the labels.
  ///   - judge: the labels.
  ///   - weights: for each document the pairs that are counted under it.
  ///   - limit: the most folds; where there are fewer groups with pairs, each is a fold.
  init(names: [String?]?, _ judge: GoldJudge, weights: [Int], limit: Int) {
    let groups = Self.groups(names, judge)
    var pairs: [Int: Int] = [:]
    for (document, group) in groups.enumerated() { pairs[group, default: 0] += weights[document] }
    let count = max(1, min(limit, pairs.values.count { $0 > 0 }))
    let order = pairs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var loads = [Int](repeating: 0, count: count)
    var folds: [Int: Int] = [:]
    for (group, pairs) in order {
      let least = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      folds[group] = least
      loads[least] += pairs
    }
    self.groups = groups
    self.folds = groups.map { folds[$0] ?? 0 }
    self.count = count
  }

  private static func groups(_ names: [String?]?, _ judge: GoldJudge) -> [Int] {
    let named =
      names.map { $0.map { Set([$0.map { Array($0.utf8) }].compactMap(\.self)) } } ?? judge.groups
    var components = Components(count: named.count)
    var firsts: [[UInt8]: Int] = [:]
    for (document, names) in named.enumerated() {
      for name in names {
        if let first = firsts[name] { components.join(first, document) }
        firsts[name] = firsts[name] ?? document
      }
    }
    let links =
      judge.labels.keys.sorted()
      + judge.families.flatMap { family in family.dropFirst().map { DocumentPair(family[0], $0) } }
    for link in links where named[link.a].isEmpty || named[link.b].isEmpty {
      components.join(link.a, link.b)
    }
    return named.indices.map { components.root($0) }
  }
}
