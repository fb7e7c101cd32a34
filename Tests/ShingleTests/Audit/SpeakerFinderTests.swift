import Testing

@testable import Shingle

@Suite struct SpeakerFinderTests {
  private static let rest = "\n\nFerries stayed in Kelmouth until the evening, when the wind fell."

  private func speakers(_ text: String) -> [String] {
    var reader = QuotationReader()
    return reader.quotations(text + Self.rest, document: 0)
      .flatMap { $0.speakers.map { text.substring($0.bytes) } }
  }

  @Test(
    "the subject of a verb of speech beside a quotation speaks it",
    arguments: [
      ("\"Nobody was on the pier today,\" said Odile Ferrant.", "Odile Ferrant"),
      ("\"Nobody was on the pier today,\" Ferrant told reporters on Monday.", "Ferrant"),
      ("\"Nobody was on the pier today,\" Ferrant on Monday added.", "Ferrant"),
      ("Ferrant said: \"Nobody was on the pier today.\"", "Ferrant"),
      ("Ferrant: \"Nobody was on the pier today.\"", "Ferrant"),
      (
        "\"Nobody was on the pier today,\" said the mayor of Kelmouth, Odile Ferrant.",
        "Odile Ferrant"
      ),
      ("\"Nobody was on the pier today,\" said Kelmouth resident Odile Ferrant.", "Odile Ferrant"),
      (
        "\"Nobody was on the pier today,\" said Ferrant, head of the Kelmouth Pier Trust.",
        "Ferrant"
      ),
      ("\"Nobody was on the pier today,\" Ferrant, the mayor of Kelmouth, said.", "Ferrant"),
      ("According to Ferrant, \"nobody was on the pier today\".", "Ferrant"),
      ("«Personne sur le quai ce soir», a déclaré Ferrant.", "Ferrant"),
      ("Brun said the toll is 12. \"Nobody was on the pier today,\" said Ferrant.", "Ferrant"),
    ])
  func speaks(text: String, name: String) { #expect(speakers(text) == [name]) }

  @Test(
    "a name that only stands there does not",
    arguments: [
      "\"Nobody was on the pier today.\" Fishing boats stayed in Kelmouth.",
      "\"Nobody was on the pier today,\" said a spokesman for Ferrant.",
      "\"Nobody was on the pier today,\" German officials said.",
      "\"Nobody was on the pier today,\" the mayor told Ferrant.",
      "The mayor said Ferrant was \"not on the pier at noon\".",
      "A friend of Ferrant said: \"Nobody was on the pier today.\"",
    ])
  func stands(text: String) { #expect(speakers(text).isEmpty) }
}
