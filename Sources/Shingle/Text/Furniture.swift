/// Marks page furniture as boilerplate: sign-offs, "Read also", captions, comment prompts.
///
/// The phrases are data (`data/furniture.tsv`): columns kind (`whole`, `prefix`, `suffix`),
/// language, the most words of a paragraph that it may mark, and the phrase.
struct Furniture: Sendable {
  private struct Rule: Sendable {
    var isWhole: Bool
    var longest: Int
  }

  private var prefixes = PhraseTable<Rule>()
  /// Suffixes are kept backwards, and looked for from the end.
  private var suffixes = PhraseTable<Rule>()

  /// The table that is compiled in.
  static let shipped = Furniture(table: ShippedData.furniture)

  init(table: String) {
    var tokenizer = Tokenizer()
    for fields in TableRows.rows(table, fields: 4) {
      guard let longest = Int(fields[2]) else { continue }
      let tokens = tokenizer.tokenize(fields[3]).hashes
      let rule = Rule(isWhole: fields[0] == "whole", longest: longest)
      if fields[0] == "suffix" {
        suffixes.add(tokens.reversed(), rule)
      } else {
        prefixes.add(tokens, rule)
      }
    }
  }

  /// Marks the tokens of every paragraph that a phrase takes for furniture.
  ///
  /// - Complexity: O(*p*) for *p* paragraphs.
  func mark(_ tokens: inout Tokens) {
    for paragraph in tokens.paragraphs where isFurniture(paragraph, tokens) {
      tokens.markBoilerplate(paragraph)
    }
  }

  private func isFurniture(_ paragraph: TokenRange, _ tokens: Tokens) -> Bool {
    let opening = prefixes.first(at: paragraph.lower, in: tokens.hashes, bounds: paragraph) {
      paragraph.count <= $0.value.longest
        && (!$0.value.isWhole || paragraph.count == $0.count)
    }
    if opening != nil { return true }
    let ending = suffixes.first(
      at: paragraph.upper - 1, in: tokens.hashes, bounds: paragraph, isBackwards: true
    ) { paragraph.count <= $0.value.longest }
    return ending != nil
  }
}

extension Tokens {
  /// Marks a range of tokens as boilerplate.
  mutating func markBoilerplate(_ range: TokenRange) {
    for index in range.lower..<range.upper { flags[index].insert(.boilerplate) }
  }

  /// The ranges of tokens marked as boilerplate, in order, apart.
  var boilerplate: [TokenRange] {
    var ranges: [TokenRange] = []
    var lower: Int?
    for index in 0...count {
      let isMarked = index < count && flags[index].contains(.boilerplate)
      if isMarked, lower == nil { lower = index }
      if !isMarked, let start = lower {
        ranges.append(TokenRange(start, index))
        lower = nil
      }
    }
    return ranges
  }
}
