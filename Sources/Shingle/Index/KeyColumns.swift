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
  let blocks: [Block]
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
}
