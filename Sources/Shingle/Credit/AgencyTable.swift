/// The names that credits are made of: news agencies and other outlets, as tokens.
///
/// The tables are data (`data/agencies.json`, `data/outlets.tsv`). A name is found by its tokens
/// and must be written as a name is: with a capital where the table has one, and an abbreviation
/// all in capitals, so that "ap" and "people" are no credits.
///
/// ```swift
/// let table = try AgencyTable.shipped.adding(agencies: bytesOfAFile)
/// ```
public struct AgencyTable: Sendable {
  /// One spelling of a name.
  struct Name: Sendable {
    /// The canonical name, as credits give it.
    var canonical: String
    var type: CreditType
    /// Whether the spelling also means other things, so that only a cue makes it a credit.
    var isAmbiguous: Bool
    /// How its words must be written.
    var writing = Writing()
    /// How the name came to be known.
    var trait = Trait.known

    /// Whether it is one word all in capitals.
    var isAbbreviation: Bool { writing.count == 1 && writing.hasAllCapitals(0) }
  }

  /// How a name came to be known.
  enum Trait: Sendable {
    /// It is in a table.
    case known
    /// It is one word, such as `Gazette`, for a name that stands elsewhere in full.
    case shortName
    /// Its last word ends the names of outlets.
    case strongHead
    /// Its last word ends the names of outlets and of other things.
    case weakHead
    /// A word beside it says what it is.
    case described
    /// A word between commas behind it says what it is.
    case apposed
    /// It is a web address.
    case address
    /// It is one word that ends as the names of outlets do.
    case glued
    /// It is a station's call sign, or letters and a channel's number.
    case station
    /// It is a few capitals that are told something.
    case letters
  }

  /// How the words of a name must be written, of the first 32 of them.
  struct Writing: Sendable {
    /// The number of words; none for a name that no table has.
    private(set) var count = 0
    private var capitals: UInt32 = 0
    private var allCapitals: UInt32 = 0

    mutating func append(_ letters: LetterCase) {
      let bit: UInt32 = count < 32 ? 1 << UInt32(count) : 0
      if letters != .any { capitals |= bit }
      if letters == .allCapitals { allCapitals |= bit }
      count += 1
    }

    func hasCapital(_ word: Int) -> Bool { word < 32 && capitals >> UInt32(word) & 1 == 1 }

    func hasAllCapitals(_ word: Int) -> Bool { word < 32 && allCapitals >> UInt32(word) & 1 == 1 }
  }

  /// How a word is written.
  enum LetterCase: Sendable {
    case any
    case capital
    case allCapitals
  }

  private(set) var names = PhraseTable<Name>()
  /// The first words of those names that begin with a small letter, or in a script that has no
  /// others.
  private(set) var smallWords = TokenFilter()
  /// The agencies' abbreviations of two to five capitals, by their letters.
  private(set) var abbreviations: [[UInt8]: Name] = [:]
  /// The agencies' names of one word of five letters and more of ASCII, in small letters.
  private(set) var longWords: [[UInt8]] = []
  /// The names of ``longWords``, in their order.
  private(set) var longNames: [Name] = []
  /// The agencies, in the order of the table.
  public let agencies: [Agency]

  /// The tables that are compiled in.
  public static let shipped = AgencyTable(agencies: shippedAgencies)

  private static var shippedAgencies: [Agency] {
    do {
      // A test checks what stands in it; each start of the program need not.
      return try AgencyFile.decode(Array(ShippedData.agencies.utf8))
    } catch {
      preconditionFailure("the shipped agency table does not parse: \(error)")
    }
  }

  /// Makes a table of agencies and of the outlets of a table such as `data/outlets.tsv`.
  init(agencies: [Agency], outlets: String = ShippedData.outlets) {
    self.agencies = agencies
    var spellings: [Spelling] = []
    for agency in agencies {
      spellings += agency.spellings.map { text in
        Spelling(
          text: text, canonical: agency.name, type: .agency,
          isAmbiguous: agency.isAmbiguous(text))
      }
    }
    for row in TableRows.rows(outlets, fields: 3) {
      spellings += row[2].utf8.split(separator: UInt8(ascii: "|")).map { text in
        Spelling(
          text: String(Substring(text)), canonical: row[0], type: .outlet,
          isAmbiguous: row[1] == "word")
      }
    }
    add(spellings)
  }

