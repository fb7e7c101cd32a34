/// The headline of an article, as far as it is held against another's.
struct Headline: Sendable {
  /// Its distinct words, by their hashes, ascending.
  private(set) var words: [UInt64] = []
  /// Those of them that are names, ascending: a capital tells nothing in a headline, but in the text
  /// a name has it wherever it stands, be it at the beginning of sentences.
  private(set) var names: [UInt64] = []

  /// The most words of a headline that are read.
  private static let longest = 100

  /// Makes an empty one, of an article without a headline.
  init() {}

  /// Reads the headline of a text.
  ///
  /// - Complexity: O(*w* *n*) for *w* words and a text of *n* tokens.
  init(_ headline: Tokens, of text: Tokens) {
    words = Set(headline.hashes.prefix(Self.longest)).sorted()
    names = words.filter(text.hasName)
  }

  /// Whether each of two has a name that the other does not have.
  func exchangesNames(with other: Headline) -> Bool {
    !names.allSatisfy(other.names.contains) && !other.names.allSatisfy(names.contains)
  }

  /// Whether two have half of the information of the shorter in common: of the words half would be
  /// no more than a form's ("sets quarterly dividend").
  func isLike(_ other: Headline) -> Bool {
    let fewer = min(Self.bits(words), Self.bits(other.words))
    return 2 * Self.bits(words.filter { other.words.contains($0) }) >= fewer
  }

  private static func bits(_ words: [UInt64]) -> Double {
    words.reduce(0) { $0 + Double(WordStatistics.shipped.bits($1)) }
  }
}

extension Tokens {
  /// Whether the text has a word, and as a name.
  fileprivate func hasName(_ word: UInt64) -> Bool {
    var isFound = false
    for index in hashes.indices where hashes[index] == word {
      let flags = flags[index]
      guard flags.contains(.capitalised), !flags.contains(.digit) else { return false }
      isFound = true
    }
    return isFound
  }
}
