/// Groups the quotations that are the same, in whole or in part.
///
/// Two are where they share runs of three words, the longest common subsequence holds 0.6 of the
/// shorter one, and its words are as many or as rare as those of a passage.
struct QuotationGroups {
  private let quotations: [QuotationReader.Found]
  private let statistics = WordStatistics.shipped

  /// The share of the shorter quotation that the other must have: a sub-editor's cuts leave more,
  /// two answers to one question less.
  private static let leastShared = 0.6
  /// Words of a run by which two quotations are found.
  private static let runLength = 3
  /// Quotations that share one run of which every pair is looked at; of more each is paired with
  /// its neighbour and the first, so that work stays linear.
  private static let fullGroup = 16
  /// The share of the shorter one's runs from which on two are compared.
  private static let leastRuns = 0.25

  init(_ quotations: [QuotationReader.Found]) {
    self.quotations = quotations
  }

  /// Returns the groups of two and more quotations, each ascending, ordered by their first.
  ///
  /// - Complexity: O(*w*) pairs for *w* words of all quotations, and for each pair a difference of
  ///   at most ``QuotationReader/mostWords`` words.
  func groups() -> [[Int]] {
    var parent = Array(quotations.indices)
    for (a, b) in candidates() where areSame(a, b) {
      let (one, other) = (root(a, &parent), root(b, &parent))
      parent[max(one, other)] = min(one, other)
    }
    var members: [Int: [Int]] = [:]
    for index in quotations.indices { members[root(index, &parent), default: []].append(index) }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }

  private func root(_ index: Int, _ parent: inout [Int]) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  /// The pairs of quotations from different documents that share enough runs, in order.
  private func candidates() -> [(Int, Int)] {
    var postings: [Posting] = []
    for (index, quotation) in quotations.enumerated() {
      let runs = ShingleHashes(quotation.words, length: Self.runLength).hashes
      for run in Set(runs).sorted() { postings.append(Posting(key: run, document: UInt32(index))) }
    }
    postings.sortByKey()
    var pairs: [UInt64] = []
    var lower = 0
    while lower < postings.count {
      var upper = lower + 1
      while upper < postings.count, postings[upper].key == postings[lower].key { upper += 1 }
      append(postings[lower..<upper].map { Int($0.document) }, to: &pairs)
      lower = upper
    }
    pairs.sort()
    return frequent(pairs)
  }

  private func append(_ group: [Int], to pairs: inout [UInt64]) {
    for (place, index) in group.enumerated() {
      let partners =
        group.count <= Self.fullGroup
        ? group[..<place] : place > 1 ? [group[0], group[place - 1]] : group[..<place]
      for partner in partners
      where quotations[partner].document != quotations[index].document {
        pairs.append(UInt64(partner) << 32 | UInt64(index))
      }
    }
  }

  /// The pairs that occur often enough among sorted ones.
  private func frequent(_ pairs: [UInt64]) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    var lower = 0
    while lower < pairs.count {
      var upper = lower + 1
      while upper < pairs.count, pairs[upper] == pairs[lower] { upper += 1 }
      let (a, b) = (Int(pairs[lower] >> 32), Int(pairs[lower] & 0xFFFF_FFFF))
      let fewest = min(quotations[a].words.count, quotations[b].words.count)
      if Double(upper - lower) >= Self.leastRuns * Double(fewest - Self.runLength + 1) {
        found.append((a, b))
      }
      lower = upper
    }
    return found
  }

  private func areSame(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (quotations[a].words, quotations[b].words)
    let common = WordDifference(from: first, to: second).common
    guard Double(common.count) >= Self.leastShared * Double(min(first.count, second.count))
    else { return false }
    if common.count >= Comparer.leastWords { return true }
    let bits = common.reduce(0.0) { $0 + Double(statistics.bits(first[$1.old])) }
    return common.count >= QuotationReader.leastWords && bits >= Comparer.leastBits
  }
}
