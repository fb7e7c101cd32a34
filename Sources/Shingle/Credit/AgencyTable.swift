internal import FoundationEssentials

/// The names that credits are made of: news agencies and other outlets, as tokens.
///
/// The tables are data (`data/agencies.json`, `data/outlets.json`). A name is found by its tokens
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
    /// How each of its tokens must be written.
    var letters: [LetterCase]
    /// How the name came to be known.
    var trait = Trait.known

    /// Whether it is one word all in capitals.
    var isAbbreviation: Bool { letters.count == 1 && letters[0] == .allCapitals }
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
    /// It is a web address.
    case address
    /// It is one word that ends as the names of outlets do.
    case glued
    /// It is a station's call sign, or letters and a channel's number.
    case station
  }

  /// How a token of a name must be written.
  enum LetterCase: Sendable {
    case any
    case capital
    case allCapitals
  }

  private(set) var names = PhraseTable<Name>()
  /// Those names that begin with a small letter, or in a script that has no others.
  private(set) var smallNames = PhraseTable<Name>()
  /// The agencies' abbreviations of two to five capitals, by their letters.
  private(set) var abbreviations: [[UInt8]: Name] = [:]
  /// The agencies' names of one word of five letters and more of ASCII, in small letters.
  private(set) var longNames: [(letters: [UInt8], name: Name)] = []
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

  private init(agencies: [Agency]) {
    self.agencies = agencies
    var tokenizer = Tokenizer()
    for agency in agencies { add(agency, &tokenizer) }
    do {
      try add(outlets: ShippedData.outlets, &tokenizer)
    } catch {
      preconditionFailure("the shipped outlet table does not parse: \(error)")
    }
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

  private mutating func add(_ agency: Agency, _ tokenizer: inout Tokenizer) {
    for spelling in agency.spellings {
      let name = add(
        spelling, of: agency.name, .agency, isAmbiguous: agency.isAmbiguous(spelling), &tokenizer)
      guard name.letters.count == 1, spelling.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      if name.isAbbreviation, (2...5).contains(spelling.utf8.count) {
        let letters = Array(spelling.utf8)
        abbreviations[letters] = abbreviations[letters] ?? name
      } else if spelling.utf8.count >= 5 {
        longNames.append((letters: spelling.utf8.map { $0 | 0x20 }, name: name))
      }
    }
  }

  private struct Outlets: Decodable {
    var outlets: [Outlet]
  }

  private struct Outlet: Decodable {
    var name: String
    var names: [String]?
    var ambiguous: Bool?
  }

  private mutating func add(outlets json: String, _ tokenizer: inout Tokenizer) throws {
    let table = try JSONDecoder().decode(Outlets.self, from: Data(json.utf8))
    for outlet in table.outlets {
      for spelling in [outlet.name] + (outlet.names ?? []) {
        add(
          spelling, of: outlet.name, .outlet, isAmbiguous: outlet.ambiguous ?? false, &tokenizer)
      }
    }
  }

  @discardableResult
  private mutating func add(
    _ spelling: String, of canonical: String, _ type: CreditType, isAmbiguous: Bool,
    _ tokenizer: inout Tokenizer
  ) -> Name {
    let tokens = tokenizer.tokenize(spelling)
    let gaps = Gaps(spelling.utf8Span.span, tokens)
    let name = Name(
      canonical: canonical, type: type, isAmbiguous: isAmbiguous,
      letters: (0..<tokens.count).map(gaps.letterCase))
    names.add(tokens.hashes, name)
    if case .any? = name.letters.first { smallNames.add(tokens.hashes, name) }
    return name
  }
}

extension AgencyTable {
  /// The hash of the agencies and all they say, 16 hexadecimal digits: tables of one digest find the
  /// same credits.
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
  func isWritten(_ letters: [AgencyTable.LetterCase], at position: Int) -> Bool {
    letters.indices.allSatisfy { index in
      if index >= 2, index + 1 == letters.count { return true }
      return switch letters[index] {
      case .any: true
      case .capital: letterCase(position + index) != .any
      case .allCapitals: letterCase(position + index) == .allCapitals
      }
    }
  }
}
