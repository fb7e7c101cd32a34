/// Phrases of tokens with a value each, found by their first token.
///
/// Phrases are compared by the hashes of their tokens, so case, punctuation and spelling in
/// Unicode make no difference.
struct PhraseTable<Value: Sendable>: Sendable {
  /// The longest phrase, in tokens, that is looked for backwards.
  static var longest: Int { 16 }

  struct Phrase: Sendable {
    var tokens: [UInt64]
    var value: Value
  }

  private var byFirst: [UInt64: [Phrase]] = [:]
  /// A bit for the low 16 bits of each first token: most tokens of a text begin no phrase, and
  /// this says so without a look-up in the dictionary.
  private var filter = [UInt64](repeating: 0, count: 1024)

  /// Adds a phrase; one without tokens is never found.
  mutating func add(_ phrase: String, _ value: Value, _ tokenizer: inout Tokenizer) {
    add(tokenizer.tokenize(phrase).hashes, value)
  }

  /// Adds a phrase given by its tokens' hashes. The longest are tried first; of two equal ones the
  /// first added wins.
  mutating func add(_ tokens: [UInt64], _ value: Value) {
    guard let first = tokens.first else { return }
    var phrases = byFirst[first] ?? []
    let place = phrases.firstIndex { $0.tokens.count < tokens.count } ?? phrases.count
    phrases.insert(Phrase(tokens: tokens, value: value), at: place)
    byFirst[first] = phrases
    filter[Int(first & 0xFFFF) >> 6] |= 1 << (first & 63)
  }

  /// Whether a phrase may begin with a token: false is certain.
  @inline(__always)
  func mayBegin(with token: UInt64) -> Bool {
    filter[Int(token & 0xFFFF) >> 6] & (1 << (token & 63)) != 0
  }

  /// Returns the phrases that stand at a token, longest first.
  @inline(__always)
  func phrases(at position: Int, in hashes: [UInt64]) -> [Phrase] {
    guard position >= 0, position < hashes.count, mayBegin(with: hashes[position]),
      let candidates = byFirst[hashes[position]]
    else { return [] }
    return candidates.filter { phrase in
      position + phrase.tokens.count <= hashes.count
        && phrase.tokens.indices.allSatisfy { phrase.tokens[$0] == hashes[position + $0] }
    }
  }
}
