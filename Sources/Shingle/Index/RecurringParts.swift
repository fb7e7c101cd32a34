/// Parts of texts that recur across unrelated documents of one source: mastheads, sign-offs,
/// captions that no phrase list knows. See ``Tokens/partsThatMayRecur``.
///
/// Documents are unrelated where they are about different things: a statement that ten newspapers
/// print on one day recurs too, but with the same names and subjects around it.
struct RecurringParts: Sendable {
  /// The keys of source and part that recur, ascending.
  private var keys: [UInt64] = []

  /// The least number of distinct texts of a known source in which a part must stand: a running
  /// story repeats one in a handful of versions.
  static let leastTexts = 5
  /// The same where the source is unknown, and texts of many may be mixed.
  static let leastTextsOfUnknown = 10
  /// The most texts with a part in common whose subjects are compared.
  private static let sample = 8

  /// Knows none.
  init() {}

  /// A text with what may recur in it; an unknown source is the empty string.
  struct Text: Sendable {
    var document: Int
    var source: String
    var parts: [UInt64]
  }

  /// Finds what recurs; `subject` gives the informative words of a document.
  ///
  /// - Complexity: O(*p*) for *p* parts, and a comparison of up to eight subjects for each
  ///   different sample of texts with a part in common.
  init(_ texts: [Text], subject: (Int) -> Subject) {
    var postings: [Posting] = []
    for (number, text) in texts.enumerated() {
      let source = XXH3.hash(text.source)
      var parts = text.parts
      parts.sortByKey()
      for (index, part) in parts.enumerated() where index == 0 || part != parts[index - 1] {
        let key = Self.key(part, in: source)
        postings.append(Posting(key: key, document: UInt32(number)))
      }
    }
    postings.sortByKey()
    var subjects: [Int: Subject] = [:]
    var verdicts: [[Int]: Bool] = [:]
    postings.forEachRun { run in
      guard run.count >= min(Self.leastTexts, Self.leastTextsOfUnknown) else { return }
      let carriers = run.map { texts[Int(postings[$0].document)] }
      let least = carriers[0].source.isEmpty ? Self.leastTextsOfUnknown : Self.leastTexts
      guard carriers.count >= least else { return }
      let chosen = (0..<min(Self.sample, carriers.count)).map {
        carriers[$0 * carriers.count / min(Self.sample, carriers.count)].document
      }
      for document in chosen where subjects[document] == nil {
        subjects[document] = subject(document)
      }
      // Texts with one part in common often have many: the same sample is judged once.
      let areUnrelated =
        verdicts[chosen] ?? Subject.areUnrelated(chosen.compactMap { subjects[$0] })
      verdicts[chosen] = areUnrelated
      if areUnrelated { keys.append(postings[run.lowerBound].key) }
    }
  }

  /// Whether nothing recurs.
  var isEmpty: Bool { keys.isEmpty }

  /// Whether a part recurs in a source.
  func contains(_ part: UInt64, in source: String) -> Bool {
    let key = Self.key(part, in: XXH3.hash(source))
    let place = keys.partitionPoint { $0 >= key }
    return place < keys.count && keys[place] == key
  }

  /// Marks what recurs in a source in one of its texts.
  func mark(_ tokens: inout Tokens, source: String) {
    for part in tokens.partsThatMayRecur {
      let hash = XXH3.hash(tokens.hashes.span.extracting(part.lower..<part.upper))
      if contains(hash, in: source) { tokens.markBoilerplate(part) }
    }
  }

  /// The key of a part in the source of a hash.
  private static func key(_ part: UInt64, in source: UInt64) -> UInt64 {
    let words: [UInt64] = [part, source]
    return XXH3.hash(words.span)
  }
}
