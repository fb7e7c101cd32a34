/// The words that state a figure or a date though they are written small: `six`, `février`.
///
/// They are data (`data/figures.tsv`): columns language and word.
struct FigureWords: Sendable {
  private var words = PhraseTable<Void>()

  /// The table that is compiled in.
  static let shipped = FigureWords(table: ShippedData.figures)

  init(table: String) {
    var tokenizer = Tokenizer()
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      if fields.count == 2 { words.add(tokenizer.tokenize(String(fields[1])).hashes, ()) }
    }
  }

  /// Whether a token, by its hash, is such a word.
  func contains(_ token: UInt64) -> Bool { !words.phrases(at: 0, in: [token]).isEmpty }
}
