/// What is kept of every document after its one reading: enough to find whom to compare it with,
/// and what its own record says.
struct DocumentSketch: Sendable {
  /// Its tokens, boiled down.
  var digest: TextDigest
  /// Its MinHash signature; empty for a text shorter than a shingle.
  var signature: [UInt32]
  /// Its distinct fingerprints, ascending.
  var fingerprints: [UInt64] = []
  /// The hash of each paragraph, and of each sentence at its ends, that may turn out to recur.
  var partsThatMayRecur: [UInt64] = []
  /// The credits in its text, in order, and then those in its metadata.
  var credits: [Credit] = []
  /// The agencies that it names as a source, by name.
  var creditedAgencies: [String] = []
  /// The agency that is the first source it names: whose copy it most likely is. One named after
  /// other sources is one of several.
  var mainAgency: String?
  /// The agency that its record gives as its source.
  var agency: String?
  /// The tokens of the credits in its text; parallel to the first of `credits`.
  var creditTokens: [TokenRange] = []
  /// Its headline.
  var headline = Headline()
  /// Its page furniture.
  var furniture: [CodePointRange] = []

  /// Lets go of what only serves to find candidates.
  mutating func forgetKeys() {
    signature = []
    fingerprints = []
  }
}

/// Reads one document: tokens, furniture, credits, signature and fingerprints.
struct Sketcher: Sendable {
  private var tokenizer = Tokenizer()
  private let minHash: MinHash
  private let winnowing: Winnowing
  private let configuration: Configuration
  /// Made only where credits are looked for: reading its tables takes some milliseconds.
  private let finder: CreditFinder?
  private var words = Tokens()
  private var shingles = ShingleHashes()

  init(_ configuration: Configuration) {
    self.configuration = configuration
    minHash = MinHash(size: configuration.signatureSize)
    winnowing = Winnowing(window: configuration.winnowingWindow)
    finder = configuration.findsPassages ? CreditFinder(table: configuration.agencies) : nil
  }

  /// Returns the sketch of a document: where no passages are wanted, only what tells how similar
  /// it is to others.
  ///
  /// - Complexity: O(*n*) for a text of *n* bytes.
  mutating func sketch(_ document: Document) -> DocumentSketch {
    finder.map { fullSketch(document, $0) } ?? textSketch(document)
  }

  /// The digest and signature of a text; its words are not kept, nor where they stand.
  private mutating func textSketch(_ document: Document) -> DocumentSketch {
    readShingles(of: document.text)
    return DocumentSketch(digest: TextDigest(words), signature: signature())
  }

  /// Returns the shingles of a text.
  mutating func shingles(of text: String) -> ShingleHashes {
    readShingles(of: text)
    return shingles
  }

  private mutating func readShingles(of text: String) {
    tokenizer.findWords(of: text.utf8Span.span, &words)
    shingles.replace(by: words.hashes, length: configuration.shingleLength)
  }

  private mutating func fullSketch(_ document: Document, _ finder: CreditFinder) -> DocumentSketch {
    let text = document.text
    let tokens = tokens(of: text)
    shingles.replace(by: tokens.hashes, length: configuration.shingleLength)
    let found = finder.find(text.utf8Span.span, tokens)
    let credits = credits(found, tokens, text) + finder.findInMetadata(of: document)
    let sources = credits.filter(\.kind.namesSource)
    return DocumentSketch(
      digest: TextDigest(tokens), signature: signature(), fingerprints: fingerprints(),
      partsThatMayRecur: partsThatMayRecur(tokens), credits: credits,
      creditedAgencies: Set(sources.filter { $0.type == .agency }.map(\.name)).sorted(),
      mainAgency: sources.first.flatMap { $0.type == .agency ? $0.name : nil },
      agency: document.source.flatMap(finder.agency), creditTokens: found.map(\.tokens),
      headline: headline(document, tokens),
      furniture: codePoints(tokens.boilerplate, tokens, text))
  }

  /// Returns the tokens of a text, with its page furniture marked.
  mutating func tokens(of text: String) -> Tokens {
    var tokens = tokenizer.tokenize(text)
    Furniture.shipped.mark(&tokens)
    return tokens
  }

  /// Returns the first token of each fingerprint of a text, ascending, with its hash.
  func fingerprintPlaces(_ tokens: Tokens) -> [(hash: UInt64, token: Int)] {
    let shingles = ShingleHashes(tokens.hashes, length: configuration.shingleLength)
    return winnowing.positions(shingles.hashes).map { (shingles.hashes[$0], $0) }
  }

  private func signature() -> [UInt32] {
    shingles.hashes.isEmpty ? [] : minHash.signature(shingles.hashes)
  }

  private func fingerprints() -> [UInt64] {
    var picked = winnowing.positions(shingles.hashes).map { shingles.hashes[$0] }
    picked.sortByKey()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(picked.count)
    for hash in picked where hash != distinct.last { distinct.append(hash) }
    return distinct
  }

  private mutating func headline(_ document: Document, _ tokens: Tokens) -> Headline {
    document.title.map { Headline(tokenizer.tokenize($0), of: tokens) } ?? Headline()
  }

  private func partsThatMayRecur(_ tokens: Tokens) -> [UInt64] {
    let span = tokens.hashes.span
    return tokens.partsThatMayRecur.map { XXH3.hash(span.extracting($0.lower..<$0.upper)) }
  }

  private func credits(
    _ found: [CreditFinder.Found], _ tokens: Tokens, _ text: String
  ) -> [Credit] {
    let ranges = codePoints(found.map(\.tokens), tokens, text)
    return zip(found, ranges).map { credit, range in
      Credit(
        name: credit.name, type: credit.type, kind: credit.kind, range: range,
        quote: text.substring(tokens.bytes(of: credit.tokens)))
    }
  }
}

/// Returns the code points of token ranges of a text; nothing is counted where there are none.
func codePoints(
  _ ranges: [TokenRange], _ tokens: Tokens, _ text: @autoclosure () -> String
) -> [CodePointRange] {
  guard !ranges.isEmpty else { return [] }
  let map = CodePointMap(text())
  return ranges.map { map.range(tokens.bytes(of: $0)) }
}

extension String {
  /// Returns the part of the string at a range of UTF-8 bytes that stands between code points.
  func substring(_ bytes: ByteRange) -> String {
    let lower = utf8.index(utf8.startIndex, offsetBy: bytes.lower)
    let upper = utf8.index(lower, offsetBy: bytes.upper - bytes.lower)
    return String(self[lower..<upper])
  }
}
