/// The tokens of one text, as parallel columns.
///
/// Token *i* stands at the bytes `starts[i] ..< ends[i]` of the text; `hashes[i]` is the XXH3 of
/// its normalised form, so equal hashes mean equal words whatever their case or spelling in
/// Unicode. Tokens stand in order and apart, but for those of one character, which share its bytes:
/// `½` is 1 and 2.
public struct Tokens: Sendable, Equatable {
  /// XXH3 of each token's normalised UTF-8.
  public internal(set) var hashes: [UInt64] = []
  /// The UTF-8 byte offset at which each token starts.
  public internal(set) var starts: [UInt32] = []
  /// The UTF-8 byte offset past each token's end.
  public internal(set) var ends: [UInt32] = []
  /// What is known of each token's place.
  public internal(set) var flags: [TokenFlags] = []

  /// Creates no tokens.
  public init() {}

  /// The number of tokens.
  public var count: Int { hashes.count }

  /// Returns the bytes that a range of tokens spans, from the start of its first to the end of its
  /// last.
  public func bytes(of range: TokenRange) -> ByteRange {
    guard range.count > 0 else { return ByteRange(0, 0) }
    return ByteRange(Int(starts[range.lower]), Int(ends[range.upper - 1]))
  }

  /// The ranges of tokens of each paragraph, in order.
  public var paragraphs: [TokenRange] {
    var result: [TokenRange] = []
    var lower = 0
    for index in 0..<count where index > 0 && flags[index].contains(.startsParagraph) {
      result.append(TokenRange(lower, index))
      lower = index
    }
    if lower < count { result.append(TokenRange(lower, count)) }
    return result
  }
}

/// What is known of a token's place in its text.
public struct TokenFlags: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// The bits.
  public var rawValue: UInt8

  /// Creates flags from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Stands inside a quotation.
  public static let quoted = TokenFlags(rawValue: 1)
  /// Is the first token of a paragraph.
  public static let startsParagraph = TokenFlags(rawValue: 2)
  /// Is boilerplate: weighs nothing in relation, confidence, coverage and clusters.
  public static let boilerplate = TokenFlags(rawValue: 4)
  /// Is the first token of a line.
  public static let startsLine = TokenFlags(rawValue: 8)
  /// Begins with a capital letter or a digit, as names and figures do.
  public static let capitalised = TokenFlags(rawValue: 16)
  /// Is the first token of a sentence or of a quotation, as far as marks tell: an abbreviation's
  /// full stop ends one too.
  public static let startsSentence = TokenFlags(rawValue: 32)
  /// Begins with a digit of ASCII.
  public static let digit = TokenFlags(rawValue: 64)

  /// Whether the word is a name, as far as its capital tells: one that does not begin a sentence.
  var isName: Bool { contains(.capitalised) && !contains(.startsSentence) }
}
