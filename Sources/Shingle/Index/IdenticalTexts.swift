/// Documents grouped by equal tokens, so that each distinct text is sketched, compared and aligned
/// once.
struct IdenticalTexts: Sendable {
  /// For each document, the first document with the same tokens: itself if there is none before.
  let representatives: [UInt32]
  /// The groups of two or more, each ascending, ordered by their first.
  let groups: [[UInt32]]

  /// Groups documents by 128 bits of hash over their tokens; those with fewer than
  /// `minimumTokens` pair with nothing and stand alone.
  ///
  /// - Complexity: O(*n* log *n*) for *n* documents, whose hashes are at hand.
  init(digests: [TextDigest], minimumTokens: Int) {
    var representatives = (0..<UInt32(digests.count)).map { $0 }
    let order = digests.indices.filter { digests[$0].tokenCount >= minimumTokens }
      .sorted { digests[$0].key != digests[$1].key ? digests[$0].key < digests[$1].key : $0 < $1 }
    var groups: [[UInt32]] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, digests[order[end]].key == digests[order[start]].key { end += 1 }
      if end - start > 1 { groups.append(order[start..<end].map { UInt32($0) }) }
      for index in order[start..<end] { representatives[index] = UInt32(order[start]) }
      start = end
    }
    self.representatives = representatives
    self.groups = groups.sorted { $0[0] < $1[0] }
  }
}

/// A text's tokens, boiled down to 128 bits.
struct TextDigest: Sendable {
  /// The 128 bits of XXH3 of the token column, which its length is part of.
  let key: (UInt64, UInt64)
  /// The number of tokens.
  let tokenCount: Int

  init(_ tokens: Tokens) {
    key = XXH3.wideHash(tokens.hashes.span)
    tokenCount = tokens.count
  }
}

extension IdenticalTexts {
  /// Every pair of distinct texts.
  var allPairs: [Candidate] {
    let texts = representatives.indices.filter { Int(representatives[$0]) == $0 }.map(UInt32.init)
    return texts.indices.flatMap { index in
      texts[(index + 1)...].map { Candidate(a: texts[index], b: $0) }
    }
  }

  /// The pairs of distinct texts that some pairs of documents have, each once, in order.
  func pairs(_ documents: [DocumentPair]) -> [Candidate] {
    let texts = documents.map { (representatives[$0.a], representatives[$0.b]) }
      .filter { $0.0 != $0.1 }.map { (min($0.0, $0.1), max($0.0, $0.1)) }.sorted { $0 < $1 }
    return texts.indices.filter { $0 == 0 || texts[$0] != texts[$0 - 1] }.map {
      Candidate(a: texts[$0].0, b: texts[$0].1)
    }
  }
}
