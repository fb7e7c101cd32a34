/// Phrases of tokens with a value each, found by their first tokens.
///
/// Phrases are compared by the hashes of their tokens, so case, punctuation and spelling in
/// Unicode make no difference. They stand in one table of open addressing by their first two
/// tokens, since hundreds of names begin with "The"; those of one token by that one. The phrases
/// of one place in the table are a chain, the longest first.
struct PhraseTable<Value: Sendable>: Sendable {
  /// A phrase that stands in a text.
  struct Found {
    var value: Value
    /// Its length in tokens.
    var count: Int
  }

  private struct Phrase: Sendable {
    var value: Value
    /// Its tokens, as a range of `tokens`.
    var tokens: TokenRange
    /// The next phrase of the same first tokens, or -1.
    var next: Int
  }

  private var phrases: [Phrase] = []
  private var tokens: [UInt64] = []
  /// The keys of first tokens, in the slots where `heads` has a phrase.
  private var keys: [UInt64] = []
  /// The first phrase of each slot's chain, or -1.
  private var heads: [Int] = []
  private var keyCount = 0
  /// The first tokens: most tokens of a text begin no phrase.
  private(set) var filter = TokenFilter()

  /// Adds a phrase; one without tokens is never found.
  mutating func add(_ phrase: String, _ value: Value, _ tokenizer: inout Tokenizer) {
    add(tokenizer.tokenize(phrase).hashes, value)
  }

  /// Adds a phrase given by its tokens' hashes. The longest are tried first; of two equal ones the
  /// first added wins.
  mutating func add(_ tokens: some Collection<UInt64>, _ value: Value) {
    guard let first = tokens.first else { return }
    let range = TokenRange(self.tokens.count, self.tokens.count + tokens.count)
    self.tokens.append(contentsOf: tokens)
    let slot = slot(toAdd: Self.key(first, range.count > 1 ? self.tokens[range.lower + 1] : 0))
    var before = -1
    var next = heads[slot]
    while next >= 0, phrases[next].tokens.count >= range.count {
      (before, next) = (next, phrases[next].next)
    }
    if before < 0 { heads[slot] = phrases.count } else { phrases[before].next = phrases.count }
    phrases.append(Phrase(value: value, tokens: range, next: next))
    filter.insert(first)
  }

  /// The key of phrases by their first tokens; the second is 0 for a phrase of one.
  @inline(__always)
  private static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    // Any odd number will do: it keeps "a b" and "b a" apart.
    first ^ (second &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Whether a phrase may begin with a token: false is certain.
  @inline(__always)
  func mayBegin(with token: UInt64) -> Bool { filter.mayHold(token) }

  /// Returns the longest phrase that begins at a token and that `isTaken` takes, or nil. Backwards,
  /// the phrase's first token is the last one in the text. Tokens outside `bounds` count for none.
  ///
  /// - Complexity: O(1) where no phrase begins with the token.
  @inline(__always)
  func first(
    at position: Int, in hashes: [UInt64], bounds: TokenRange? = nil, isBackwards: Bool = false,
    where isTaken: (Found) -> Bool = { _ in true }
  ) -> Found? {
    let bounds = bounds ?? TokenRange(0, hashes.count)
    guard position >= bounds.lower, position < bounds.upper, mayBegin(with: hashes[position])
    else { return nil }
    let room = isBackwards ? position &- bounds.lower &+ 1 : bounds.upper &- position
    let step = isBackwards ? -1 : 1
    var index = room > 1 ? chain(Self.key(hashes[position], hashes[position &+ step])) : -1
    var isOfOne = index < 0
    if isOfOne { index = chain(Self.key(hashes[position], 0)) }
    while index >= 0 {
      let range = phrases[index].tokens
      if range.count <= room, stands(range, at: position, in: hashes, step) {
        let found = Found(value: phrases[index].value, count: range.count)
        if isTaken(found) { return found }
      }
      index = phrases[index].next
      if index < 0, !isOfOne {
        isOfOne = true
        index = chain(Self.key(hashes[position], 0))
      }
    }
    return nil
  }

  private func stands(
    _ range: TokenRange, at position: Int, in hashes: [UInt64], _ step: Int
  ) -> Bool {
    var place = position
    for index in range.lower..<range.upper {
      if tokens[index] != hashes[place] { return false }
      place &+= step
    }
    return true
  }

  /// The first phrase of a key, or -1.
  private func chain(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (heads.count &- 1)
    while heads[slot] >= 0 {
      if keys[slot] == key { return heads[slot] }
      slot = (slot &+ 1) & (heads.count &- 1)
    }
    return -1
  }

  /// The slot of a key, with room made where it is new; half of the slots stay free.
  private mutating func slot(toAdd key: UInt64) -> Int {
    if keyCount &* 2 >= heads.count { grow() }
    var slot = Int(truncatingIfNeeded: key) & (heads.count &- 1)
    while heads[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & (heads.count &- 1) }
    if heads[slot] < 0 {
      keys[slot] = key
      keyCount &+= 1
    }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldHeads) = (keys, heads)
    let capacity = max(16, heads.count * 2)
    keys = [UInt64](repeating: 0, count: capacity)
    heads = [Int](repeating: -1, count: capacity)
    for (key, head) in zip(oldKeys, oldHeads) where head >= 0 {
      var slot = Int(truncatingIfNeeded: key) & (capacity - 1)
      while heads[slot] >= 0 { slot = (slot &+ 1) & (capacity - 1) }
      (keys[slot], heads[slot]) = (key, head)
    }
  }
}

/// A set of tokens that says of most others at once that it lacks them: one bit for the low 16 bits
/// of each.
struct TokenFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ token: UInt64) {
    bits[Int(token & 0xFFFF) >> 6] |= 1 << (token & 63)
  }

  mutating func formUnion(_ other: TokenFilter) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  /// Whether the token may be in the set: false is certain.
  @inline(__always)
  func mayHold(_ token: UInt64) -> Bool {
    bits[Int(token & 0xFFFF) >> 6] & (1 << (token & 63)) != 0
  }
}
