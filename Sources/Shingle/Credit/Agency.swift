/// A news agency, as `data/agencies.json` has it.
public struct Agency: Sendable, Equatable {
  /// The short canonical name, which credits give: `Reuters`, `AP`.
  public var name: String
  /// The Wikidata item, such as `Q130879`, or nil where none is known for certain.
  public var wikidata: String?
  /// The ISO 3166 code of its country, two letters, or nil.
  public var country: String?
  /// Full names in the Latin alphabet.
  public var names: [String] = []
  /// Abbreviations, all in capitals where they are used so.
  public var abbreviations: [String] = []
  /// Names in other scripts and languages.
  public var native: [String] = []
  /// Those spellings that also mean other things: only a cue or a place makes them a credit.
  public var ambiguous: [String] = []

  /// Creates an agency.
  public init(name: String) { self.name = name }

  /// The keys of an entry.
  enum Keys: String, CaseIterable {
    case name, wikidata, country, names, abbreviations, native, ambiguous
  }

  /// Every spelling once, the canonical name first.
  var spellings: [String] {
    var seen: Set<[UInt8]> = []
    return ([name] + names + abbreviations + native + ambiguous)
      .filter { seen.insert(Array($0.utf8)).inserted }
  }

  /// Whether a spelling also means other things.
  func isAmbiguous(_ spelling: String) -> Bool {
    ambiguous.contains { $0.utf8.elementsEqual(spelling.utf8) }
  }

  /// Adds what another entry of the same name says.
  mutating func merge(_ other: Agency) {
    wikidata = other.wikidata ?? wikidata
    country = other.country ?? country
    names += other.names.filter { !names.contains($0) }
    abbreviations += other.abbreviations.filter { !abbreviations.contains($0) }
    native += other.native.filter { !native.contains($0) }
    if !other.ambiguous.isEmpty { ambiguous = other.ambiguous }
  }
}
