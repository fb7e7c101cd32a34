import Testing

@testable import Shingle

@Suite struct CreditCuesTests {
  private let cues = CreditCues(
    table: """
      # place	kind	language	phrase
      before	source	en	told
      before	source	en	according to
      after	source	en	reported
      after	source	en	reported first
      before	contribution	en	with inputs from
      filler	-	en	the news agency
      """)

  @Test("the longest cue beside a name is found, fillers apart")
  func longestCue() {
    let text = hashes("he told the news agency AFP reported first")
    #expect(cues.find(before: 5, text)?.tokens == TokenRange(1, 5))
    #expect(cues.find(before: 5, text)?.effect == .source)
    #expect(cues.find(after: 6, text)?.tokens == TokenRange(6, 8))
    #expect(cues.find(after: 6, text)?.words == 2)
  }

  @Test("a word that is no filler parts a cue from its name")
  func otherWords() {
    #expect(cues.find(before: 3, hashes("told him that AFP")) == nil)
    #expect(cues.find(after: 1, hashes("AFP never reported")) == nil)
  }

  @Test("a cue is looked for behind no more than four fillers")
  func fillerLimit() {
    let four = hashes("told the the the the AFP")
    let five = hashes("told the the the the the AFP")
    #expect(cues.find(before: 5, four) != nil)
    #expect(cues.find(before: 6, five) == nil)
  }

  @Test("at the ends of a text there is no cue")
  func ends() {
    #expect(cues.find(before: 0, hashes("AFP")) == nil)
    #expect(cues.find(after: 1, hashes("AFP")) == nil)
  }

  @Test("a line's effects are those of its cues but for sources")
  func effects() {
    let text = hashes("he told us with inputs from AFP")
    #expect(cues.effects(in: TokenRange(0, 7), text) == [.contribution])
    #expect(cues.effects(in: TokenRange(0, 7), text, minimumWords: 4).isEmpty)
    #expect(cues.effects(in: TokenRange(0, 3), text).isEmpty)
  }

  private static let places = [
    "before", "after", "filler", "link", "head", "tail", "front", "descriptor", "domain", "stop",
    "article", "call", "nation", "verb", "auxiliary", "preposition",
  ]
  /// The kinds of the places that have others than cues; none where any word will do.
  private static let kinds = [
    "filler": ["-"], "link": [], "head": ["strong", "weak"], "front": ["-"],
    "descriptor": ["outlet", "agency"],
    "tail": ["-"], "domain": ["-", "country"], "stop": ["-"], "article": ["-"], "call": ["-"],
    "nation": ["-"], "verb": ["say", "tell", "source"], "auxiliary": ["-"], "preposition": ["-"],
  ]

  @Test("every line of the shipped table has a place, a kind, a language and a phrase")
  func tableParses() {
    var seen: Set<String> = []
    for line in ShippedData.cues.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      #expect(fields.count == 4, "\(line)")
      guard fields.count == 4 else { continue }
      let kinds = Self.kinds[fields[0]] ?? CreditCues.Effect.allCases.map(\.rawValue)
      #expect(Self.places.contains(fields[0]), "\(line)")
      #expect(kinds.isEmpty || kinds.contains(fields[1]), "\(line)")
      #expect(!words(fields[3]).isEmpty || fields[3] == "©", "\(line)")
      #expect(seen.insert("\(fields[0]) \(fields[2]) \(fields[3])").inserted, "\(line)")
    }
  }

  /// The kinds of credits that a cue of each effect may make of a name in the lead.
  private static let made: [CreditCues.Effect: Set<CreditKind>] = [
    .source: [.lead], .speech: [.lead], .contribution: [.contribution], .photo: [.photo],
    .about: [.about], .footer: [.footer, .lead], .dateline: [.dateline],
  ]

  /// The cues of the eight languages that say what is beside them.
  private static let rows = TableRows.rows(ShippedData.cues, fields: 4).filter { row in
    ["before", "after"].contains(row[0]) && row[3] != "©"
      && ["*", "en", "fr", "de", "es", "pt", "ru", "ar", "hi"].contains(row[2])
  }

  @Test("each cue of each language makes an agency beside it what it says", arguments: rows)
  func eachCue(row: [String]) throws {
    let effect = try #require(CreditCues.Effect(rawValue: row[1]))
    let name = ["ru": "Интерфакс", "ar": "رويترز", "hi": "रॉयटर्स"][row[2]] ?? "Xinhua"
    let beside = row[0] == "before" ? "\(row[3]) \(name)" : "\(name) \(row[3])"
    let found = findCredits(Self.story + beside + " 17 18 19 20 21 22 23 24.\n" + Self.ending)
    #expect(found.count == 1, "\(row): \(found)")
    let kinds = Self.made[effect] ?? []
    #expect(found.allSatisfy { kinds.contains($0.kind) }, "\(row): \(found)")
  }

  private static let story = "The port is shut.\nShips wait outside.\n11 12 13 14 15 16 "
  private static let ending = "It opened again on Tuesday.\nNobody was hurt.\nMore is to come.\n"
}
