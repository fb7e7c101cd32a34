/// Paragraphs that recur across unrelated documents of one source: mastheads, sign-offs, captions
/// that no phrase list knows.
struct RecurringParagraphs: Sendable {
  /// The keys of source and paragraph that recur, ascending.
  private var keys: [UInt64] = []

  /// The least number of distinct texts of a source in which a paragraph must stand. A running
  /// story repeats a paragraph in a handful of versions; those resemble one another, and
  /// furniture's texts do not, which is tested too.
  static let leastTexts = 5
  /// The most texts of a paragraph whose resemblance is looked at.
  private static let sample = 12
  /// The mean estimated Jaccard similarity up to which texts count as unrelated.
  private static let unrelated = 0.15

  /// Knows none.
  init() {}

  /// Finds what recurs: `texts` are the distinct texts with their source, paragraphs and signature.
  ///
  /// - Complexity: O(*p* log *p*) for *p* paragraphs.
  init(_ texts: [(source: String, paragraphs: [UInt64], signature: [UInt32])]) {
    var postings: [Posting] = []
    for (number, text) in texts.enumerated() {
      for paragraph in Set(text.paragraphs).sorted() {
        let key = Self.key(paragraph, in: text.source)
        postings.append(Posting(key: key, document: UInt32(number)))
      }
    }
    postings.sortByKey()
    postings.forEachRun { run in
      guard run.count >= Self.leastTexts else { return }
      let step = max(1, run.count / Self.sample)
      let signatures = run.enumerated().filter { $0.offset % step == 0 }
        .map { texts[Int(postings[$0.element].document)].signature }
      if Self.meanSimilarity(signatures) <= Self.unrelated {
        keys.append(postings[run.lowerBound].key)
      }
    }
  }

  /// Whether nothing recurs.
  var isEmpty: Bool { keys.isEmpty }

  /// Whether a paragraph recurs in a source.
  func contains(_ paragraph: UInt64, in source: String) -> Bool {
    let key = Self.key(paragraph, in: source)
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// Marks a source's recurring paragraphs in one of its texts.
  func mark(_ tokens: inout Tokens, source: String) {
    for paragraph in tokens.paragraphs where paragraph.count >= Sketcher.leastParagraph {
      let hash = XXH3.hash(tokens.hashes.span.extracting(paragraph.lower..<paragraph.upper))
      if contains(hash, in: source) { tokens.markBoilerplate(paragraph) }
    }
  }

  private static func key(_ paragraph: UInt64, in source: String) -> UInt64 {
    let words: [UInt64] = [paragraph, XXH3.hash(source)]
    return XXH3.hash(words.span)
  }

  private static func meanSimilarity(_ signatures: [[UInt32]]) -> Double {
    var sum = 0.0
    var pairs = 0
    for first in signatures.indices {
      for second in signatures.indices where second > first {
        sum += MinHash.similarity(signatures[first], signatures[second])
        pairs += 1
      }
    }
    return sum / Double(max(1, pairs))
  }
}
