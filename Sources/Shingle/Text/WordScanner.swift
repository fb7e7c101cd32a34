internal import CShingleKernels

/// Finds the words of a text 64 bytes at a time, and hashes those of ASCII.
///
/// A word here is a maximal run of ASCII letters, digits, underscores and bytes beyond ASCII; one
/// that holds any of the latter is only found, and left to ``FoldedWord``. The loops are C's
/// (`CShingleKernels`), compiled for several processors; this is their only caller, and owns all
/// the memory that they write to.
struct WordScanner: Sendable {
  /// The number of words found in the last segment.
  private(set) var count = 0
  /// The number of those that hold bytes beyond ASCII.
  private(set) var foldedCount = 0
  private var base = 0
  private var lowered: [UInt8] = []
  private var bounds: [UInt32] = []
  private var foldedWords: [UInt32] = []
  private var hashes: [UInt64] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  /// The bytes scanned at once, unless a word is longer: so much stays in the processor's cache,
  /// and memory does not follow the text.
  private static let segment = 1 << 15

  /// Finds the words of the text's next segment, which ends between words, and returns its end.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the segment.
  mutating func scan(_ text: Span<UInt8>, from start: Int) -> Int {
    let end = Self.segmentEnd(text, from: start)
    let part = text.extracting(start..<end)
    base = start
    reserve(part.count)
    let found = unsafe part.withUnsafeBufferPointer { text in
      unsafe shingle_scan_words(text.baseAddress, text.count, &lowered, &bounds, &foldedWords)
    }
    count = found.words
    foldedCount = found.folded
    return end
  }

  /// The number of a word that holds bytes beyond ASCII, of the `index`-th such.
  func folded(_ index: Int) -> Int { Int(foldedWords[index]) }

  /// The bytes of a word in the text.
  func bytes(of word: Int) -> ByteRange {
    ByteRange(base + Int(bounds[2 * word]), base + Int(bounds[2 * word + 1]))
  }

  /// Appends words of ASCII to tokens.
  mutating func appendWords(_ words: Range<Int>, to tokens: inout Tokens) {
    var next = words.lowerBound
    while next < words.upperBound {
      let count = min(words.upperBound - next, hashes.count)
      unsafe bounds.withUnsafeBufferPointer { bounds in
        let first = unsafe bounds.baseAddress.map { unsafe $0 + 2 * next }
        unsafe shingle_hash_words(lowered, first, count, UInt32(base), &hashes, &starts, &ends)
      }
      tokens.hashes += hashes[..<count]
      tokens.starts += starts[..<count]
      tokens.ends += ends[..<count]
      next += count
    }
  }

  /// Where the segment from `start` ends: behind the last ASCII character in reach that is in no
  /// word, else behind the first one beyond.
  private static func segmentEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    guard text.count - start > segment else { return text.count }
    var end = start + segment
    while end > start, !isSeparator(text[end - 1]) { end -= 1 }
    guard end == start else { return end }
    end = start + segment
    while end < text.count, !isSeparator(text[end]) { end += 1 }
    return end
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...0xFF: false
    default: true
    }
  }

  private mutating func reserve(_ length: Int) {
    Self.grow(&lowered, to: length + Int(SHINGLE_SCAN_PADDING))
    Self.grow(&bounds, to: length + Int(SHINGLE_BOUNDS_PADDING))
    Self.grow(&foldedWords, to: length / 2 + 1)
    let batch = min(length, Self.segment) / 2 + 1
    Self.grow(&hashes, to: batch)
    Self.grow(&starts, to: batch)
    Self.grow(&ends, to: batch)
  }

  /// Makes room for `count` elements, and where texts are short for a few times as many.
  private static func grow<Element: FixedWidthInteger>(_ array: inout [Element], to count: Int) {
    guard array.count < count else { return }
    array = [Element](repeating: 0, count: max(count, min(2 * count, segment)))
  }
}
