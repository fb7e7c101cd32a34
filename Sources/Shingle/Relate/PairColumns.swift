/// What is kept of some related pairs, but for their verdicts, in columns of plain values.
///
/// Of what the records say, only that is kept which is not told by the sketches of the two documents:
/// the agencies' names stand there.
struct PairColumns: Sendable {
  private var records: [Record] = []
  private var matches: [WeighedMatch] = []
  private var exclusive: [UInt32] = []

  /// The number of pairs.
  var count: Int { records.count }

  /// One pair: its numbers, and where its part of the other columns ends.
  private struct Record: BitwiseCopyable {
    var matchesEnd: UInt32
    var exclusiveEnd: UInt32
    var shinglesA: UInt32
    var shinglesB: UInt32
    var sharedShingles: UInt32
    var wordsA: UInt32
    var wordsB: UInt32
    var edits: UInt32
    var changedFacts: UInt32
    var exchangedFacts: UInt32
    var coverageA: Double
    var coverageB: Double
    var shortRunShare: Double
    var wordPairShare: Double
    var daysApart: Double
    var otherHeadline: Double
    var flags: Flags
  }

  private struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static let isAligned = Flags(rawValue: 1)
    static let exchangesNames = Flags(rawValue: 2)
    static let isIdentical = Flags(rawValue: 4)
    static let hasCommonAgency = Flags(rawValue: 8)
    static let hasContradiction = Flags(rawValue: 16)
    static let hasLaterFigures = Flags(rawValue: 32)
    static let isLaterVersion = Flags(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ comparison: Comparison, _ context: PairContext) {
      self = []
      if comparison.isAligned { insert(.isAligned) }
      if comparison.edits.exchanged.includesNames { insert(.exchangesNames) }
      if context.isIdentical { insert(.isIdentical) }
      if context.commonAgency != nil { insert(.hasCommonAgency) }
      if context.contradiction != nil { insert(.hasContradiction) }
      if context.hasLaterFigures { insert(.hasLaterFigures) }
      if context.isLaterVersion { insert(.isLaterVersion) }
    }
  }

  /// Holds none.
  init() {}

  /// Appends a pair.
  mutating func append(_ comparison: Comparison, _ context: PairContext) {
    matches += comparison.matches
    exclusive += context.exclusiveQuotations.sorted().map { UInt32($0) }
    let edits = comparison.edits
    records.append(
      Record(
        matchesEnd: UInt32(matches.count), exclusiveEnd: UInt32(exclusive.count),
        shinglesA: UInt32(comparison.overlap.first), shinglesB: UInt32(comparison.overlap.second),
        sharedShingles: UInt32(comparison.overlap.shared), wordsA: UInt32(comparison.wordsA),
        wordsB: UInt32(comparison.wordsB), edits: UInt32(edits.places),
        changedFacts: UInt32(edits.changedFacts), exchangedFacts: UInt32(edits.exchanged.count),
        coverageA: comparison.coverageA, coverageB: comparison.coverageB,
        shortRunShare: comparison.shortRunShare, wordPairShare: comparison.wordPairShare,
        daysApart: context.daysApart, otherHeadline: context.otherHeadline,
        flags: Flags(comparison, context)))
  }

  /// Returns what the texts of a pair have in common.
  func comparison(_ index: Int) -> Comparison {
    let record = records[index]
    let start = index == 0 ? 0 : records[index - 1].matchesEnd
    var comparison = Comparison(
      overlap: Overlap(
        first: Int(record.shinglesA), second: Int(record.shinglesB),
        shared: Int(record.sharedShingles)))
    comparison.isAligned = record.flags.contains(.isAligned)
    comparison.matches = Array(matches[Int(start)..<Int(record.matchesEnd)])
    (comparison.coverageA, comparison.coverageB) = (record.coverageA, record.coverageB)
    (comparison.wordsA, comparison.wordsB) = (Int(record.wordsA), Int(record.wordsB))
    comparison.shortRunShare = record.shortRunShare
    comparison.wordPairShare = record.wordPairShare
    comparison.edits = Edits(
      places: Int(record.edits), changedFacts: Int(record.changedFacts),
      exchanged: ExchangedFacts(
        count: Int(record.exchangedFacts),
        includesNames: record.flags.contains(.exchangesNames)))
    return comparison
  }

  /// Returns what the records of a pair say, whose documents have these sketches.
  func context(_ index: Int, _ first: DocumentSketch, _ second: DocumentSketch) -> PairContext {
    let record = records[index]
    let start = index == 0 ? 0 : records[index - 1].exclusiveEnd
    var context = PairContext()
    context.isIdentical = record.flags.contains(.isIdentical)
    if record.flags.contains(.hasCommonAgency) { context.commonAgency = first.mainAgency }
    if record.flags.contains(.hasContradiction) {
      context.contradiction = (first.creditedAgencies[0], second.creditedAgencies[0])
    }
    context.exclusiveQuotations = Set(
      exclusive[Int(start)..<Int(record.exclusiveEnd)].map { Int($0) })
    (context.daysApart, context.otherHeadline) = (record.daysApart, record.otherHeadline)
    context.hasLaterFigures = record.flags.contains(.hasLaterFigures)
    context.isLaterVersion = record.flags.contains(.isLaterVersion)
    return context
  }
}

extension PairColumns: Spillable {
  var byteCount: Int {
    records.count * MemoryLayout<Record>.stride + matches.count * MemoryLayout<WeighedMatch>.stride
      + exclusive.count * 4
  }

  var spilled: [UInt8] {
    var columns = ColumnWriter(capacity: byteCount + 24)
    columns.append(records)
    columns.append(matches)
    columns.append(exclusive)
    return columns.bytes
  }

  init(spilled bytes: [UInt8]) {
    var columns = ColumnReader(bytes)
    records = columns.next(Record.self)
    matches = columns.next(WeighedMatch.self)
    exclusive = columns.next(UInt32.self)
  }
}
