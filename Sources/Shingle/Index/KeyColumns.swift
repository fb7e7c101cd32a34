/// The keys by which candidates are found, of all documents of a run: the band keys of their
/// signatures and their fingerprints.
///
/// They are kept in strides of documents, and in each as columns: one for each band, and one for
/// each partition of the fingerprints. So the index reads what it works on at a time, and no more,
/// from a spill storage, where there is no room for all keys in memory.
struct KeyColumns: Sendable {
  /// The documents of every block but the last.
  static let blockSize = 256
  /// The blocks of every stride but the last: a column of a stride has some hundred kilobytes, for
  /// which a call of the system costs nothing, and its rows are numbers of 16 bits.
  static let blocksPerStride = 64
  private static let strideSize = blockSize * blocksPerStride

  /// The keys of up to ``blockSize`` consecutive documents.
  struct Block: Sendable {
    /// The band keys of each document, all noughts where it has no signature.
    fileprivate var bandKeys: [UInt64] = []
    /// The distinct fingerprints of each document.
    fileprivate var fingerprints: [UInt64] = []
    /// Where the fingerprints of each document end.
    fileprivate var ends: [Int] = []

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

  /// The number of documents.
  private(set) var count = 0
  /// The number of fingerprints of each document.
  private(set) var fingerprintCounts: [UInt32] = []
  /// The partitions of the fingerprints.
  let partitions: Int
  private let bands: Int
  private var room: Room
  /// The keys of each stride, band by band.
  private var bandColumns: [[Kept<KeyColumn>]] = []
  /// The fingerprints of each stride, partition by partition.
  private var fingerprintColumns: [[Kept<PostingColumn>]] = []

  /// Will take the keys of about `documents` documents; those for which `room` has no memory go to its
  /// storage.
  init(_ scheme: BandScheme, documents: Int, room: Room) {
    bands = scheme.bands
    partitions = Self.partitions(documents)
    self.room = room
    fingerprintCounts.reserveCapacity(documents)
  }

  /// Takes the keys out of sketches.
  init(
    _ sketches: [DocumentSketch], _ scheme: BandScheme, room: Room = Room(bytes: .max, spill: nil)
  ) {
    self.init(scheme, documents: sketches.count, room: room)
    let starts = stride(from: 0, to: sketches.count, by: Self.blockSize)
    let blocks = starts.map { start in
      sketches[start..<min(start + Self.blockSize, sketches.count)].reduce(into: Block()) {
        $0.append($1, scheme)
      }
    }
    for start in stride(from: 0, to: blocks.count, by: Self.blocksPerStride) {
      append(blocks[start..<min(start + Self.blocksPerStride, blocks.count)])
    }
  }

  /// A partition has the fingerprints of 4,096 documents: of news about 700,000, so that a filter over
  /// them stays in the processor's cache. There are 256 at most, lest the columns become small.
  private static func partitions(_ documents: Int) -> Int {
    var count = 1
    while count < 256, count * 4096 < documents { count *= 2 }
    return count
  }

  /// Appends a stride: ``blocksPerStride`` blocks of ``blockSize`` documents each, and only the last
  /// may have fewer.
  mutating func append(_ blocks: ArraySlice<Block>) {
    precondition(count % Self.strideSize == 0, "all strides but the last are whole")
    bandColumns.append((0..<bands).map { room.keep(Self.column(of: $0, bands, blocks)) })
    fingerprintColumns.append(partition(blocks).map { room.keep($0) })
    for block in blocks {
      var start = 0
      for end in block.ends {
        fingerprintCounts.append(UInt32(end - start))
        start = end
      }
      count += block.ends.count
    }
  }

  private static func column(
    of band: Int, _ bands: Int, _ blocks: ArraySlice<Block>
  ) -> KeyColumn {
    var keys: [UInt64] = []
    keys.reserveCapacity(blocks.reduce(0) { $0 + $1.ends.count })
    for block in blocks {
      for row in block.ends.indices { keys.append(block.bandKeys[row &* bands &+ band]) }
    }
    return KeyColumn(keys: keys)
  }

