/// The words beside a name that make it a credit: "told", "reported", "with inputs from".
///
/// They are data (`data/credit-cues.tsv`): columns place (`before`, `after` and others that the
/// file explains), kind, language and phrase.
struct CreditCues: Sendable {
  /// What a cue makes of the name beside it.
  enum Effect: String, Sendable, CaseIterable {
    case source
    /// What any company or authority does as well: "said".
    case speech
    case contribution
    case photo
    case about
    /// A copyright line or the desk's own sign-off.
    case footer
    /// By wire: what stands between it and the agency is place and date.
    case dateline
  }

  /// Phrases that end before a name; kept backwards.
  private var before = PhraseTable<Effect>()
  /// Phrases that follow a name.
  private var after = PhraseTable<Effect>()
  /// Words that may stand between a cue and the name: "told *the* AFP *news agency*".
  private var fillers: Set<UInt64> = []
  /// Words that make a name behind another word a source: "*said* the harbour master *to* AFP".
  private var links: [UInt64: Set<UInt64>] = [:]
  /// The words by which an outlet's name is recognised that no table has.
  private(set) var outletWords = OutletWords()
  /// The words that say who speaks a quotation.
  private(set) var speechWords = SpeechWords()

  /// The most fillers between a cue and a name: "the state news agency".
  private static let fillerLimit = 4

  /// The places of lines that say how outlets are named.
  static let outletPlaces: Set<String> = [
    "head", "tail", "front", "descriptor", "domain", "stop", "article", "call", "nation",
  ]
  /// The most words between a link and the word that makes it one.
  private static let linkLimit = 8

  /// The cues that are compiled in.
  static let shipped = CreditCues(table: ShippedData.cues)

  init(table: String) {
    var tokenizer = Tokenizer()
    for fields in TableRows.rows(table, fields: 4) {
      let tokens = tokenizer.tokenize(fields[3]).hashes
      if fields[0] == "filler" {
        fillers.formUnion(tokens)
      } else if fields[0] == "link" {
        for link in tokenizer.tokenize(fields[1]).hashes {
          links[link, default: []].formUnion(tokens)
        }
      } else if Self.outletPlaces.contains(fields[0]) {
        outletWords.add(place: fields[0], kind: fields[1], phrase: fields[3], &tokenizer)
      } else if SpeechWords.places.contains(fields[0]) {
        speechWords.add(place: fields[0], kind: fields[1], words: tokens)
      } else if let effect = Effect(rawValue: fields[1]) {
        if fields[0] == "before" {
          before.add(tokens.reversed(), effect)
        } else {
          after.add(tokens, effect)
        }
      }
    }
  }

  /// A cue found beside a name.
  struct Found {
    var effect: Effect
    /// The words of the cue alone.
    var words: Int
    /// The tokens of the cue and what stands between it and the name.
    var tokens: TokenRange
  }

  /// Returns the longest cue that ends right before `position`, fillers apart.
  func find(before position: Int, _ hashes: [UInt64]) -> Found? {
    for skip in 0...Self.fillerLimit {
      let last = position - 1 - skip
      if let phrase = before.first(at: last, in: hashes, isBackwards: true) {
        return Found(
          effect: phrase.value, words: phrase.count,
          tokens: TokenRange(last + 1 - phrase.count, position))
      }
      guard last >= 0, fillers.contains(hashes[last]) else { return nil }
    }
    return nil
  }

  /// Returns the longest cue that begins at `position`, fillers apart.
  func find(after position: Int, _ hashes: [UInt64]) -> Found? {
    for skip in 0...Self.fillerLimit {
      let first = position + skip
      if let phrase = after.first(at: first, in: hashes) {
        return Found(
          effect: phrase.value, words: phrase.count,
          tokens: TokenRange(position, first + phrase.count))
      }
      guard first < hashes.count, fillers.contains(hashes[first]) else { return nil }
    }
    return nil
  }

  /// Returns the link that ends right before `position`, fillers apart, if one of its words stands
  /// before it from `start` on: "*said* the harbour master *to* AFP".
  func link(before position: Int, from start: Int, _ hashes: [UInt64]) -> Found? {
    var link = position - 1
    while link >= start, position - link <= Self.fillerLimit, links[hashes[link]] == nil,
      fillers.contains(hashes[link])
    {
      link -= 1
    }
    guard link >= start, let words = links[hashes[link]] else { return nil }
    let range = max(start, link - Self.linkLimit)..<link
    guard range.contains(where: { words.contains(hashes[$0]) }) else { return nil }
    return Found(effect: .source, words: 1, tokens: TokenRange(link, position))
  }

  /// Returns what the cues anywhere in a range of tokens say, leaving out shorter ones.
  ///
  /// Only what a whole line may say is looked for: no cue of a source.
  func effects(in range: TokenRange, _ hashes: [UInt64], minimumWords: Int = 1) -> Set<Effect> {
    var effects: Set<Effect> = []
    for position in range.lower..<range.upper {
      let phrases = [
        before.first(at: position, in: hashes, bounds: range, isBackwards: true),
        after.first(at: position, in: hashes),
      ]
      for phrase in phrases.compactMap(\.self)
      where phrase.count >= minimumWords && phrase.value != .source && phrase.value != .speech {
        effects.insert(phrase.value)
      }
    }
    return effects
  }
}
