/// The words by which an outlet that no table knows is recognised: the last word of its name
/// (`Gazette`), the word for what it is (`newspaper`), the end of a web address (`com`).
///
/// They are data, lines of `data/credit-cues.tsv` with the places of ``CreditCues/outletPlaces``.
/// Every word of a line counts by itself, but for descriptors: there the whole line is one phrase.
struct OutletWords: Sendable {
  /// What a word says of the name that it ends or stands beside.
  enum Role: Sendable, Equatable {
    /// Ends the names of newspapers and broadcasters, and hardly any others: `Gazette`.
    case strongHead
    /// Ends the names of outlets and of other things: `Star`.
    case weakHead
    /// Begins the names of newspapers and broadcasters: `Radio`.
    case front
    /// Says that the name beside it is an outlet's: `newspaper`.
    case outlet
    /// Says that the name beside it is a news agency's.
    case agency
    /// Ends a web address behind a full stop: `com`.
    case domain
  }

  /// What ends a web address.
  enum Domain: Sendable {
    /// One of no country: `com`. Tokenised texts print a space before it.
    case general
    /// A country's: `gr`.
    case country
  }

  private(set) var roles = PhraseTable<Role>()
  private var heads: [UInt64: Role] = [:]
  /// Words that begin the names of outlets: `Radio`.
  private(set) var fronts: Set<UInt64> = []
  /// The first words of those that tell of a name without a capital of their own: `newspaper`.
  private(set) var smallWords = TokenFilter()
  /// Words that stand beside a name with a capital and are no part of it: `Monday`, `According`.
  private(set) var stops: Set<UInt64> = []
  /// Words for a people or place before `newspaper`, which are not its name: `German`.
  private(set) var nations: Set<UInt64> = []
  /// What the names that are written as one word end with, in small letters of ASCII: `news`.
  private(set) var suffixes: [[UInt8]] = []
  /// What they end with where it has a capital: `HarbourOnline`.
  private(set) var weakSuffixes: [[UInt8]] = []
  /// Words that end a name behind a strong head: `Harbour Broadcasting Service`.
  private(set) var tails: Set<UInt64> = []
  /// Those of the stops that begin the names of places and outlets: `Los Angeles`, `El Norte`.
  private(set) var articles: Set<UInt64> = []
  /// Four letters that are no call sign when all in capitals: `WHAM`.
  private(set) var noCallSigns: Set<UInt64> = []
  /// What ends a web address.
  private(set) var domains: [UInt64: Domain] = [:]

  /// Reads one line of the table; lines of other places are none of its business.
  mutating func add(place: String, kind: String, phrase: String, _ tokenizer: inout Tokenizer) {
    let words = tokenizer.tokenize(phrase).hashes
    switch (place, kind) {
    case ("head", "strong"):
      words.forEach { add(head: $0, .strongHead) }
      suffixes += Self.asciiWords(phrase)
    case ("head", _):
      words.forEach { add(head: $0, .weakHead) }
      weakSuffixes += Self.asciiWords(phrase)
    case ("tail", _): tails.formUnion(words)
    case ("front", _):
      fronts.formUnion(words)
      words.forEach { roles.add([$0], .front) }
    case ("descriptor", "agency"): add(words, .agency)
    case ("descriptor", _): add(words, .outlet)
    case ("domain", _):
      words.forEach { word in
        add([word], .domain)
        domains[word] = kind == "country" ? .country : .general
      }
    case ("stop", _): stops.formUnion(words)
    case ("article", _): articles.formUnion(words)
    case ("call", _): noCallSigns.formUnion(words)
    case ("nation", _): nations.formUnion(words)
    default: break
    }
  }

  private static func asciiWords(_ phrase: String) -> [[UInt8]] {
    phrase.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
      .filter { $0.allSatisfy { $0 < 0x80 } }
  }

  private mutating func add(_ words: [UInt64], _ role: Role) {
    roles.add(words, role)
    words.first.map { smallWords.insert($0) }
  }

  private mutating func add(head: UInt64, _ role: Role) {
    roles.add([head], role)
    heads[head] = heads[head] ?? role
  }

  /// The role of the single word at a token, if it ends names.
  func head(_ hash: UInt64) -> Role? {
    heads[hash]
  }
}
