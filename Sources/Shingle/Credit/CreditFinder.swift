/// Finds the credits in a text: names of the agency table, and from their place and the words
/// beside them what each says.
struct CreditFinder: Sendable {
  private let table: AgencyTable
  private let cues: CreditCues

  init(table: AgencyTable = .shipped, cues: CreditCues = .shipped) {
    self.table = table
    self.cues = cues
  }

  /// A credit in terms of tokens.
  struct Found: Sendable, Equatable {
    var name: String
    var type: CreditType
    var kind: CreditKind
    var tokens: TokenRange
  }

  /// A name in the text.
  private struct Mention {
    var name: AgencyTable.Name
    var tokens: TokenRange
    var paragraph: TokenRange
    /// The paragraph's number from the start, and from the end.
    var fromStart: Int
    var fromEnd: Int
  }

  /// The words of prose, boilerplate apart, within which a credit stands in the lead.
  private static let leadLength = 60

  /// Returns the credits of a text, in its order. The tokens must have their boilerplate marked.
  ///
  /// - Complexity: O(*n*) for *n* tokens, and O(1) more for each name found.
  func find(_ text: Span<UInt8>, _ tokens: Tokens) -> [Found] {
    var mentions: [Mention] = []
    var paragraphs: [TokenRange] = []
    var paragraph = 0
    var position = 0
    while position < tokens.count {
      guard table.names.mayBegin(with: tokens.hashes[position]),
        let name = name(at: position, text, tokens)
      else {
        position &+= 1
        continue
      }
      if paragraphs.isEmpty { paragraphs = tokens.paragraphs }
      while paragraphs[paragraph].upper <= position { paragraph += 1 }
      let upper = position + name.letters.count
      mentions.append(
        Mention(
          name: name, tokens: TokenRange(position, upper), paragraph: paragraphs[paragraph],
          fromStart: paragraph, fromEnd: paragraphs.count - 1 - paragraph))
      position = upper
    }
    return mentions.compactMap { credit($0, text, tokens) }
  }

  private func name(
    at position: Int, _ text: Span<UInt8>, _ tokens: Tokens
  ) -> AgencyTable.Name? {
    table.names.phrases(at: position, in: tokens.hashes).first {
      AgencyTable.isWritten($0.value.letters, at: position, tokens, in: text)
    }?.value
  }

  /// Decides what a mention says; the first rule that fits wins.
  private func credit(_ mention: Mention, _ text: Span<UInt8>, _ tokens: Tokens) -> Found? {
    let before = cues.find(before: mention.tokens.lower, tokens.hashes)
    let after = cues.find(after: mention.tokens.upper, tokens.hashes)
    let effects = [before?.effect, after?.effect]
    if effects.contains(.photo) || followsCopyrightSign(mention, text, tokens) {
      return found(mention, .photo, before: nil, after: nil)
    }
    if isDateline(mention, text, tokens) { return found(mention, .dateline, before: nil, after: nil) }
    if effects.contains(.contribution) {
      return found(mention, .contribution, before: before, after: after)
    }
    if effects.contains(.about) { return found(mention, .about, before: before, after: after) }
    if effects.contains(.source) {
      let isLead = wordsOfProse(before: mention.tokens.lower, tokens) < Self.leadLength
      return found(mention, isLead ? .lead : .inText, before: before, after: after)
    }
    if isSignOff(mention) { return found(mention, .footer, before: nil, after: nil) }
    if isByline(mention) { return found(mention, .byline, before: nil, after: nil) }
    guard mention.name.type == .agency, !mention.name.isAmbiguous else { return nil }
    let isLead = wordsOfProse(before: mention.tokens.lower, tokens) < Self.leadLength
    return found(mention, isLead ? .lead : .inText, before: nil, after: nil)
  }

  private func found(
    _ mention: Mention, _ kind: CreditKind, before: CreditCues.Found?, after: CreditCues.Found?
  ) -> Found {
    let tokens = TokenRange(
      max(before?.tokens.lower ?? mention.tokens.lower, mention.paragraph.lower),
      min(after?.tokens.upper ?? mention.tokens.upper, mention.paragraph.upper))
    return Found(name: mention.name.canonical, type: mention.name.type, kind: kind, tokens: tokens)
  }

  /// The unmarked words before a token, counted no further than the lead.
  private func wordsOfProse(before position: Int, _ tokens: Tokens) -> Int {
    var words = 0
    for index in 0..<position where !tokens.flags[index].contains(.boilerplate) {
      words &+= 1
      if words == Self.leadLength { break }
    }
    return words
  }

  /// `CITY, Nov 22 (Reuters) -`: near the start of one of the first paragraphs, in brackets or
  /// between slashes.
  private func isDateline(_ mention: Mention, _ text: Span<UInt8>, _ tokens: Tokens) -> Bool {
    guard mention.fromStart < 8, mention.tokens.lower - mention.paragraph.lower <= 10,
      mention.paragraph.upper > mention.tokens.upper
    else { return false }
    return gap(before: mention.tokens.lower, text, tokens, holds: Self.opening)
      && gap(before: mention.tokens.upper, text, tokens, holds: Self.closing)
  }

  /// A line that is little more than a name near the end: `Reuters`, `- AP`, `© 2024 AFP`.
  private func isSignOff(_ mention: Mention) -> Bool {
    mention.fromStart > 1 && mention.fromEnd < 4 && mention.paragraph.count <= 6
      && !mention.name.isAmbiguous
  }

  /// A line that is little more than a name near the start: `By Jane Doe, Reuters`.
  private func isByline(_ mention: Mention) -> Bool {
    mention.fromStart < 4 && mention.fromEnd > 0 && mention.paragraph.count <= 8
      && !mention.name.isAmbiguous
  }

  private func followsCopyrightSign(
    _ mention: Mention, _ text: Span<UInt8>, _ tokens: Tokens
  ) -> Bool {
    gap(before: mention.tokens.lower, text, tokens, holds: [0xA9])
  }

  private static let opening: Set<UInt32> = [0x28, 0x5B, 0x2F, 0xFF08, 0x3010]
  private static let closing: Set<UInt32> = [0x29, 0x5D, 0x2F, 0xFF09, 0x3011]

  /// Whether one of the characters stands between a token and the one before it.
  private func gap(
    before position: Int, _ text: Span<UInt8>, _ tokens: Tokens, holds characters: Set<UInt32>
  ) -> Bool {
    var byte = position == 0 ? 0 : Int(tokens.ends[position - 1])
    let end = position < tokens.count ? Int(tokens.starts[position]) : text.count
    while byte < end {
      let (scalar, length) = decodeScalar(text, at: byte)
      if characters.contains(scalar) { return true }
      byte += length
    }
    return false
  }
}

extension CreditFinder {
  /// Returns the agency that a short field names: the field is its name, or a byline that ends with
  /// it, as in `Jane Doe, Reuters`.
  func wholeName(_ field: String) -> AgencyTable.Name? {
    guard field.utf8.count <= 200 else { return nil }
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(field)
    let text = field.utf8Span.span
    for position in 0..<tokens.count {
      guard let name = name(at: position, text, tokens), name.type == .agency else { continue }
      let isWhole = name.letters.count == tokens.count
      if isWhole || (!name.isAmbiguous && position + name.letters.count == tokens.count) {
        return name
      }
    }
    return nil
  }
}
