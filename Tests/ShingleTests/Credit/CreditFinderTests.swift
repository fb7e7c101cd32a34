import ShingleTestSupport
import Testing

@testable import Shingle

/// Returns the credits of a text as `name kind`, in its order, its furniture marked before.
func credits(_ text: String) -> [String] {
  findCredits(text).map { "\($0.name) \($0.kind.rawValue)" }
}

func findCredits(_ text: String) -> [CreditFinder.Found] {
  var tokenizer = Tokenizer()
  var tokens = tokenizer.tokenize(text)
  Furniture.shipped.mark(&tokens)
  return CreditFinder().find(text.utf8Span.span, tokens)
}

@Suite struct CreditFinderTests {
  private static let story =
    "The port was closed on Monday.\nIt opened again on Tuesday.\nNobody was hurt.\n"

  @Test(
    "a dateline names the agency",
    arguments: [
      ("OSLO (Reuters) - The port was closed.", "Reuters"),
      ("OSLO, Norway, May 3 (AFP) — The port was closed.", "AFP"),
      ("WASHINGTON, May 3 (UPI) -- The port was closed.", "UPI"),
      ("OSLO, Norway (AP) _ The port was closed.", "AP"),
      ("OSLO, Norway — AP — The port was closed.", "AP"),
      ("New Delhi, Jul 22 (PTI) The port was closed.", "PTI"),
      ("Berlin (dpa/lbn) - Ein Hafen wurde geschlossen.", "DPA"),
      ("PARIS, 18 jan 2025 (AFP) - Un port est fermé.", "AFP"),
      ("Madrid, 8 abr (EFE).- Un puerto cerrado.", "EFE"),
      ("МОСКВА, 3 мая. /ТАСС/. Порт закрыт.", "TASS"),
      ("【仙台共同】港が閉鎖された。", "Kyodo"), ("新华社北京3月5日电 港口关闭。", "Xinhua"),
      ("दिल्ली, 3 मई (पीटीआई) बंदरगाह बंद है।", "PTI"), ("عدن (رويترز) - أغلق الميناء", "Reuters"),
    ])
  func datelines(line: String, agency: String) {
    #expect(credits(line + "\n" + Self.story) == ["\(agency) dateline"])
  }

