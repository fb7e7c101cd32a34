import Testing

@testable import Shingle

@Suite struct OutletSpotterTests {
  private static let story = "It opened again on Tuesday.\nNobody was hurt.\n"

  private func outlets(_ line: String) -> [String] {
    findCredits(line + "\n" + Self.story).filter { $0.type == .outlet }.map(\.name)
  }

  @Test(
    "a name that ends as outlets' names do is one beside a cue",
    arguments: [
      ("The port is shut, its master told the Kelmouth Gazette.", "Kelmouth Gazette"),
      ("The Kelmouth Evening Post reported that the port is shut.", "Kelmouth Evening Post"),
      ("The port is shut, according to the Port Arden News-Herald.", "Port Arden News-Herald"),
      ("The port is shut, the Times of Kelmouth said.", "Times of Kelmouth"),
      ("The port is shut, the mayor told NBC Kelmouth on Monday.", "NBC Kelmouth"),
      ("7News in Port Arden is reporting that the port is shut.", "7News"),
      ("The port is shut, its master told Radio Kelmouth.", "Radio Kelmouth"),
      ("Channel 37 News reported that the port is shut.", "Channel 37 News"),
      ("The port is shut, its master told WQB-TV on Monday.", "WQB-TV"),
      ("Capital FM reported that the port is shut.", "Capital FM"),
      ("The port is shut, its master told the Gazette des Ports.", "Gazette des Ports"),
      ("The port is shut, its master told the West Kelmouth Times.", "West Kelmouth Times"),
      ("The port is shut, the Los Ardenes Times reported.", "Los Ardenes Times"),
      ("The port is shut, according to the Kelmouth Herald-Pilot.", "Kelmouth Herald-Pilot"),
      (
        "The port is shut, the Arden Broadcasting Corporation reported.",
        "Arden Broadcasting Corporation"
      ),
    ])
  func heads(line: String, name: String) { #expect(outlets(line) == [name]) }

  @Test(
    "a word for what it is makes any name an outlet's",
    arguments: [
      ("The port is shut, the newspaper Nea Akti reported.", "Nea Akti"),
      ("The port is shut, the Harbour Daily newspaper said.", "Harbour Daily"),
      ("The port is shut, according to the Plamen newspaper.", "Plamen"),
      ("The port is shut, said an editorial in the conservative daily Nea Akti.", "Nea Akti"),
    ])
  func described(line: String, name: String) { #expect(outlets(line) == [name]) }

  @Test(
    "one word is an outlet's name by how it is written",
    arguments: [
      ("The port is shut, its master told QRX on Monday.", "QRX"),
      ("The port is shut, its master told Kelmouth.gr on Monday.", "Kelmouth.gr"),
      ("The port is shut, its master told KelmouthOnline on Monday.", "KelmouthOnline"),
    ])
  func words(line: String, name: String) { #expect(outlets(line) == [name]) }

  @Test(
    "letters that no table has are an outlet's by a second sign",
    arguments: [
      "The port is shut, its master told QRX.", "\u{201C}It is shut,\u{201D} its master told QRX.",
      "\"It is shut.\" the mayor told QRX on Monday.",
      "The port is shut, Ada Grey, its master, told QRX in the morning.",
      "The master told QRX in an interview that the port is shut.",
      "The port is shut, its master told QRX. QRX reported that a ship sank.",
    ])
  func letters(line: String) { #expect(Set(outlets(line)) == ["QRX"]) }

  @Test(
    "a word between commas behind a name says what it is",
    arguments: [
      ("Open Pier, a small news website in Arden, reported that the port is shut.", "Open Pier"),
      ("The port is shut, its master told Harbour Call, an independent newspaper.", "Harbour Call"),
    ])
  func apposed(line: String, name: String) { #expect(outlets(line) == [name]) }

  @Test(
    "what only looks like an outlet is none",
    arguments: [
      "Times Square is shut, the mayor reported.", "The Kelmouth Press Club told its members so.",
      "The port is shut, a Kelmouth newspaper reported.", "The mayor told a CBS affiliate so.",
      "The port is shut, a German newspaper reported.", "He has the Kelmouth Gazette delivered.",
      "The port is shut: https://www.kelmouth.org/news says so.",
      "Harbour Media Group reported net earnings of a million.",
      "News reports said the port is shut.", "He told the Star Ferry of it.",
      "He told the QRX so.", "He told QRX Holdings so.", "QRX reported a loss of a million.",
      "The port is shut, the mayor told John Smith, a newspaper seller.",
      "The mayor told QRX on Monday that the port is shut.", "The mayor told QRX to shut the port.",
      "On Monday the mayor told QRX of it.", "It is shut. On Monday, the mayor told QRX of it.",
      "The mayor, a grocer, told QRX on Monday.",
      "The port must pay, the mayor told QRX on Monday. QRX has its seat there.",
      "The QRX treaty holds. The port must pay, the mayor told QRX on Monday.",
    ])
  func lookAlikes(line: String) { #expect(outlets(line).isEmpty) }

  @Test("a short name is that of the full one before it")
  func shortNames() {
    let line = "He told the Kelmouth Gazette so. She told the Gazette the same."
    #expect(outlets(line) == ["Kelmouth Gazette", "Kelmouth Gazette"])
  }

  @Test("an edit distance is the least number of edits, up to its limit")
  func distances() {
    func distance(_ a: String, _ b: String) -> Int {
      editDistance(Array(a.utf8), Array(b.utf8), limit: 9)
    }
    #expect(distance("havas", "havas") == 0)
    #expect(distance("havar", "havas") == 1)
    #expect(distance("ilavas", "havas") == 2)
    #expect(distance("", "havas") == 5)
    #expect(distance("router", "reuter") == 1)
    #expect(editDistance(Array("abcdef".utf8), Array("uvwxyz".utf8), limit: 2) == 3)
  }
}
