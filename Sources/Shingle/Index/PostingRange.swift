/// The rows that have one fingerprint, for each of many fingerprints.
struct PostingRuns: Spillable {
  /// The rows of each fingerprint, ascending, the last of them with ``lastMark``.
  private(set) var rows: [UInt32] = []

  /// Marks the last row of a fingerprint.
  static let lastMark: UInt32 = 1 << 31

  /// Holds none.
  init() {}

  /// Appends the postings of a fingerprint.
  mutating func append(_ run: ArraySlice<Posting>) {
    for posting in run { rows.append(posting.document) }
    rows[rows.count - 1] |= Self.lastMark
  }

  var byteCount: Int { rows.count * 4 }

  var spilled: [UInt8] {
    var columns = ColumnWriter(capacity: byteCount + 8)
    columns.append(rows)
    return columns.bytes
  }

  init(spilled bytes: [UInt8]) {
    var columns = ColumnReader(bytes)
    rows = columns.next(UInt32.self)
  }
}

/// The postings that lead from the rows of a range to later ones.
struct PostingRange: Sendable {
  /// The rows from which they lead.
  let range: Range<Int>
  /// Of each fingerprint the rows from the first in the range on, the last with a mark.
  private var rows: [UInt32] = []
  /// The weight of the fingerprint at each place of `rows`, in parts of ``unit``.
  private var weights: [UInt16] = []
  /// The places in `rows` of each row's fingerprints: those of the row at *i* of the range are
  /// `places[starts[i] ..< starts[i + 1]]`.
  private var places: [UInt32] = []
  private var starts: [Int] = []

  /// The weight of a rare fingerprint.
  static let unit = 1 << 12
  /// The memory for a posting in all columns.
  static let bytesPerPosting = 10

  /// Has no postings yet.
  init(_ range: Range<Int>) { self.range = range }

  /// The weight of a fingerprint that stands in `frequency` documents, at least 1.
  private static func weight(frequency: Int) -> UInt16 {
    let full = FingerprintIndex.fullFrequency
    return UInt16(max(1, unit * full / max(full, frequency)))
  }

  /// Appends what leads from the range.
  mutating func append(_ runs: PostingRuns) {
    let all = runs.rows.span
    var start = 0
    while start < all.count {
      var first = start
      while all[first] < range.lowerBound { first &+= 1 }
      var last = first
      while all[last] & PostingRuns.lastMark == 0 { last &+= 1 }
      if first < last, all[first] < range.upperBound {
        for place in first...last { rows.append(all[place]) }
        let weight = Self.weight(frequency: last &- start &+ 1)
        weights.append(contentsOf: repeatElement(weight, count: last &- first &+ 1))
      }
      start = last &+ 1
    }
  }

  /// Lists the places of each row; nothing can be appended any more.
  mutating func groupByRow() {
    starts = [Int](repeating: 0, count: range.count + 1)
    // A last one, with its mark, is beyond every range and leads nowhere.
    for row in rows where row < range.upperBound { starts[Int(row) - range.lowerBound + 1] += 1 }
    for row in range.indices {
      starts[row - range.lowerBound + 1] += starts[row - range.lowerBound]
    }
    places = [UInt32](repeating: 0, count: starts[range.count])
    var next = starts
    for (place, row) in rows.enumerated() where row < range.upperBound {
      let row = Int(row) - range.lowerBound
      places[next[row]] = UInt32(place)
      next[row] += 1
    }
  }

  /// Calls `body` with each later row that has a fingerprint of a row in the range, and with the
  /// fingerprint's weight.
  @inline(__always)
  func forEachLater(than row: Int, _ body: (UInt32, UInt16) -> Void) {
    let (rows, places) = (rows.span, places.span)
    let number = row - range.lowerBound
    for index in starts[number]..<starts[number + 1] {
      var place = Int(places[index])
      let weight = weights[place]
      while rows[place] & PostingRuns.lastMark == 0 {
        place &+= 1
        body(rows[place] & ~PostingRuns.lastMark, weight)
      }
    }
  }
}
