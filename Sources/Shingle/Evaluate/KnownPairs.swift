/// The pairs of which a gold standard says whether they belong in one cluster.
///
/// These are the pairs that are judged (``GoldJudge/judgement(_:)``) and, where there are no
/// families, those that labels of the same copy connect through others. Ambiguous pairs are none.
struct KnownPairs: Sendable {
  private let judge: GoldJudge
  /// The least document that each is connected with by labels of the same copy, where these make
  /// the gold clusters.
  private let connected: [Int]?

  init(_ judge: GoldJudge) {
    self.judge = judge
    guard judge.families.isEmpty else {
      connected = nil
      return
    }
    var components = Components(count: judge.groups.count, joining: judge.samePairs)
    connected = judge.groups.indices.map { components.root($0) }
  }

  func contains(_ pair: DocumentPair) -> Bool {
    if judge.judgement(pair).isTogether != nil { return true }
    guard let connected, judge.labels[pair] == nil else { return false }
    return connected[pair.a] == connected[pair.b]
  }

  /// All but a few, where all that is unlisted is independent: the few; or else nothing.
  var exceptions: [DocumentPair]? {
    guard judge.unlisted == .none else { return nil }
    return judge.labels.keys.filter { !contains($0) }
  }

  /// The pairs that are known, ascending.
  ///
  /// - Complexity: O(*n* log *n*) for *n* pairs that are labelled, or in one family or group.
  var all: [DocumentPair] {
    var pairs = Set(judge.labels.keys)
    for part in judge.clusters + (judge.unlisted == .group ? groups : []) {
      for (index, a) in part.enumerated() {
        for b in part[(index + 1)...] { pairs.insert(DocumentPair(a, b)) }
      }
    }
    return pairs.filter(contains).sorted()
  }

  private var groups: [[Int]] {
    var members: [[UInt8]: [Int]] = [:]
    for (document, names) in judge.groups.enumerated() {
      for name in names { members[name, default: []].append(document) }
    }
    return Array(members.values)
  }
}
