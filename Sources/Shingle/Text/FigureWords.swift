/// The words that state a figure or a date though they are written small: `six`, `février`.
///
/// They are data (`data/figures.tsv`): columns language and word, of one token each.
struct FigureWords: Sendable {
  private let words: Set<UInt64>
  /// A bit for each value of a hash's last 13 bits, which most words fail: every word of every text is
  /// asked for, and few are figures.
  private var filter = [UInt64](repeating: 0, count: 128)

  /// The table that is compiled in.
  static let shipped = FigureWords(table: ShippedData.figures)

  init(table: String) {
    var tokenizer = Tokenizer()
    var words: Set<UInt64> = []
    for fields in TableRows.rows(table, fields: 2) {
      let tokens = tokenizer.tokenize(fields[1]).hashes
      precondition(tokens.count == 1, "no figure word: '\(fields[1])'")
      words.formUnion(tokens)
    }
    self.words = words
    for word in words { filter[Self.place(word)] |= 1 << (word & 63) }
  }

  /// Whether a token, by its hash, is such a word.
  func contains(_ token: UInt64) -> Bool {
    filter[Self.place(token)] >> (token & 63) & 1 == 1 && words.contains(token)
  }

  private static func place(_ token: UInt64) -> Int { Int(token >> 6 & 127) }
}
