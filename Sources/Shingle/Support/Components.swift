/// The connected components of a graph, by union and find with path halving (Tarjan, "Efficiency of
/// a Good But Not Linear Set Union Algorithm", 1975).
struct Components: Sendable {
  private var parents: [Int]

  /// Connects numbers below `count`.
  ///
  /// - Complexity: O((*n* + *e*) log *n*) for *n* numbers and *e* pairs.
  init(count: Int, joining pairs: some Sequence<DocumentPair> = EmptyCollection()) {
    parents = Array(0..<count)
    for pair in pairs { join(pair.a, pair.b) }
  }

  /// Connects two numbers.
  mutating func join(_ first: Int, _ second: Int) {
    let (one, other) = (root(first), root(second))
    parents[max(one, other)] = min(one, other)
  }

  /// The least number of a component.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// The components, each ascending, ordered by their first.
  var groups: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for number in parents.indices { members[copy.root(number), default: []].append(number) }
    return members.values.sorted { $0[0] < $1[0] }
  }
}
