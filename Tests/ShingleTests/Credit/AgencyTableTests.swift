import Foundation
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

/// The shape of `data/outlets.json`.
private struct Outlets: Decodable {
  struct Outlet: Decodable {
    var name: String
    var names: [String]
    var ambiguous: Bool
  }

  var version: Int
  var outlets: [Outlet]
}

@Suite struct AgencyTableTests {
  private let agencies: [Agencies.Agency]
  private let outlets: [Outlets.Outlet]

  init() throws {
    let decoder = JSONDecoder()
    agencies = try decoder.decode(Agencies.self, from: Data(ShippedData.agencies.utf8)).agencies
    outlets = try decoder.decode(Outlets.self, from: Data(ShippedData.outlets.utf8)).outlets
  }

  @Test("each agency has one name, and each of its spellings has a word")
  func agenciesAreWellFormed() {
    #expect(Set(agencies.map(\.name)).count == agencies.count)
    for agency in agencies {
      #expect(agency.country.count == 2, "\(agency.name)")
      #expect(agency.wikidata?.wholeMatch(of: /Q[0-9]+/) != nil || agency.wikidata == nil)
      let spellings = agency.names + agency.abbreviations + agency.native
      #expect(Set(spellings).count == spellings.count, "\(agency.name)")
      #expect(spellings.allSatisfy { !words($0).isEmpty }, "\(agency.name)")
      #expect(Set(agency.ambiguous).isSubset(of: spellings + [agency.name]), "\(agency.name)")
    }
  }

  @Test("each outlet has one name, which no agency has")
  func outletsAreWellFormed() {
    #expect(Set(outlets.map(\.name)).count == outlets.count)
    #expect(Set(outlets.map(\.name)).isDisjoint(with: agencies.map(\.name)))
    #expect(outlets.allSatisfy { $0.names.allSatisfy { !words($0).isEmpty } })
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
      for name in outlet.names where name.unicodeScalars.allSatisfy({ $0.value < 0x250 }) {
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
