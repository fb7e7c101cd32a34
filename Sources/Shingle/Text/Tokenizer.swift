/// Cuts a text into tokens: maximal runs of letters, marks, digits and underscore after NFKD and
/// case folding; in scripts written without spaces each character is a token.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// let tokens = tokenizer.tokenize("Café-owner's")  // café, owner, s
/// ```
///
/// Zero-width characters, soft hyphens, variation selectors and bidi controls neither split a
/// token nor change it. Runs of non-starters are cut at 30 (UAX #15, Stream-Safe Text Format). In
/// a token that mixes Latin with Cyrillic or Greek letters, letters that look Latin count as Latin
/// (UTS #39).
///
/// A tokenizer keeps buffers between texts: make one per thread and use it for many.
public struct Tokenizer: Sendable {
  private var lowered: [UInt8] = []
  private var word = FoldedWord()
  private let folding = ScalarFolding.shared

  /// Creates a tokenizer.
  public init() {}

  /// Returns the tokens of a text, with quotations and paragraph starts marked.
  ///
  /// - Complexity: O(*n*) in the text's length *n* in bytes.
  public mutating func tokenize(_ text: String) -> Tokens {
    tokenize(text.utf8Span.span)
  }

  /// Returns the tokens of a text given as well-formed UTF-8 of fewer than 2^32 bytes.
  mutating func tokenize(_ text: Span<UInt8>) -> Tokens {
    precondition(text.count < UInt32.max, "a text has under 2^32 bytes, not \(text.count)")
    lower(text)
    var tokens = Tokens()
    tokens.reserve(text.count / 5)
    var position = 0
    while position < text.count {
      switch ByteClass(text[position]) {
      case .separator: position &+= 1
      case .word: position = appendASCII(text, from: position, to: &tokens)
      case .nonASCII: position = appendFolded(text, from: position, to: &tokens)
      }
    }
    tokens.flags = [TokenFlags](repeating: [], count: tokens.count)
    LayoutMarker(text).mark(&tokens, in: text)
    return tokens
  }

  /// Lower-cases the ASCII letters of the whole text at once: this loop vectorises.
  private mutating func lower(_ text: Span<UInt8>) {
    if lowered.count < text.count {
      lowered = [UInt8](repeating: 0, count: max(text.count, 2 * lowered.count))
    }
    var target = lowered.mutableSpan
    for index in 0..<text.count {
      let byte = text[index]
      target[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
  }

  /// Appends the token at `start`, and returns the position after it.
  private mutating func appendASCII(
    _ text: Span<UInt8>, from start: Int, to tokens: inout Tokens
  ) -> Int {
    var end = start &+ 1
    while end < text.count, ByteClass(text[end]) == .word { end &+= 1 }
    if end < text.count, text[end] >= 0x80 { return appendFolded(text, from: start, to: &tokens) }
    tokens.append(hash: XXH3.hash(lowered.span.extracting(start..<end)), start: start, end: end)
    return end
  }

  /// Appends the tokens from `start` up to the next ASCII character that ends a token, and returns
  /// its position.
  private mutating func appendFolded(
    _ text: Span<UInt8>, from start: Int, to tokens: inout Tokens
  ) -> Int {
    var position = start
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        guard ByteClass(byte) == .word else { break }
        let part = UInt32(lowered[position])
        word.append(part, .word, at: position, length: 1, to: &tokens)
        position &+= 1
      } else {
        let (scalar, length) = decodeScalar(text, at: position)
        let at = position
        folding.forEach(scalar) {
          word.append($0, $1, at: at, length: length, to: &tokens)
        }
        position &+= length
      }
    }
    word.finish(&tokens)
    return position
  }
}

/// Returns the scalar at a position of well-formed UTF-8, and its length in bytes.
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
  let lead = UInt32(text[position])
  if lead < 0x80 { return (lead, 1) }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard position &+ length <= text.count else { return (0xFFFD, text.count &- position) }
  var scalar = lead & (0x7F >> UInt32(length))
  for index in 1..<length {
    scalar = scalar << 6 | UInt32(text[position &+ index] & 0x3F)
  }
  return (scalar, length)
}

/// What a byte is to the tokenizer.
enum ByteClass: UInt8 {
  case separator
  case word
  case nonASCII

  /// The digits, as bits of the bytes 0 to 63.
  private static let lowWords: UInt64 = 0x03FF_0000_0000_0000
  /// The letters and the underscore, as bits of the bytes 64 to 127.
  private static let highWords: UInt64 = 0x07FF_FFFE_87FF_FFFE

  /// The class of a byte: by bits of two constants and no table, since reading a table of the type
  /// asks at each byte whether it was made yet.
  @inline(__always)
  init(_ byte: UInt8) {
    let words = byte < 64 ? Self.lowWords : Self.highWords
    self =
      byte >= 0x80 ? .nonASCII : words &>> UInt64(byte & 63) & 1 == 1 ? .word : .separator
  }
}

extension Tokens {
  mutating func reserve(_ capacity: Int) {
    hashes.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  @inline(__always)
  mutating func append(hash: UInt64, start: Int, end: Int) {
    hashes.append(hash)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
  }
}
