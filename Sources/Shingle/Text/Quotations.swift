/// Finds the quotations of a text by pairing its quotation marks.
///
/// A mark opens or closes by its form, or, for the straight one, by what stands beside it. A
/// quotation ends at the next closing mark of its family, also over line breaks; a mark that is
/// never closed, or opened anew in the next paragraph, quotes to the end of its paragraph. Reach is
/// bounded, so that one stray mark does not quote the rest of the text.
struct Quotations: Sendable {
  /// What a quotation mark does.
  enum Effect: Sendable {
    case opens
    case closes
    /// Opens where none is open, and closes where one is.
    case either
  }

  /// Marks that pair with one another.
  enum Family: Sendable {
    case double
    case guillemet
    case single
    case corner
  }

  /// A quotation mark, and the token that follows it.
  struct Mark: Sendable {
    var token: Int
    var family: Family
    var effect: Effect
  }

  /// The longest quotation, in tokens: longer ones are taken for a closing mark that is missing.
  private static let longest = 250

  private var marks: [Mark] = []

  /// Adds a character that stands before token `token`, if it is a quotation mark.
  ///
  /// - Parameters:
  ///   - followsWord: whether a word or its punctuation stands directly before the character.
  ///   - precedesWord: whether a word stands directly behind it.
  mutating func take(
    _ scalar: UInt32, before token: Int, followsWord: Bool, precedesWord: Bool
  ) {
    guard let (family, form) = Self.form(of: scalar) else { return }
    var effect = form
    if form == .either, followsWord != precedesWord { effect = precedesWord ? .opens : .closes }
    if family == .single, effect == .closes, followsWord, precedesWord { return }
    marks.append(Mark(token: token, family: family, effect: effect))
  }

  /// Adds a doubled ASCII mark, as typewriters and treebanks write it: `` or ''.
  mutating func takeDoubled(_ scalar: UInt32, before token: Int) {
    marks.append(Mark(token: token, family: .double, effect: scalar == 0x60 ? .opens : .closes))
  }

  private static func form(of scalar: UInt32) -> (Family, Effect)? {
    switch scalar {
    case 0x22, 0xFF02: (.double, .either)
    // Opens in English, and closes what the low mark opens in German.
    case 0x201C: (.double, .either)
    case 0x201D: (.double, .closes)
    case 0x201E: (.double, .opens)
    // Germans and Danes point them inwards.
    case 0xAB, 0xBB: (.guillemet, .either)
    case 0x2018: (.single, .opens)
    case 0x2019: (.single, .closes)
    case 0x300C, 0x300E: (.corner, .opens)
    case 0x300D, 0x300F: (.corner, .closes)
    default: nil
    }
  }

  /// Flags the tokens inside quotations.
  ///
  /// - Complexity: O(*n*) for *n* tokens.
  func mark(_ tokens: inout Tokens) {
    var opening: Mark?
    for mark in marks {
      if let open = opening, mark.token - open.token > Self.longest {
        flag(&tokens, open.token, paragraphEnd(after: open.token, tokens))
        opening = nil
      }
      guard let open = opening else {
        if mark.effect != .closes { opening = mark }
        continue
      }
      guard mark.family == open.family else { continue }
      if mark.effect == .opens {
        flag(&tokens, open.token, min(mark.token, paragraphEnd(after: open.token, tokens)))
        opening = mark
      } else {
        flag(&tokens, open.token, mark.token)
        opening = nil
      }
    }
    if let open = opening {
      flag(&tokens, open.token, paragraphEnd(after: open.token, tokens))
    }
  }

  private func flag(_ tokens: inout Tokens, _ lower: Int, _ upper: Int) {
    for index in lower..<max(lower, upper) { tokens.flags[index].insert(.quoted) }
  }

  /// The end of a token's paragraph, but no further than a quotation may reach.
  private func paragraphEnd(after token: Int, _ tokens: Tokens) -> Int {
    var end = token + 1
    while end < min(tokens.count, token + Self.longest),
      !tokens.flags[end].contains(.startsParagraph)
    {
      end += 1
    }
    return min(end, tokens.count)
  }
}
