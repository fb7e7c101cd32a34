internal import FoundationEssentials

/// The names that credits are made of: news agencies and other outlets, as tokens.
///
/// The tables are data (`data/agencies.json`, `data/outlets.json`). A name is found by its tokens
/// and must be written as a name is: with a capital where the table has one, and an abbreviation
/// all in capitals, so that "ap" and "people" are no credits.
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
  }

  /// How a token of a name must be written.
  enum LetterCase: Sendable {
    case any
    case capital
    case allCapitals
  }

  private(set) var names = PhraseTable<Name>()

  /// The tables that are compiled in.
  public static let shipped = AgencyTable()

  private init() {
    do {
      try add(agencies: ShippedData.agencies)
      try add(outlets: ShippedData.outlets)
    } catch {
      preconditionFailure("the shipped agency table does not parse: \(error)")
    }
  }

  private struct Agencies: Decodable {
    var agencies: [Agency]
  }

  private struct Agency: Decodable {
    var name: String
    var names: [String]?
    var abbreviations: [String]?
    var native: [String]?
    var ambiguous: [String]?
  }

  private struct Outlets: Decodable {
    var outlets: [Outlet]
  }

  private struct Outlet: Decodable {
    var name: String
    var names: [String]?
    var ambiguous: Bool?
  }

  private mutating func add(agencies json: String) throws {
    var tokenizer = Tokenizer()
    let table = try JSONDecoder().decode(Agencies.self, from: Data(json.utf8))
    for agency in table.agencies {
      let ambiguous = Set(agency.ambiguous ?? [])
      let spellings =
        [agency.name] + (agency.names ?? []) + (agency.abbreviations ?? []) + (agency.native ?? [])
        + ambiguous.sorted()
      for spelling in spellings {
        add(
          spelling, of: agency.name, .agency, isAmbiguous: ambiguous.contains(spelling), &tokenizer)
      }
    }
  }

  private mutating func add(outlets json: String) throws {
    var tokenizer = Tokenizer()
    let table = try JSONDecoder().decode(Outlets.self, from: Data(json.utf8))
    for outlet in table.outlets {
      for spelling in [outlet.name] + (outlet.names ?? []) {
        add(
          spelling, of: outlet.name, .outlet, isAmbiguous: outlet.ambiguous ?? false, &tokenizer)
      }
    }
  }

  private mutating func add(
    _ spelling: String, of canonical: String, _ type: CreditType, isAmbiguous: Bool,
    _ tokenizer: inout Tokenizer
  ) {
    let tokens = tokenizer.tokenize(spelling)
    let bytes = spelling.utf8Span.span
    let letters = (0..<tokens.count).map { index in
      Self.letterCase(bytes, from: Int(tokens.starts[index]), to: Int(tokens.ends[index]))
    }
    let name = Name(
      canonical: canonical, type: type, isAmbiguous: isAmbiguous, letters: letters)
    names.add(tokens.hashes, name)
  }

  /// How the token at `start ..< end` of a text is written; letters outside ASCII ask for nothing.
  private static func letterCase(_ text: Span<UInt8>, from start: Int, to end: Int) -> LetterCase {
    var capitals = 0
    for index in start..<end where text[index] &- 0x41 < 26 { capitals += 1 }
    if capitals == end - start, capitals >= 2 { return .allCapitals }
    return text[start] &- 0x41 < 26 ? .capital : .any
  }

  /// Whether the tokens of a text from `position` on are written as a name must be.
  static func isWritten(
    _ letters: [LetterCase], at position: Int, _ tokens: Tokens, in text: Span<UInt8>
  ) -> Bool {
    letters.indices.allSatisfy { index in
      let start = Int(tokens.starts[position + index])
      let written = letterCase(text, from: start, to: Int(tokens.ends[position + index]))
      return switch letters[index] {
      case .any: true
      case .capital: written != .any
      case .allCapitals: written == .allCapitals
      }
    }
  }
}