  /// Parts the fingerprints of blocks. By bits in the midst of them: winnowing prefers small hashes,
  /// and the lowest bits are the slots of ``RepeatedKeys``.
  private func partition(_ blocks: ArraySlice<Block>) -> [PostingColumn] {
    let mask = UInt64(partitions - 1)
    var counts = [Int](repeating: 0, count: partitions)
    for block in blocks {
      for key in block.fingerprints { counts[Int(key >> 32 & mask)] += 1 }
    }
    var columns = counts.map { PostingColumn(capacity: $0) }
    var row: UInt16 = 0
    for block in blocks {
      var start = 0
      for end in block.ends {
        for index in start..<end {
          let key = block.fingerprints[index]
          columns[Int(key >> 32 & mask)].append(key, row)
        }
        start = end
        row &+= 1
      }
    }
    return columns
  }

  /// Lets go of all keys, and of their memory.
  mutating func removeAll() {
    (bandColumns, fingerprintColumns, fingerprintCounts, count) = ([], [], [], 0)
    returnFreedMemory()
  }

  /// The keys in a band of the documents `included`, or nil where a storage has lost some.
  func postings(ofBand band: Int, of included: [Bool]) -> [Posting]? {
    var postings: [Posting] = []
    postings.reserveCapacity(count)
    var document = 0
    for columns in bandColumns {
      guard let keys = columns[band].value?.keys else { return nil }
      for key in keys {
        if included[document] { postings.append(Posting(key: key, document: UInt32(document))) }
        document &+= 1
      }
    }
    return postings
  }

  /// The fingerprints of a partition, stride by stride, or nil where a storage has lost some.
  func fingerprints(of partition: Int) -> PartitionedFingerprints? {
    var columns: [PostingColumn] = []
    columns.reserveCapacity(fingerprintColumns.count)
    for kept in fingerprintColumns {
      guard let column = kept[partition].value else { return nil }
      columns.append(column)
    }
    return PartitionedFingerprints(columns: columns, strideSize: Self.strideSize)
  }
}

/// The fingerprints of one partition of the keys.
struct PartitionedFingerprints {
  fileprivate let columns: [PostingColumn]
  fileprivate let strideSize: Int

  /// The number of fingerprints.
  var count: Int { columns.reduce(0) { $0 + $1.keys.count } }

  /// Calls `body` with each fingerprint and its document, of those `included`, in the order of the
  /// documents.
  @inline(__always)
  func forEach(of included: [Bool], _ body: (UInt64, UInt32) -> Void) {
    for (number, column) in columns.enumerated() {
      let (keys, rows) = (column.keys.span, column.rows.span)
      let first = number * strideSize
      for index in 0..<keys.count {
        let document = first &+ Int(rows[index])
        if included[document] { body(keys[index], UInt32(truncatingIfNeeded: document)) }
      }
    }
  }
}

/// The keys of a band of consecutive documents.
private struct KeyColumn: Spillable {
  var keys: [UInt64]

  var byteCount: Int { keys.count * 8 }

  var spilled: [UInt8] {
    var columns = ColumnWriter(capacity: byteCount + 8)
    columns.append(keys)
    return columns.bytes
  }

  init(keys: [UInt64]) { self.keys = keys }

  init(spilled bytes: [UInt8]) {
    var columns = ColumnReader(bytes)
    keys = columns.next(UInt64.self)
  }
}

/// The fingerprints in a partition of consecutive documents, each with its document among them.
private struct PostingColumn: Spillable {
  private(set) var keys: [UInt64] = []
  private(set) var rows: [UInt16] = []

  init(capacity: Int) {
    keys.reserveCapacity(capacity)
    rows.reserveCapacity(capacity)
  }

  mutating func append(_ key: UInt64, _ row: UInt16) {
    keys.append(key)
    rows.append(row)
  }

  var byteCount: Int { keys.count * 10 }

  var spilled: [UInt8] {
    var columns = ColumnWriter(capacity: byteCount + 16)
    columns.append(keys)
    columns.append(rows)
    return columns.bytes
  }

  init(spilled bytes: [UInt8]) {
    var columns = ColumnReader(bytes)
    keys = columns.next(UInt64.self)
    rows = columns.next(UInt16.self)
  }
}
