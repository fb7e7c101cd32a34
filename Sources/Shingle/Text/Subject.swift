/// What a text is about: its distinct informative words.
struct Subject: Sendable {
  /// The hashes of the words, ascending.
  let words: [UInt64]

  /// The least information of a word that tells a subject, in bits: one in 2,000 words or rarer.
  private static let leastBits: Float = 11
  /// The mean share of words in common from which texts are about the same thing. Unrelated news
  /// stories share about 0.05 of them, stories on one event 0.2 and more.
  private static let related = 0.12

  /// The least words of a subject that can be told from another.
  private static let leastWords = 8

  init(words: [UInt64]) { self.words = words }

  init(_ tokens: Tokens, _ statistics: WordStatistics) {
    let informative = tokens.hashes.filter { statistics.bits($0) >= Self.leastBits }
    words = Set(informative).sorted()
  }

  /// Whether two texts are about different things: of few words that is never known.
  ///
  /// - Complexity: O(*n* + *m*) for *n* and *m* words.
  func isUnrelated(to other: Subject) -> Bool {
    let fewer = min(words.count, other.words.count)
    return fewer >= Self.leastWords && Double(countShared(other)) < Self.related * Double(fewer)
  }

  private func countShared(_ other: Subject) -> Int {
    let (left, right) = (words.span, other.words.span)
    var (i, j, shared) = (0, 0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a == b { shared += 1 }
      i += a <= b ? 1 : 0
      j += b <= a ? 1 : 0
    }
    return shared
  }

  /// Whether texts are about different things, the words that most of them have apart: those are
  /// the words of the very paragraph that recurs, and of its like.
  static func areUnrelated(_ subjects: [Subject]) -> Bool {
    var frequency: [UInt64: Int] = [:]
    for subject in subjects { for word in subject.words { frequency[word, default: 0] += 1 } }
    let common = subjects.count * 3 / 4
    let own = subjects.map { subject in
      Set(subject.words.filter { (frequency[$0] ?? 0) <= common })
    }
    var sum = 0.0
    var pairs = 0
    for first in own.indices {
      for second in own.indices where second > first {
        let fewer = min(own[first].count, own[second].count)
        let shared = own[first].intersection(own[second]).count
        sum += Double(shared) / Double(max(1, fewer))
        pairs += 1
      }
    }
    return pairs > 0 && sum / Double(pairs) < related
  }
}
