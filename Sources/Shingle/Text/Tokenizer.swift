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
  private var scanner = WordScanner()
  private var word = FoldedWord()
  private var words = Tokens()
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
    // Found in a buffer that is used again, so that what is kept is no larger than it must be.
    var found = Tokens()
    swap(&found, &words)
    findWords(of: text, &found)
    var tokens = Tokens(wordsOf: found)
    swap(&found, &words)
    tokens.clearFlags()
    LayoutMarker(text).mark(&tokens, in: text)
    return tokens
  }

  /// Replaces `tokens` by those of a text of fewer than 2^32 bytes, without flags.
  mutating func findWords(of text: Span<UInt8>, _ tokens: inout Tokens) {
    precondition(text.count < UInt32.max, "a text has under 2^32 bytes, not \(text.count)")
    tokens.removeAll()
    var start = 0
    while start < text.count {
      let end = scanner.scan(text, from: start)
      var next = 0
      for number in 0..<scanner.foldedCount {
        let folded = scanner.folded(number)
        scanner.appendWords(next..<folded, to: &tokens)
        appendFolded(text, scanner.bytes(of: folded), to: &tokens)
        next = folded + 1
      }
      scanner.appendWords(next..<scanner.count, to: &tokens)
      start = end
    }
  }

  /// Appends the tokens of a run of word bytes and bytes beyond ASCII.
  private mutating func appendFolded(
    _ text: Span<UInt8>, _ bytes: ByteRange, to tokens: inout Tokens
  ) {
    var position = bytes.lower
    while position < bytes.upper {
      let byte = text[position]
      if byte < 0x80 {
        let part = UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
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

extension Tokens {
  /// Copies the columns of tokens without flags to arrays of just their size.
  fileprivate init(wordsOf other: Tokens) {
    hashes = other.hashes.map(\.self)
    starts = other.starts.map(\.self)
    ends = other.ends.map(\.self)
  }

  /// Gives each token flags, none of them set.
  mutating func clearFlags() {
    flags = [TokenFlags](repeating: [], count: count)
  }

  /// Removes all tokens and keeps their memory.
  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(hash: UInt64, start: Int, end: Int) {
    hashes.append(hash)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
  }
}
