import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

/// The shape of `data/agencies.json`.
private struct Agencies: Decodable {
  struct Agency: Decodable {
    var name: String
    var wikidata: String?
    var country: String
    var names: [String]
    var abbreviations: [String]
    var native: [String]
    var ambiguous: [String]
  }

  var version: Int
  var agencies: [Agency]
}

/// A row of `data/outlets.tsv`.
private struct Outlet {
  var name: String
  var certainty: String
  var spellings: [String]

  init(_ row: [String]) {
    (name, certainty) = (row[0], row[1])
    spellings = row[2].split(separator: "|").map(String.init)
  }
}

@Suite struct AgencyTableTests {
  private let agencies: [Agencies.Agency]
  private let outlets: [Outlet]

  init() throws {
    let decoder = JSONDecoder()
    agencies = try decoder.decode(Agencies.self, from: Data(ShippedData.agencies.utf8)).agencies
    outlets = TableRows.rows(ShippedData.outlets, fields: 3).map(Outlet.init)
  }

  @Test("each entry is as data/agencies.schema.json says", arguments: AgencyTable.shipped.agencies)
  func agencyIsWellFormed(agency: Agency) {
    #expect(agency.country?.wholeMatch(of: /[A-Z]{2}/) != nil)
    #expect(agency.wikidata?.wholeMatch(of: /Q[1-9][0-9]*/) != nil || agency.wikidata == nil)
    let spellings = agency.names + agency.abbreviations + agency.native
    #expect(Set(spellings).count == spellings.count)
    #expect(spellings.allSatisfy { !words($0).isEmpty })
    #expect(!spellings.isEmpty)
    #expect(Set(agency.ambiguous).isSubset(of: spellings + [agency.name]))
  }

  @Test("the schema has the keys that the reader takes")
  func schema() throws {
    let file = repositoryRoot.appending(path: "data/agencies.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let types = try #require(schema?["$defs"] as? [String: Any])
    let agency = try #require(types["agency"] as? [String: Any])
    let keys = try #require(agency["properties"] as? [String: Any]).keys
    #expect(Set(keys) == Set(Agency.Keys.allCases.map(\.rawValue)))
  }

  @Test("no agency has another's spelling, but for an agency and its successor")
  func spellingsAreUnique() {
    var owners: [String: String] = [:]
    #expect(Set(agencies.map(\.name)).count == agencies.count)
    for agency in agencies {
      for spelling in Set(agency.names + agency.abbreviations + agency.native) {
        #expect(owners.updateValue(agency.name, forKey: spelling) == nil, "\(spelling)")
      }
    }
  }

  @Test("there are at least sixty agencies, historic ones among them")
  func count() {
    let names = Set(agencies.map(\.name))
    #expect(names.count >= 60)
    #expect(
      names.isSuperset(of: [
        "Reuters", "AP", "AFP", "UPI", "PA", "AAP", "CP", "DPA", "APA", "EFE", "ANSA", "Lusa",
        "TASS", "RIA Novosti", "Interfax", "Xinhua", "CNS", "Kyodo", "Jiji", "Yonhap", "PTI", "ANI",
        "IANS", "UNI", "APP", "Anadolu", "DHA", "IRNA", "ISNA", "SPA", "WAM", "MENA", "NAN", "SAPA",
        "Bernama", "Antara", "VNA", "NTB", "TT", "Ritzau", "STT", "Belga", "ANP", "ATS", "MTI",
        "PAP", "CTK", "AGERPRES", "BTA", "Tanjug", "Hina", "Bloomberg", "Dow Jones", "Havas",
        "Wolff", "DNB", "Stefani", "Extel", "INS", "Transocean", "Europapress", "Telunion",
        "Domei", "Mehr", "Fars", "Tasnim", "KCNA", "GNA", "KUNA", "QNA", "PANA", "APS",
      ]))
  }

  @Test("each outlet has one name, which no agency has")
  func outletsAreWellFormed() {
    #expect(Set(outlets.map(\.name)).count == outlets.count)
    #expect(Set(outlets.map(\.name)).isDisjoint(with: agencies.map(\.name)))
    #expect(outlets.allSatisfy { $0.spellings.allSatisfy { !words($0).isEmpty } })
    #expect(outlets.allSatisfy { $0.certainty == "name" || $0.certainty == "word" })
    let lines = ShippedData.outlets.split(separator: "\n").count { !$0.hasPrefix("#") }
    #expect(lines == outlets.count)
  }

