/// Counts of pairs against a gold standard, by a key such as the group that a pair belongs to.
struct PairTally: Sendable {
  private(set) var counts: [Int: PrecisionRecall] = [:]
  /// The pairs called of which nothing is known.
  private(set) var unjudged = 0

  /// The sum over all keys.
  var total: PrecisionRecall { counts.values.reduce(PrecisionRecall(), +) }

  /// Counts pairs called against what is held of them.
  ///
  /// - Parameters:
  ///   - called: each pair once.
  ///   - expected: the pairs that are right.
  ///   - key: what to count a pair under.
  ///   - truth: whether a pair is right, where that is known.
  init(
    called: Set<DocumentPair>, expected: [DocumentPair], key: (DocumentPair) -> Int,
    truth: (DocumentPair) -> Bool?
  ) {
    for pair in called {
      guard let isRight = truth(pair) else {
        unjudged += 1
        continue
      }
      counts[key(pair), default: PrecisionRecall()] +=
        isRight ? PrecisionRecall(right: 1) : PrecisionRecall(wrong: 1)
    }
    for pair in expected where !called.contains(pair) {
      counts[key(pair), default: PrecisionRecall()] += PrecisionRecall(missed: 1)
    }
  }
}

extension PairTally {
  /// Counts pairs called the same copy.
  init(
    samePairs called: Set<DocumentPair>, _ judge: GoldJudge,
    by key: (DocumentPair) -> Int = { _ in 0 }
  ) {
    self.init(called: called, expected: judge.samePairs, key: key) {
      judge.judgement($0).isSameCopy
    }
  }

  /// Counts pairs of documents in one cluster.
  ///
  /// - Complexity: O(Σ *m*²) for clusters and families of *m* documents.
  init(
    clusters: [[Int]], _ judge: GoldJudge, by key: (DocumentPair) -> Int = { _ in 0 }
  ) {
    var called: Set<DocumentPair> = []
    for cluster in clusters {
      for (index, a) in cluster.enumerated() {
        for b in cluster[(index + 1)...] { called.insert(DocumentPair(a, b)) }
      }
    }
    self.init(called: called, expected: judge.togetherPairs, key: key) {
      judge.judgement($0).isTogether
    }
  }
}
