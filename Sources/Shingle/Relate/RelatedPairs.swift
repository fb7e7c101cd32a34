internal import Synchronization

/// The related pairs of a run: the verdict on each is in memory, and the rest of it as far as there is
/// room. What has none is in a spill storage, and worked out again where that has lost it.
struct RelatedPairs: Sendable {
  /// The verdicts, in the order in which the pairs came until they are sorted.
  private(set) var heads: [PairHead] = []
  private var columns: [Kept<PairColumns>] = []
  private var open = PairColumns()
  private var room: Room
  private let sketches: [DocumentSketch]
  private let remake: @Sendable (Int, Int) -> RelatedPair
  private let cache = ColumnCache()

  /// The pairs of a column: some ten kilobytes, that a look at one pair does not read too many others,
  /// and few enough for their rows to be numbers of 16 bits.
  private static let columnSize = 128

  /// Will keep pairs of documents with these sketches; `remake` relates a pair once more.
  init(
    _ sketches: [DocumentSketch], _ room: Room,
    remake: @escaping @Sendable (Int, Int) -> RelatedPair
  ) {
    self.sketches = sketches
    self.room = room
    self.remake = remake
  }

  /// Holds some pairs of documents with these sketches in memory.
  init(_ pairs: [RelatedPair], _ sketches: [DocumentSketch]) {
    self.init(sketches, Room(bytes: .max, spill: nil)) { a, b in
      preconditionFailure("the pair of \(a) and \(b) is in memory")
    }
    for pair in pairs { append(pair) }
  }

  /// Appends a pair.
  mutating func append(_ pair: RelatedPair) {
    add(pair)
    if open.count == Self.columnSize { close { $0.keep($1) } }
  }

  /// Appends pairs that cannot be related once more; what comes before them stays as it is.
  mutating func appendForGood(_ pairs: [RelatedPair]) {
    if open.count > 0 { close { $0.keep($1) } }
    for start in stride(from: 0, to: pairs.count, by: Self.columnSize) {
      for pair in pairs[start..<min(start + Self.columnSize, pairs.count)] { add(pair) }
      close { .held($1) }
    }
  }

  /// Adds a pair to the open column.
  private mutating func add(_ pair: RelatedPair) {
    heads.append(PairHead(pair, column: columns.count, row: open.count))
    open.append(pair.comparison, pair.context)
  }

  /// Keeps the open column in some way, and opens another.
  private mutating func close(_ keep: (inout Room, PairColumns) -> Kept<PairColumns>) {
    columns.append(keep(&room, open))
    open = PairColumns()
  }

  /// Orders the pairs by their documents.
  mutating func sort() {
    let isOrdered = heads.indices.dropFirst().allSatisfy { heads[$0 - 1].key < heads[$0].key }
    if !isOrdered { heads.sortByKey() }
  }

  /// Gives a pair another verdict.
  mutating func decide(_ index: Int, _ verdict: Relator.Verdict, via: Int?) {
    heads[index].decide(verdict, via: via)
  }

  /// All pairs.
  var all: [RelatedPair] { heads.indices.map { self[$0] } }

  /// The pair at an index of ``heads``.
  subscript(index: Int) -> RelatedPair {
    let head = heads[index]
    guard let columns = column(head.column) else {
      var pair = remake(head.a, head.b)
      (pair.verdict, pair.via) = (head.verdict, head.via)
      return pair
    }
    return RelatedPair(
      a: head.a, b: head.b, verdict: head.verdict, comparison: columns.comparison(head.row),
      context: columns.context(head.row, sketches[head.a], sketches[head.b]), via: head.via)
  }

  private func column(_ number: Int) -> PairColumns? {
    if number == columns.count { return open }
    if case .held(let columns) = columns[number] { return columns }
    return cache.column(number) { columns[number].value }
  }
}

/// The verdict on a pair, and where the rest of it is.
struct PairHead: Keyed, Sendable {
  private var first: UInt32
  private var second: UInt32
  /// The probability that the two are the same copy.
  private(set) var confidence: Double
  private var columnNumber: UInt32
  private var third: UInt32
  private var rowNumber: UInt16
  /// How the two are related.
  private(set) var relation: Relation
  private var flags: UInt8

  private static let template: UInt8 = 1
  private static let joined: UInt8 = 2
  private static let similar: UInt8 = 4

  fileprivate init(_ pair: RelatedPair, column: Int, row: Int) {
    (first, second) = (UInt32(pair.a), UInt32(pair.b))
    (columnNumber, rowNumber) = (UInt32(column), UInt16(row))
    (confidence, relation, third) = (0, .none, .max)
    flags = pair.comparison.hasWrittenSimilarity ? Self.similar : 0
    decide(pair.verdict, via: pair.via)
  }

  private init() {
    (first, second, columnNumber, rowNumber) = (0, 0, 0, 0)
    (confidence, relation, third, flags) = (0, .none, .max, 0)
  }

  static let blank = PairHead()

  fileprivate mutating func decide(_ verdict: Relator.Verdict, via: Int?) {
    (confidence, relation) = (verdict.confidence, verdict.relation)
    third = via.map { UInt32($0) } ?? .max
    flags &= Self.similar
    if verdict.isTemplate { flags |= Self.template }
    if verdict.isJoined { flags |= Self.joined }
  }

  var key: UInt64 { UInt64(first) << 32 | UInt64(second) }
  /// The first document.
  var a: Int { Int(first) }
  /// The second document.
  var b: Int { Int(second) }
  /// Whether only the evidence for a form keeps the two from being the same copy.
  var isTemplate: Bool { flags & Self.template != 0 }
  /// Whether the contract writes the pair.
  var isWritten: Bool { relation != .none || flags & Self.similar != 0 }
  /// The document through which alone the two are joined.
  var via: Int? { third == .max ? nil : Int(third) }
  /// The verdict.
  var verdict: Relator.Verdict {
    Relator.Verdict(
      relation: relation, confidence: confidence, isTemplate: isTemplate,
      isJoined: flags & Self.joined != 0)
  }

  fileprivate var column: Int { Int(columnNumber) }
  fileprivate var row: Int { Int(rowNumber) }
}

/// Columns that were read back from a spill storage a little while ago: pairs are looked at in the order
/// of their documents, and those of one document stand in as many columns as there were blocks of texts.
private final class ColumnCache: Sendable {
  private let recent = Mutex<(columns: [Int: PairColumns], order: [Int])>(([:], []))

  /// The columns kept: with some ten kilobytes each a few megabytes.
  private static let size = 256

  func column(_ number: Int, read: () -> PairColumns?) -> PairColumns? {
    if let known = recent.withLock({ $0.columns[number] }) { return known }
    guard let column = read() else { return nil }
    recent.withLock { recent in
      guard recent.columns.updateValue(column, forKey: number) == nil else { return }
      recent.order.append(number)
      if recent.order.count >= 2 * Self.size {
        for old in recent.order.prefix(Self.size) { recent.columns[old] = nil }
        recent.order.removeFirst(Self.size)
      }
    }
    return column
  }
}
