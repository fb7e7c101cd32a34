/// Makes news-like texts of pseudowords, and copies of them, the same for the same seed.
///
/// Words are drawn with frequencies that fall as 1/rank, as in real text, so a few words repeat
/// often and runs of five hardly ever do.
public struct RandomNews: Sendable {
  /// The generator, open to the caller for draws of its own.
  public var generator: SeededGenerator
  private let vocabulary: [String]
  private let cumulative: [Double]

  /// Creates a source of texts with a vocabulary of `words` words.
  public init(seed: UInt64, words: Int = 3000) {
    generator = SeededGenerator(seed: seed)
    let consonants = Array("bcdfghjklmnprstvwz")
    let vowels = Array("aeiou")
    var vocabulary: [String] = []
    for number in 0..<words {
      var rest = number
      var word = ""
      repeat {
        word.append(consonants[rest % 18])
        word.append(vowels[rest / 18 % 5])
        rest /= 90
      } while rest > 0
      vocabulary.append(word + "n")
    }
    self.vocabulary = vocabulary
    var sum = 0.0
    cumulative = (1...words).map { rank in
      sum += 1 / Double(rank + 5)
      return sum
    }
  }

  /// Returns a random word.
  public mutating func word() -> String {
    let draw = Double.random(in: 0..<cumulative[cumulative.count - 1], using: &generator)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] <= draw { low = middle + 1 } else { high = middle }
    }
    return vocabulary[low]
  }

  /// Returns random words.
  public mutating func words(_ count: Int) -> [String] {
    var words: [String] = []
    for _ in 0..<count { words.append(word()) }
    return words
  }

  /// Returns a text of paragraphs of about 40 words, as arrays of words.
  public mutating func story(paragraphs: Int) -> [[String]] {
    (0..<paragraphs).map { _ in words(Int.random(in: 30...50, using: &generator)) }
  }

  /// Returns a copy in which a share of the words is replaced by others.
  public mutating func edited(_ story: [[String]], share: Double) -> [[String]] {
    story.map { paragraph in
      paragraph.map { Double.random(in: 0..<1, using: &generator) < share ? word() : $0 }
    }
  }

  /// Returns the text of a story: paragraphs on lines of their own, ended by a full stop.
  public static func text(_ story: [[String]]) -> String {
    story.map { $0.joined(separator: " ") + "." }.joined(separator: "\n")
  }
}

extension RandomNews {
  /// A kind of copy that newsrooms make.
  public enum Copy: String, Sendable, CaseIterable {
    /// Word for word.
    case exact
    /// One word in twenty changed.
    case edited
    /// Without its last third.
    case trimmed
    /// With its paragraphs in another order.
    case moved
    /// One paragraph within a story of its own.
    case lifted
  }

  /// Returns a copy of a story of at least six paragraphs.
  public mutating func copy(of story: [[String]], _ kind: Copy) -> [[String]] {
    switch kind {
    case .exact: return story
    case .edited: return edited(story, share: 0.05)
    case .trimmed: return Array(story.prefix(story.count * 2 / 3))
    case .moved: return Array(story[(story.count / 2)...] + story[..<(story.count / 2)])
    case .lifted:
      var own = self.story(paragraphs: 6)
      own[3] = story[2]
      return own
    }
  }

  /// Returns texts among which are copies of all kinds, and unrelated ones; the same words for the
  /// same seed.
  public mutating func corpus(stories: Int) -> [String] {
    var texts: [String] = []
    for number in 0..<stories {
      let story = self.story(paragraphs: 6)
      texts.append(Self.text(story))
      for kind in Copy.allCases where (number + kind.rawValue.utf8.count) % 2 == 0 {
        texts.append(Self.text(copy(of: story, kind)))
      }
    }
    return texts
  }
}
