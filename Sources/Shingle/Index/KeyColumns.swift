/// The keys by which candidates are found, of all documents of a run, in columns: the band keys of
/// their signatures and their fingerprints.
///
/// In blocks of documents, as they are worked out, so that nothing is held twice.
struct KeyColumns: Sendable {
  /// The documents of every block but the last.
  static let blockSize = 256

  /// The keys of up to ``blockSize`` consecutive documents.
  struct Block: Sendable {
    /// The band keys of each document, all noughts where it has no signature.
    fileprivate(set) var bandKeys: [UInt64] = []
    /// The distinct fingerprints of each document, ascending within it.
    fileprivate(set) var fingerprints: [UInt64] = []
    /// Where the fingerprints of each document end.
    fileprivate(set) var ends: [Int] = []

    /// Appends the keys of a document.
    mutating func append(_ sketch: DocumentSketch, _ scheme: BandScheme) {
      if sketch.signature.isEmpty {
        bandKeys.append(contentsOf: repeatElement(0, count: scheme.bands))
      } else {
        for band in 0..<scheme.bands { bandKeys.append(scheme.key(of: band, sketch.signature)) }
      }
      fingerprints += sketch.fingerprints
      ends.append(fingerprints.count)
    }
  }

  /// The blocks, in the order of the documents.
  private(set) var blocks: [Block]
  private let bands: Int

  /// Takes blocks of which each but the last is of ``blockSize`` documents, made with one scheme.
  init(_ blocks: [Block], _ scheme: BandScheme) {
    self.blocks = blocks
    bands = scheme.bands
  }

  /// Takes the keys out of sketches.
  init(_ sketches: [DocumentSketch], _ scheme: BandScheme) {
    let starts = stride(from: 0, to: sketches.count, by: Self.blockSize)
    let blocks = starts.map { start in
      sketches[start..<min(start + Self.blockSize, sketches.count)].reduce(into: Block()) {
        $0.append($1, scheme)
      }
    }
    self.init(blocks, scheme)
  }

  /// Lets go of all keys, and of their memory.
  mutating func removeAll() {
    blocks = []
    returnFreedMemory()
  }

  /// The number of documents.
  var count: Int { blocks.reduce(0) { $0 + $1.ends.count } }

  /// The number of fingerprints of all documents.
  var fingerprintCount: Int { blocks.reduce(0) { $0 + $1.fingerprints.count } }

  /// The key of a document in a band.
  func key(of document: Int, band: Int) -> UInt64 {
    let (block, row) = document.quotientAndRemainder(dividingBy: Self.blockSize)
    return blocks[block].bandKeys[row &* bands &+ band]
  }

  /// The number of fingerprints of each document.
  var fingerprintCounts: [UInt32] {
    var counts: [UInt32] = []
    counts.reserveCapacity(count)
    for block in blocks {
      for (row, end) in block.ends.enumerated() {
        counts.append(UInt32(end - (row == 0 ? 0 : block.ends[row - 1])))
      }
    }
    return counts
  }

  /// Cuts the keys into `count` ranges at most with about as many fingerprints each, judged by one in
  /// 97: a prime number, since those of a document ascend, and each rank among them must be seen.
  func fingerprintRanges(_ count: Int) -> [ClosedRange<UInt64>] {
    var sample: [UInt64] = []
    var next = 0
    for block in blocks {
      while next < block.fingerprints.count {
        sample.append(block.fingerprints[next])
        next += 97
      }
      next -= block.fingerprints.count
    }
    sample.sortByKey()
    var starts: [UInt64] = [0]
    for part in 1..<max(1, count) where !sample.isEmpty {
      let start = sample[part * sample.count / count]
      if start > starts[starts.count - 1] { starts.append(start) }
    }
    return starts.indices.map { starts[$0]...($0 + 1 < starts.count ? starts[$0 + 1] - 1 : .max) }
  }

  /// Calls `body` with each fingerprint in a range of keys and its document, of those `included`.
  ///
  /// - Complexity: O(*n* log *f* + *k*) for *n* documents of *f* fingerprints and *k* in the range.
  @inline(__always)
  func forEachFingerprint(
    in range: ClosedRange<UInt64>, of included: [Bool], _ body: (UInt64, UInt32) -> Void
  ) {
    var document = 0
    for block in blocks {
      let keys = block.fingerprints.span
      var start = 0
      for end in block.ends {
        if included[document] {
          var index = Self.firstPlace(of: range.lowerBound, in: keys, start, end)
          while index < end, keys[index] <= range.upperBound {
            body(keys[index], UInt32(document))
            index &+= 1
          }
        }
        start = end
        document &+= 1
      }
    }
  }

  /// The first place between two whose key is not below `least`.
  private static func firstPlace(
    of least: UInt64, in keys: Span<UInt64>, _ start: Int, _ end: Int
  ) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
