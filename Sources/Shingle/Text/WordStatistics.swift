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

  /// Reads a table of lines `word<TAB>count`, where the count is a whole number; lines that begin
  /// with `#` are comments.
  public init(table: String) {
    let counts = Self.counts(table.utf8Span.span)
    let total = max(1, counts.reduce(0) { $0 + $1.count })
    var capacity = 16
    while capacity < counts.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Float](repeating: 0, count: capacity)
    unknown = Float(log2(total / 0.5))
    for (hash, count) in counts { insert(hash, Float(-log2(count / total))) }
  }

  /// The words of a table, by the hashes of their tokens, with their counts.
  private static func counts(_ table: Span<UInt8>) -> [(hash: UInt64, count: Double)] {
    var tokenizer = Tokenizer()
    var words = Tokens()
    var counts: [(hash: UInt64, count: Double)] = []
    var start = 0
    while start < table.count {
      var tab = start
      while tab < table.count, table[tab] != 0x09, table[tab] != 0x0A { tab += 1 }
      var end = tab
      var count = 0.0
      while end + 1 < table.count, table[end + 1] &- 0x30 < 10, table[end] != 0x0A {
        end += 1
        count = count * 10 + Double(table[end] - 0x30)
      }
      let isWhole = end > tab && (end + 1 == table.count || table[end + 1] == 0x0A)
      if isWhole, table[start] != 0x23 {
        tokenizer.findWords(of: table.extracting(start..<tab), &words)
        if words.count == 1 { counts.append((words.hashes[0], count)) }
      }
      while end < table.count, table[end] != 0x0A { end += 1 }
      start = end + 1
    }
    return counts
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
