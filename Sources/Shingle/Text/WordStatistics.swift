internal import Glibc

/// How much a word tells: the information of its occurrence, in bits, under a shipped table of
/// word counts.
///
/// The table (`data/words.tsv`, written by `scripts/build-word-table`) is fixed, so that what is
/// said of a pair does not depend on the other documents of a run. A word of probability *p* tells
/// −log₂ *p* bits; a word that the table does not have counts as if seen half a time.
public struct WordStatistics: Sendable {
  private var keys: [UInt64]
  private var values: [Float]
  private let mask: Int
  /// The information of a word that the table does not have, in bits.
  let unknown: Float

  /// The table that is compiled in.
  public static let shipped = WordStatistics(table: ShippedData.words)

  /// Reads a table of lines `word<TAB>count`; lines that begin with `#` are comments.
  public init(table: String) {
    var tokenizer = Tokenizer()
    var counts: [(hash: UInt64, count: Double)] = []
    for line in table.utf8.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x09)
      guard fields.count == 2, let word = String(fields[0]),
        let count = Double(Substring(fields[1]))
      else { continue }
      let tokens = tokenizer.tokenize(word)
      if tokens.count == 1 { counts.append((tokens.hashes[0], count)) }
    }
    let total = max(1, counts.reduce(0) { $0 + $1.count })
    var capacity = 16
    while capacity < counts.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Float](repeating: 0, count: capacity)
    unknown = Float(log2(total / 0.5))
    for (hash, count) in counts { insert(hash, Float(-log2(count / total))) }
  }

  /// Returns the information of a word, in bits, given the hash of its token.
  @inline(__always)
  public func bits(_ hash: UInt64) -> Float {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot &+ 1) & mask
    }
    return unknown
  }

  private mutating func insert(_ hash: UInt64, _ value: Float) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot &+ 1) & mask }
    keys[slot] = hash
    values[slot] = value
  }
}
