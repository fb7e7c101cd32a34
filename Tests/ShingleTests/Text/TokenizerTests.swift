import ShingleTestSupport
import Testing

@testable import Shingle

/// Returns the substrings of a text that are its tokens.
func words(_ text: String) -> [String] {
  var tokenizer = Tokenizer()
  let tokens = tokenizer.tokenize(text)
  let bytes = Array(text.utf8)
  return (0..<tokens.count).map { index in
    String(decoding: bytes[Int(tokens.starts[index])..<Int(tokens.ends[index])], as: UTF8.self)
  }
}

/// Returns the hashes of a text's tokens.
func hashes(_ text: String) -> [UInt64] {
  var tokenizer = Tokenizer()
  return tokenizer.tokenize(text).hashes
}

@Suite struct TokenizerTests {
  @Test(
    "words are runs of letters, marks, digits and underscore",
    arguments: [
      ("", []), ("...", []), ("a", ["a"]), ("Café-owner's", ["Café", "owner", "s"]),
      ("U.S. 3.5%", ["U", "S", "3", "5"]), ("snake_case __ x", ["snake_case", "__", "x"]),
      ("don’t — it's", ["don", "t", "it", "s"]), ("a/b\u{A0}c\td\r\ne", ["a", "b", "c", "d", "e"]),
      ("नर्मदा नदी", ["नर्मदा", "नदी"]), ("вода ещё", ["вода", "ещё"]),
    ])
  func cutsWords(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test("in scripts without spaces each character is a token")
  func cutsUnspacedScripts() {
    #expect(words("新华社3月15日电") == ["新", "华", "社", "3", "月", "15", "日", "电"])
    #expect(words("ガス、がス") == ["ガ", "ス", "が", "ス"])
    #expect(words("か\u{3099}く") == ["か\u{3099}", "く"])
    #expect(words("ที่นี่") == ["ที่", "นี่"])
    #expect(words("AI時代2025") == ["AI", "時", "代", "2025"])
    #expect(words("서울 시장") == ["서울", "시장"])
  }

  @Test("characters of several words give several tokens with the same place")
  func cutsFractions() {
    #expect(words("3 ½ cups") == ["3", "½", "½", "cups"])
    #expect(hashes("½") == hashes("1 2"))
    #expect(hashes("①②") == hashes("12"))
  }

  @Test(
    "spellings of one word have one hash",
    arguments: [
      ("café", "cafe\u{301}"), ("CAFÉ", "café"), ("ＲＥＵＴＥＲＳ", "reuters"), ("ﬁnance", "finance"),
      ("straße", "STRASSE"), ("ẞ", "ss"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("İstanbul", "I\u{307}stanbul"),
      ("x²", "x2"), ("ｶﾞｽ", "ガス"), ("㎏", "kg"), ("ǆ", "ǅ"), ("ᾳ", "ᾼ"), ("Ω", "Ω"), ("Å", "Å"),
      ("각", "\u{1100}\u{1161}\u{11A8}"), ("q\u{323}\u{307}", "q\u{307}\u{323}"),
      ("\u{FDFA}", "صلى الله عليه وسلم"), ("Ⅷ", "viii"), ("𝐑𝐞𝐮𝐭𝐞𝐫𝐬", "Reuters"), ("𐐀", "𐐨"),
    ])
  func equatesSpellings(left: String, right: String) { #expect(hashes(left) == hashes(right)) }

  @Test(
    "different words have different hashes",
    arguments: [
      ("cafe", "café"), ("ışık", "isik"), ("μm", "mm"), ("ПАРИЖ", "париж1"), ("が", "か"),
      ("resume", "résumé"), ("naïve", "naive"),
    ])
  func keepsWordsApart(left: String, right: String) { #expect(hashes(left) != hashes(right)) }

  @Test("a soft hyphen does not hide a word")
  func softHyphen() {
    #expect(hashes("agree\u{AD}ment") == hashes("agreement"))
    #expect(words("agree\u{AD}ment.") == ["agree\u{AD}ment"])
  }

  @Test(
    "invisible characters anywhere in a text change no token",
    arguments: [
      0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F, 0xE0100, 0x180E, 0x202A, 0x202E, 0x2066,
      0x2069, 0x200E, 0x61C, 0x34F,
    ] as [UInt32])
  func ignoresInvisible(value: UInt32) throws {
    let invisible = try #require(Unicode.Scalar(value))
    let text = "The café's 3 envoys, straße и вода; 新华 सड़क."
    var random = SeededGenerator(seed: UInt64(value))
    for _ in 0..<20 {
      var scalars = text.unicodeScalars
      for _ in 0..<5 {
        let place = Int.random(in: 0...scalars.count, using: &random)
        scalars.insert(invisible, at: scalars.index(scalars.startIndex, offsetBy: place))
      }
      #expect(hashes(String(scalars)) == hashes(text))
    }
  }

  @Test(
    "look-alike letters in a Latin word count as Latin",
    arguments: [
      ("Rеutеrs", "Reuters"), ("Аssociated", "Associated"), ("рresіdent", "president"),
      ("mіnіѕtеr", "minister"), ("ΑΡollo", "apollo"), ("Τimes", "Times"),
    ])
  func undoesLookAlikes(trick: String, plain: String) {
    #expect(hashes(trick) == hashes(plain))
  }

  @Test("words of one script are left as they are")
  func keepsWholeScripts() {
    #expect(hashes("сор") != hashes("cop"))
    #expect(hashes("сор").first == XXH3.hash("сор"))
    #expect(hashes("ναι").first == XXH3.hash("ναι"))
  }

  @Test("a spacing accent is no letter", arguments: ["don´t", "don´ t", "don ´ t", "don ¨¯¸ t"])
  func spacingAccents(text: String) { #expect(hashes(text) == hashes("don't")) }

  @Test("a mark on no letter is no word")
  func loneMarks() {
    #expect(words("\u{301} a \u{301}b\u{301}") == ["a", "b\u{301}"])
  }

  @Test("emoji are no words, whatever joins them")
  func emoji() { #expect(words("so 👩‍👩‍👧❤️🇩🇪 sad 👍🏽") == ["so", "sad"]) }

  @Test("NUL, replacement characters and a lone byte order mark are no words")
  func oddCharacters() {
    #expect(words("\0a\0b\0") == ["a", "b"])
    #expect(words("a\u{FFFD}b") == ["a", "b"])
    #expect(words("\u{FEFF}").isEmpty)
    #expect(words("\u{FEFF}The end\u{FEFF}").first == "The")
    #expect(hashes("\u{FEFF}The end\u{FEFF}") == hashes("the end"))
  }

  @Test("a run of marks counts no further than its thirtieth")
  func cutsMarks() {
    let marks = { String(repeating: "\u{301}", count: $0) }
    #expect(hashes("a" + marks(31)) == hashes("a" + marks(30)))
    #expect(hashes("a" + marks(30)) != hashes("a" + marks(29)))
    #expect(hashes("a" + marks(100_000) + "b").count == 1)
  }

  @Test("marks of many classes in any order take linear time")
  func ordersMarks() {
    let marks = String(repeating: "\u{345}\u{301}\u{316}\u{334}", count: 25_000)
    #expect(hashes("a" + marks + " b").count == 2)
  }

  @Test("a word may be as long as the text", arguments: ["a", "é", "я"])
  func longWords(letter: String) {
    let text = String(repeating: letter, count: 1_000_000)
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(text)
    #expect(tokens.count == 1)
    #expect(tokens.ends == [UInt32(text.utf8.count)])
  }

  @Test("a tokenizer remembers nothing of the text before")
  func isReusable() {
    var tokenizer = Tokenizer()
    let first = tokenizer.tokenize("“Open quotation and wоrd")
    _ = tokenizer.tokenize(String(repeating: "x", count: 10_000))
    #expect(tokenizer.tokenize("“Open quotation and wоrd") == first)
  }
}