  @Test("agencies stand in the order of their names")
  func agenciesAreSorted() {
    let names = agencies.map { $0.name.lowercased() }
    #expect(names == names.sorted())
  }

  @Test("every agency that is told something is credited")
  func toldAgencies() {
    for agency in agencies {
      let spellings = [agency.name] + agency.names + agency.abbreviations
      for spelling in spellings where spelling.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
        let found = findCredits("The port is shut, its master told \(spelling) on Monday.")
        #expect(found.map(\.kind) == [.lead], "\(spelling)")
        #expect(found.map(\.type) == [.agency], "\(spelling)")
      }
    }
  }

  /// A sentence of each language in which an agency says or is told something.
  private static let sentences: [(language: String, text: @Sendable (String) -> String)] = [
    ("en", { "The port is shut, its master told \($0) on Monday." }),
    ("fr", { "Le port est fermé, a déclaré à l'agence \($0) son directeur." }),
    ("de", { "Der Hafen ist zu, meldet die Nachrichtenagentur \($0) am Montag." }),
    ("es", { "El puerto está cerrado, según la agencia \($0), desde el lunes." }),
    ("pt", { "O porto está fechado, disse à agência \($0) o seu diretor." }),
    ("ru", { "Порт закрыт, сообщает агентство \($0) в понедельник." }),
    ("ar", { "الميناء مغلق، قال لوكالة \($0) يوم الاثنين." }),
    ("hi", { "बंदरगाह बंद है, \($0) के मुताबिक सोमवार को." }),
  ]

  @Test(
    "every spelling of an entry is found in a sentence of each language",
    arguments: AgencyTable.shipped.agencies)
  func eachEntry(agency: Agency) {
    for (language, text) in Self.sentences {
      for spelling in agency.spellings {
        let found = findCredits(text(spelling))
        let isOther = found.contains { $0.type == .outlet }
        #expect(
          found.count == 1 && found[0].kind == .lead && !isOther,
          "\(language): \(spelling): \(found)")
        let isShared = language != "en" || agency.isAmbiguous(spelling)
        #expect(isShared || found.first?.name == agency.name, "\(spelling): \(found)")
      }
    }
  }

  @Test("every agency in a dateline is credited")
  func agenciesInDatelines() {
    for agency in agencies {
      for spelling in [agency.name] + agency.abbreviations + agency.native {
        let found = findCredits("OSLO, May 3 (\(spelling)) - The port is shut.\nMore follows.")
        #expect(found.map(\.kind) == [.dateline], "\(spelling)")
      }
    }
  }

  @Test("a name that is not ambiguous is its agency's alone")
  func namesAreTheirAgencys() {
    for agency in agencies {
      for name in agency.names where !agency.ambiguous.contains(name) {
        let found = findCredits("The port is shut, its master told \(name) on Monday.")
        #expect(found.map(\.name) == [agency.name], "\(name)")
      }
    }
  }

  @Test("every outlet that is told something is credited")
  func toldOutlets() {
    for outlet in outlets {
      for name in outlet.spellings where name.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
        let found = findCredits("The port is shut, its master told \(name) on Monday.")
        #expect(!found.isEmpty, "\(name)")
      }
    }
  }

  @Test("an ambiguous abbreviation without a cue is not credited")
  func ambiguousAbbreviations() {
    for agency in agencies {
      for name in agency.ambiguous where agency.abbreviations.contains(name) {
        #expect(findCredits("The port of \(name) is shut.\nMore on this later.").isEmpty, "\(name)")
      }
    }
  }

  @Test("a name in small letters is not credited, but for those written so")
  func smallLetters() {
    for name in ["ap", "afp", "pti", "reuters", "people", "time", "xinhua", "the associated press"]
    {
      #expect(
        findCredits("The port is shut, its master told \(name) on Monday.").isEmpty, "\(name)")
    }
    #expect(findCredits("The port is shut, its master told dpa on Monday.").count == 1)
  }

  @Test("an abbreviation needs its capitals and a name its first letter")
  func letterCase() {
    #expect(findCredits("The port is shut, its master told Afp.").isEmpty)
    #expect(findCredits("THE PORT IS SHUT, ITS MASTER TOLD REUTERS.").count == 1)
    #expect(findCredits("The port is shut, its master told the associated Press.").isEmpty)
  }
}