  /// Returns this table with the agencies of a file in the format of `data/agencies.json` added.
  ///
  /// An agency of a name that the table has gets the file's spellings besides its own; the file's
  /// `ambiguous`, `wikidata` and `country`, where it gives them, take the place of the table's.
  ///
  /// - Throws: An ``AgencyFileProblem`` for the first thing in the file that is not right.
  public func adding(agencies json: [UInt8]) throws(AgencyFileProblem) -> AgencyTable {
    var merged = agencies
    for agency in try AgencyFile.agencies(json) {
      if let index = merged.firstIndex(where: { $0.name == agency.name }) {
        merged[index].merge(agency)
      } else {
        merged.append(agency)
      }
    }
    return AgencyTable(agencies: merged)
  }

  /// A spelling as the tables have it.
  private struct Spelling {
    var text: String
    var canonical: String
    var type: CreditType
    var isAmbiguous: Bool
  }

  /// Adds spellings, all read as one text: a call for each would take most of a program's start.
  private mutating func add(_ spellings: [Spelling]) {
    var text: [UInt8] = []
    for spelling in spellings {
      text += spelling.text.utf8
      text.append(0x0A)
    }
    var tokenizer = Tokenizer()
    var tokens = Tokens()
    tokenizer.findWords(of: text.span, &tokens)
    let gaps = Gaps(text.span, tokens)
    var (end, lower) = (0, 0)
    for spelling in spellings {
      end += spelling.text.utf8.count + 1
      var upper = lower
      while upper < tokens.count, tokens.starts[upper] < end { upper += 1 }
      add(spelling, TokenRange(lower, upper), gaps)
      lower = upper
    }
  }

  private mutating func add(_ spelling: Spelling, _ range: TokenRange, _ gaps: Gaps) {
    guard range.count > 0 else { return }
    let hashes = gaps.tokens.hashes[range.lower..<range.upper]
    var name = Name(
      canonical: spelling.canonical, type: spelling.type, isAmbiguous: spelling.isAmbiguous)
    for position in range.lower..<range.upper { name.writing.append(gaps.letterCase(position)) }
    // "Focus" means other things too, whoever wrote the table.
    if range.count == 1, spelling.type == .agency, name.writing.hasCapital(0),
      Self.isWordOfTheLanguage(gaps.tokens.hashes[range.lower])
    {
      name.isAmbiguous = true
    }
    names.add(hashes, name)
    if !name.writing.hasCapital(0) { smallWords.insert(gaps.tokens.hashes[range.lower]) }
    if spelling.type == .agency, range.count == 1 { addWord(Array(spelling.text.utf8), name) }
  }

  private mutating func addWord(_ letters: [UInt8], _ name: Name) {
    guard letters.allSatisfy({ $0 < 0x80 }) else { return }
    if name.isAbbreviation, (2...5).contains(letters.count) {
      abbreviations[letters] = abbreviations[letters] ?? name
    } else if letters.count >= 5 {
      longWords.append(letters.map { $0 | 0x20 })
      longNames.append(name)
    }
  }

  /// The bits below which a word is common: seen a dozen times in the million and a half words of
  /// the shipped table.
  private static let commonWord: Float = 17

  /// Whether a word is one of the language, by the hash of its token, and not only a name.
  static func isWordOfTheLanguage(_ hash: UInt64) -> Bool {
    WordStatistics.shipped.bits(hash) < commonWord
  }
}

extension AgencyTable {
  /// The hash of the agencies and all they say, 16 hexadecimal digits: tables of one digest find
  /// the same credits.
  public var digest: String {
    var fields: [String] = []
    for agency in agencies {
      fields += agency.spellings
      fields.append("?")
      fields += agency.ambiguous
    }
    let digits = String(XXH3.hash(Array(fields.joined(separator: "\n").utf8).span), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension AgencyTable: Equatable {
  /// Whether two tables have the same agencies; outlets are the same in all.
  public static func == (first: AgencyTable, second: AgencyTable) -> Bool {
    first.agencies == second.agencies
  }
}

extension Gaps {
  /// How a token is written; letters outside ASCII ask for nothing.
  func letterCase(_ position: Int) -> AgencyTable.LetterCase {
    let word = bytes(of: position)
    let capitals = word.count { $0 &- 0x41 < 26 }
    if capitals == word.count, capitals >= 2 { return .allCapitals }
    return word[word.startIndex] &- 0x41 < 26 ? .capital : .any
  }

  /// Whether the tokens from `position` on are written as a name must be; of a name of three words
  /// the last may be in small letters, as in `the New York post`.
  func isWritten(_ writing: AgencyTable.Writing, at position: Int) -> Bool {
    (0..<writing.count).allSatisfy { index in
      if index >= 2, index + 1 == writing.count { return true }
      if writing.hasAllCapitals(index) { return letterCase(position + index) == .allCapitals }
      return !writing.hasCapital(index) || letterCase(position + index) != .any
    }
  }
}