  @Test(
    "an abbreviation in brackets after what it stands for is no dateline",
    arguments: [
      "Under the Defense Production Act (DPA) the president may close a port.",
      "The Armed Forces of the Philippines (AFP) said the port was closed.",
      "In 2021 the Public Accounts (PA) were printed late.",
    ])
  func abbreviations(line: String) { #expect(credits(line + "\n" + Self.story).isEmpty) }

  @Test(
    "a line with a name near the start is a byline",
    arguments: [
      ("By Jane Doe, Associated Press", "AP"), ("Jane Doe / Reuters", "Reuters"), ("AFP", "AFP"),
      ("By JANE DOE, AP", "AP"), ("Jane Doe | AFP", "AFP"),
    ])
  func bylines(line: String, agency: String) {
    #expect(credits(line + "\n" + Self.story) == ["\(agency) byline"])
  }

  @Test(
    "a name beside a cue is credited in the lead",
    arguments: [
      ("The port was closed, Reuters reported on Monday.", "Reuters"),
      ("The port was closed, its master told AFP.", "AFP"),
      ("The port was closed, the official Xinhua news agency said.", "Xinhua"),
      ("The port was closed, according to The Associated Press.", "AP"),
      ("The port was closed, CNN reported.", "CNN"),
      ("Der Hafen ist zu, wie die Nachrichtenagentur AFP meldet.", "AFP"),
      ("Le port est fermé, selon une source citée par l’AFP.", "AFP"),
      ("El puerto cerró, informó la agencia EFE.", "EFE"),
      ("O porto fechou, segundo a agência Lusa.", "Lusa"),
      ("Порт закрыт, передаёт Интерфакс.", "Interfax"),
      ("وقال شاهد لوكالة فرانس برس إن الميناء أغلق", "AFP"), ("एएनआई के अनुसार बंदरगाह बंद है।", "ANI"),
      ("据路透社报道，港口关闭。", "Reuters"), ("ロイター通信によると、港が閉鎖された。", "Reuters"),
    ])
  func leads(line: String, name: String) {
    #expect(credits("A port.\n" + line + "\n" + Self.story) == ["\(name) lead"])
  }

  @Test("a credit past the sixtieth word of prose is in the text")
  func inText() {
    let prose = Array(repeating: "The port was closed on Monday.", count: 10).joined(separator: " ")
    #expect(credits(prose + " Its master told AFP so.") == ["AFP in-text"])
    let furniture = Array(repeating: "Read also: Ten ports to see", count: 12)
      .joined(separator: "\n")
    #expect(credits(furniture + "\nIts master told AFP so.\n" + Self.story) == ["AFP lead"])
  }

  @Test(
    "a line of contributions is one",
    arguments: [
      ("With inputs from PTI", ["PTI"]), ("(With inputs from PTI and ANI)", ["PTI", "ANI"]),
      ("The Associated Press contributed to this report.", ["AP"]),
      ("Associated Press writer Jane Doe in Oslo contributed to this report.", ["AP"]),
      ("CNN’s Jane Doe contributed to this report.", ["CNN"]), ("Avec AFP", ["AFP"]),
      ("Con información de Reuters", ["Reuters"]), ("Com Lusa", ["Lusa"]),
      ("mit Material von dpa", ["DPA"]),
    ])
  func contributions(line: String, names: [String]) {
    #expect(credits(Self.story + line) == names.map { "\($0) contribution" })
  }

  @Test(
    "a sign-off or copyright line at the end is a footer",
    arguments: [
      ("Reuters", "Reuters"), ("- AFP", "AFP"), ("(PTI)", "PTI"), ("© 2024 AFP", "AFP"),
      ("Copyright 2024 The Associated Press. All rights reserved.", "AP"), ("Quelle: dpa", "DPA"),
      ("The port is old. (ANI)", "ANI"), ("Source: Xinhua", "Xinhua"), ("（時事）", "Jiji"),
      ("This report by The Canadian Press was first published Nov. 3, 2024.", "CP"),
      ("Reporting by Reuters; editing by John Roe", "Reuters"),
    ])
  func footers(line: String, agency: String) {
    #expect(credits(Self.story + line) == ["\(agency) footer"])
  }

  @Test("the desk's own sign-off names nobody")
  func deskSignOff() {
    let line = "(Reporting by Jane Doe in Oslo; Editing by John Roe)"
    #expect(credits(Self.story + line).isEmpty)
  }

  @Test(
    "a picture's credit is a photo",
    arguments: [
      ("© AP Photo / Jane Doe", "AP"), ("AP PhotoIn this picture of Monday, a port is seen.", "AP"),
      ("Photo: Jane Doe/Reuters", "Reuters"), ("(Photo by Jane Doe / AFP)", "AFP"),
      ("FILE PHOTO: A port in Oslo, June 3, 2020. REUTERS/Jane Doe", "Reuters"),
      ("Jane Doe/AFP via Getty Images", "AFP"), ("A port in Oslo. (AP Photo/Jane Doe, File)", "AP"),
      ("Foto: dpa", "DPA"),
    ])
  func photos(line: String, agency: String) {
    #expect(credits("A port was closed on Monday.\n\(line)\n" + Self.story) == ["\(agency) photo"])
  }

  @Test(
    "an agency in the news is the story's subject",
    arguments: [
      ("Two Reuters journalists arrested in May were freed.", "Reuters"),
      ("Reuters employees went on strike on Monday over pay.", "Reuters"),
      ("Shares in Thomson Reuters rose by 3 percent on Monday.", "Reuters"),
      ("The team is third in the AP Top 25 this week.", "AP"),
    ])
  func about(line: String, agency: String) {
    #expect(credits(line + "\n" + Self.story) == ["\(agency) about"])
  }

  @Test(
    "words that only look like names are no credits",
    arguments: [
      "He told people that it was time to go, and the ap was open.", "AP classes are hard.",
      "The PA system failed, and the AA towed the car.", "The sun said nothing. Time will tell.",
      "Nobody knows, he says. People here are patient.", "People said the water was cold.",
      "She told the times table by heart.", "According to mint condition, it is worth more.",
      "Mehr Geld für den Hafen, sagte er. Focus auf morgen.",
    ])
  func lookAlikes(line: String) { #expect(credits(line + "\n" + Self.story).isEmpty) }

  @Test("a cue in another sentence says nothing of an ambiguous name")
  func cuesStayInTheirSentence() {
    #expect(credits("It closed, he told. AFP of the army was there.\n" + Self.story).isEmpty)
    #expect(credits("The army’s AFP, said its chief, is ready.\n" + Self.story).isEmpty)
  }

  @Test("in a hard-wrapped text a cue and its name may stand on two lines")
  func hardWrapped() {
    let text = """
      The harbour was closed on Monday after a ferry ran
      aground at its mouth, and would stay so, its master told
      AFP by telephone from the ferry, which lay on its side in
      the sand with its passengers still on board, all of them
      unhurt and most of them asleep.
      """
    #expect(credits(text) == ["AFP lead"])
  }

  @Test("a name in a line that leads to other stories is no credit")
  func readAlso() {
    #expect(credits(Self.story + "Read also: Reuters wins a prize\n" + Self.story).isEmpty)
    #expect(credits(Self.story + "Read also: Live on NDTV.com now\n" + Self.story).isEmpty)
  }

  @Test(
    "each article in ten languages gives its agency in the usual places",
    arguments: fixtureLanguages)
  func articles(language: String) throws {
    let agencies = [
      "ar": "Reuters", "de": "DPA", "en": "Reuters", "es": "EFE", "fr": "AFP", "hi": "PTI",
      "ja": "Kyodo", "pt": "Lusa", "ru": "TASS", "zh": "Xinhua",
    ]
    let agency = try #require(agencies[language])
    let articles = try fixture("languages/\(language).jsonl")
    #expect(credits(articles[0].text) == ["\(agency) dateline"])
    let copied = Set(credits(articles[1].text))
    #expect(!copied.isEmpty && copied.isSubset(of: ["\(agency) lead", "\(agency) in-text"]))
    #expect(credits(articles[2].text).isEmpty)
  }

  @Test("a credit's tokens hold its name and stay in its paragraph", arguments: fixtureLanguages)
  func ranges(language: String) throws {
    for document in try fixture("languages/\(language).jsonl") + fixture("cases.jsonl") {
      var tokenizer = Tokenizer()
      let paragraphs = tokenizer.tokenize(document.text).paragraphs
      for credit in findCredits(document.text) {
        #expect(credit.tokens.count > 0)
        #expect(
          paragraphs.contains {
            $0.lower <= credit.tokens.lower && credit.tokens.upper <= $0.upper
          })
      }
    }
  }

  @Test("a text of nothing but names takes linear time")
  func manyNames() {
    #expect(credits(String(repeating: "told Reuters and ", count: 3000)).count == 3000)
    #expect(credits(String(repeating: "Reuters\n", count: 3000)).count == 3000)
  }

  @Test("an empty text has no credits")
  func empty() { #expect(credits("").isEmpty) }

  @Test("characters that fold into several tokens are no trap beside a name")
  func sharedBytes() {
    for text in ["told \u{2101} Reuters", "\u{2101} Reuters said", "told \u{2106}\u{2105} AP"] {
      var tokenizer = Tokenizer()
      let tokens = tokenizer.tokenize(text)
      _ = CreditFinder().find(text.utf8Span.span, tokens)
    }
  }

  @Test("a spaced dash parts a page's title from its outlet")
  func spacedDash() {
    let text = "Delegation met the envoy - Reports - Sputnik International"
    var tokenizer = Tokenizer()
    #expect(CreditFinder().find(text.utf8Span.span, tokenizer.tokenize(text)).isEmpty)
  }
}
