/// Says what a gold standard holds of any pair of a batch.
struct GoldJudge: Sendable {
  /// What is held of a pair.
  struct Judgement: Sendable, Equatable {
    /// The row of the confusion table.
    var row: ConfusionTable.Row
    /// Whether the two are the same copy, where that is known.
    var isSameCopy: Bool?
    /// Whether the two belong in one cluster, where that is known.
    var isTogether: Bool?
  }

  /// The ids that the gold standard names and the batch lacks, ascending, each once.
  let unknownIDs: [String]
  /// The labels of pairs of which both articles are at hand.
  let labels: [DocumentPair: GoldLabel]
  /// The families by the numbers of their members, ascending, those of two or more.
  let families: [[Int]]
  /// The groups that each document is in, by what the labels say: their names in UTF-8.
  let groups: [Set<[UInt8]>]
  /// What is held of a pair that is neither labelled nor of one family.
  let unlisted: GoldStandard.Unlisted
  private let familiesOf: [Set<Int>]

  init(_ gold: GoldStandard, ids: [String]) {
    let numbers = DocumentNumbers(ids)
    var unknown: [String] = []
    var labels: [DocumentPair: GoldLabel] = [:]
    var groups = [Set<[UInt8]>](repeating: [], count: ids.count)
    for pair in gold.pairs {
      let (a, b) = (numbers[pair.a], numbers[pair.b])
      if a == nil { unknown.append(pair.a) }
      if b == nil { unknown.append(pair.b) }
      if let group = pair.group {
        for document in [a, b].compactMap(\.self) { groups[document].insert(Array(group.utf8)) }
      }
      if let a, let b, a != b { labels[DocumentPair(a, b)] = pair.label }
    }
    var families: [[Int]] = []
    var familiesOf = [Set<Int>](repeating: [], count: ids.count)
    for family in gold.families {
      unknown += family.filter { numbers[$0] == nil }
      let members = Set(family.compactMap { numbers[$0] })
      for member in members { familiesOf[member].insert(families.count) }
      if !members.isEmpty { families.append(members.sorted()) }
    }
    unknownIDs = Self.distinct(unknown)
    self.labels = labels
    self.families = families
    self.groups = groups
    self.familiesOf = familiesOf
    unlisted = gold.unlisted
  }

  /// What is held of a pair. One that a family holds and that is not labelled the same copy belongs
  /// in one cluster, and counts for nothing among the pairs.
  func judgement(_ pair: DocumentPair) -> Judgement {
    let isFamily = !familiesOf[pair.a].isDisjoint(with: familiesOf[pair.b])
    guard let label = labels[pair] else {
      if isFamily { return Judgement(row: .family, isSameCopy: nil, isTogether: true) }
      return isIndependent(pair)
        ? Judgement(row: .label(.none), isSameCopy: false, isTogether: false)
        : Judgement(row: .unlisted, isSameCopy: nil, isTogether: nil)
    }
    if label == .ambiguous {
      return Judgement(row: .label(label), isSameCopy: nil, isTogether: nil)
    }
    return Judgement(
      row: .label(label), isSameCopy: label.isSameCopy ? true : isFamily ? nil : false,
      isTogether: label.isSameCopy || isFamily)
  }

  /// Whether an unlisted pair of different families is held to be independent.
  private func isIndependent(_ pair: DocumentPair) -> Bool {
    switch unlisted {
    case .ignore: false
    case .group: !groups[pair.a].isDisjoint(with: groups[pair.b])
    case .none: true
    }
  }

  /// The pairs of which it is known whether they are the same copy, ascending.
  ///
  /// - Complexity: O(*n*²) for *n* documents where something is held of unlisted pairs, and
  ///   O(*l* log *l*) for *l* labels where not.
  var decidedPairs: [DocumentPair] {
    let pairs =
      unlisted == .ignore
      ? labels.keys.sorted()
      : familiesOf.indices.flatMap { a in
        familiesOf.indices[(a + 1)...].map { DocumentPair(a, $0) }
      }
    return pairs.filter { judgement($0).isSameCopy != nil }
  }

  /// The labelled pairs that are the same copy, ascending.
  var samePairs: [DocumentPair] { labels.filter { $0.value.isSameCopy }.keys.sorted() }

  /// The pairs that belong in one cluster, ascending.
  ///
  /// - Complexity: O(*n* log *n*) for *n* of them.
  var togetherPairs: [DocumentPair] {
    var pairs = Set(labels.filter { $0.value.isSameCopy }.keys)
    for family in families {
      for (index, a) in family.enumerated() {
        for b in family[(index + 1)...] where labels[DocumentPair(a, b)] != .ambiguous {
          pairs.insert(DocumentPair(a, b))
        }
      }
    }
    return pairs.sorted()
  }

  /// The documents that the gold standard says something of, ascending: all, where unlisted pairs
  /// are independent. That a pair is ambiguous says nothing of its two.
  var documents: [Int] {
    if unlisted == .none { return Array(familiesOf.indices) }
    let decided = labels.filter { $0.value != .ambiguous }.keys
    return Set(decided.flatMap { [$0.a, $0.b] } + families.joined()).sorted()
  }

  /// The families, or where there are none the documents that labels of the same copy connect.
  var clusters: [[Int]] {
    guard families.isEmpty else { return families }
    return Components(count: familiesOf.count, joining: samePairs).groups.filter { $0.count > 1 }
  }

  private static func distinct(_ ids: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return ids.filter { seen.insert(Array($0.utf8)).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
