import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct QuotationMarkerTests {
  /// Expects that the quoted tokens are those between the markers 1 and 2, 3 and 4, and so on.
  private func check(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
    let text = MarkedText(marked)
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text.text)
    let bytes = Array(text.text.utf8)
    var actual: [String] = []
    var expected: [String] = []
    for index in 0..<tokens.count {
      let place = Int(tokens.starts[index])..<Int(tokens.ends[index])
      let word = String(decoding: bytes[place], as: UTF8.self)
      if tokens.flags[index].contains(.quoted) { actual.append(word) }
      if text.ranges.contains(where: { $0.contains(place.lowerBound) }) { expected.append(word) }
    }
    #expect(actual == expected, sourceLocation: location)
  }

  @Test(
    "each language's marks enclose a quotation",
    arguments: [
      "He said: “1️⃣The road is closed2️⃣,” and left.", "He said: \"1️⃣The road is closed2️⃣,\" and left.",
      "‘1️⃣The road is closed2️⃣,’ he said.", "'1️⃣The road is closed2️⃣,' he said.",
      "Er sagte: „1️⃣Die Straße ist zu2️⃣“, und ging.", "»1️⃣Die Straße ist zu2️⃣«, sagte er.",
      "‚1️⃣Die Straße ist zu2️⃣‘, sagte er.", "„1️⃣Die Straße ist zu2️⃣”, sagte er.",
      "« 1️⃣La route est coupée2️⃣ », a-t-il dit.", "«\u{A0}1️⃣La route est coupée2️⃣\u{A0}», a-t-il dit.",
      "«1️⃣La carretera está cortada2️⃣», dijo.", "«1️⃣A estrada está cortada2️⃣», afirmou.",
      "«1️⃣Дорога закрыта2️⃣», — сказал он.", "«1️⃣الطريق مغلق2️⃣» قال الرجل", "”1️⃣الطريق مغلق2️⃣“ قال الرجل",
      "उसने कहा, “1️⃣सड़क बंद है2️⃣।” फिर गया।", "他说：“1️⃣道路已关闭2️⃣。”然后离开了。",
      "他说\"1️⃣道路已关闭2️⃣\"然后离开了。", "彼は「1️⃣道は閉鎖2️⃣」と話した。", "彼は『1️⃣道は閉鎖2️⃣』と話した。",
      "`` 1️⃣The road is closed2️⃣, '' he said.", "``1️⃣The road is closed2️⃣,'' he said.",
      "`1️⃣The road is closed2️⃣' he said.", "＂1️⃣Closed2️⃣＂ he said",
      "„1️⃣Дорога закрыта2️⃣“ — сказал он.", "”1️⃣Vägen är stängd2️⃣”, sade han.",
    ])
  func languages(marked: String) { check(marked) }

  @Test("an apostrophe ends no quotation")
  func apostrophes() {
    check("‘1️⃣We don’t know the dogs’s names2️⃣,’ he said.")
    check("`` 1️⃣We don't know the party's name2️⃣, '' he said.")
    check("'1️⃣We don't know2️⃣,' he said, and didn't.")
    check("“1️⃣It’s the players’ fault2️⃣,” he said.")
  }

  @Test("an apostrophe opens no quotation")
  func openingApostrophes() {
    check("Back in the '90s the workers' union said so.")
    check("Get 'em while they last, the party 's leader said.")
    check("In the ‘80s and after, nobody knew.")
    check("It was rock '1️⃣n2️⃣' roll.")
    check("The party 's man said `` 1️⃣no2️⃣ '' and left.")
  }

  @Test("quotations within a quotation do not end it")
  func nested() {
    check("“1️⃣She called it a ‘big day’ for all2️⃣,” he said.")
    check("\"1️⃣She called it a 'big day' for all2️⃣,\" he said.")
    check("「1️⃣それは『大きな日』だ2️⃣」と話した。")
    check("«1️⃣Судно „Лапин“ идёт2️⃣», — сказал он.")
  }

  @Test("inch marks open no quotation")
  func inches() {
    check("A 6\" pipe and a 12\" pipe burst, he said. \"1️⃣It was loud2️⃣.\"")
    check("He is 5'11\" tall and said \"1️⃣no2️⃣\" twice.")
  }

  @Test("a closing mark alone opens nothing")
  func strayClosers() {
    check("It was loud,\" he said. Then he left.")
    check("It was loud,” he said. Then he left.")
    check("Home » World » Europe. Then he left.")
    check("Read more » Then he left.")
  }

  @Test("a quotation over several paragraphs opens anew in each")
  func paragraphs() {
    check("“1️⃣First we waited.2️⃣\n“3️⃣Then we went.4️⃣”\nThey left.")
    check("\"1️⃣First we waited.2️⃣\n\n\"3️⃣Then we went.4️⃣\"\n\nThey left.")
    check("« 1️⃣On attend.2️⃣\n« 3️⃣On part.4️⃣ »\nIls partent.")
  }

  @Test("a quotation goes on in the next line where that closes it")
  func sentenceALine() {
    check("`` 1️⃣We waited.\nThen we went, 2️⃣'' he said.\nThey left.")
    check("“1️⃣We waited.\nWe slept.\nThen we went2️⃣,” he said.\nThey left.")
    check("\"1️⃣We waited.\nThen we went2️⃣,\" he said.\n\"3️⃣No4️⃣.\"")
  }

  @Test("a forgotten closing mark takes no more than its paragraph")
  func unclosed() {
    check("“1️⃣We waited, he said.2️⃣\nThen he left.\nNobody knew why.")
    check("\"1️⃣We waited, he said. \"And then we went2️⃣,\" he added.\nHe left.")
  }

  @Test("a quotation that nothing closes for a hundred words is none")
  func longUnclosed() {
    let words = Array(repeating: "word", count: 101).joined(separator: " ")
    check("He said “\(words).\nThen he left.")
    check("He said “1️⃣\(words)2️⃣.”\nThen he left.")
    check("He said “1️⃣\(words).2️⃣\n“3️⃣And then he left4️⃣.”")
  }

  @Test("a quotation at the end of the text is closed there")
  func endOfText() {
    check("He said \"1️⃣no2️⃣\"")
    check("He said '1️⃣no2️⃣'")
    check("He said ‘no")
    check("“")
    check("\"\"")
  }

  @Test(
    "quoted words of articles in ten languages stand between marks", arguments: fixtureLanguages)
  func articles(language: String) throws {
    var tokenizer = Tokenizer()
    let wire = try #require(try fixture("languages/\(language).jsonl").first)
    let tokens = tokenizer.tokenize(wire.text)
    let quoted = tokens.flags.filter { $0.contains(.quoted) }.count
    #expect(quoted > 15 && quoted < tokens.count / 2)
  }

  @Test("many marks take linear time", arguments: ["\"", "“", "'", "`", "» «", " 's", "\n“a"])
  func manyMarks(mark: String) {
    var tokenizer = Tokenizer()
    let text = String(repeating: mark + " a ", count: 20_000)
    #expect(tokenizer.tokenize(text).count >= 20_000)
  }
}
