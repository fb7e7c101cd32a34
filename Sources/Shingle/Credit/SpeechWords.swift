/// The words that say who speaks a quotation, lines of `data/credit-cues.tsv` with the places
/// `verb`, `auxiliary` and `preposition`. Every word of a line counts by itself.
struct SpeechWords: Sendable {
  /// How a verb stands to the name of who speaks.
  enum Verb: String, Sendable {
    /// `NAME said`, `said NAME`.
    case say
    /// `NAME told`; whom it names next is told.
    case tell
    /// `according to NAME`.
    case source
  }

  static let places: Set<String> = ["verb", "auxiliary", "preposition"]

  private var verbs: [UInt64: Verb] = [:]
  /// Words that may stand between a name and its verb; behind a name they make it another verb's.
  private(set) var auxiliaries: Set<UInt64> = []
  /// Words after which a name is no subject: `a spokesman for NAME`.
  private(set) var prepositions: Set<UInt64> = []

  mutating func add(place: String, kind: String, words: [UInt64]) {
    switch place {
    case "auxiliary": auxiliaries.formUnion(words)
    case "preposition": prepositions.formUnion(words)
    default: for word in words { verbs[word] = verbs[word] ?? Verb(rawValue: kind) }
    }
  }

  /// The verb of speech that a word is.
  func verb(_ hash: UInt64) -> Verb? { verbs[hash] }
}
