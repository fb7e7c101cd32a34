/// How much each outlet copied of each origin, and how much of that it credited.
///
/// Every member of a cluster counts in one cell: its outlet's row, its cluster's origin's column.
public struct AuditMatrix: Sendable, Equatable {
  /// The members of a cell, a row, a column or the whole.
  public struct Cell: Sendable, Equatable {
    /// The members of each attribution that has any.
    public var counts: [Attribution: Int] = [:]
    /// The middle of the members' copied shares, in 0...1; the origin's own articles left out.
    public var medianCopied: Double?
    /// The documents of all members, in the order of the report.
    public var documents: [Int] = []
    /// The middle of the delays that are known, in seconds; the origin's own articles left out.
    public var medianDelay: Int64?

    /// All members.
    public var members: Int { counts.values.reduce(0, +) }
    /// The members that copied: all but the origin's own articles.
    public var copies: Int { members - (counts[.isOrigin] ?? 0) }
    /// The members that credit the origin, directly or not.
    public var credited: Int { (counts[.credited] ?? 0) + (counts[.creditedIndirectly] ?? 0) }
    /// The copies of which the origin is known.
    public var judged: Int { copies - (counts[.unknown] ?? 0) }
    /// The share of those that credit it, in 0...1, or nil where there are none.
    public var creditedShare: Double? {
      judged == 0 ? nil : Double(credited) / Double(judged)
    }
  }

  /// An origin.
  public struct Column: Sendable, Equatable {
    /// The agency or outlet; nil for an unknown upstream.
    public var name: String?
    /// All its members.
    public var total: Cell
  }

  /// An outlet.
  public struct Row: Sendable, Equatable {
    /// The outlet as the records have it, or nil where they name none.
    public var outlet: String?
    /// Its members of each column that has any, by the column's index.
    public var cells: [Int: Cell]
    /// All its members.
    public var total: Cell
  }

  /// The origins, those with most members first.
  public var columns: [Column]
  /// The outlets, those with most members first.
  public var rows: [Row]
  /// All members.
  public var total: Cell

  /// Counts the members of a report.
  ///
  /// - Complexity: O(*m* log *m*) for *m* members.
  init(_ report: Report, _ members: [AuditedMember]) {
    // Names are keyed by their bytes: a feed writes them, and a `String` key takes time quadratic
    // in a run of combining marks.
    let outlets = members.map { report.documents[$0.document].source }
    let origins = members.map { report.clusters[$0.cluster].origin.name }
    let rowNames = Self.names(outlets)
    let columnNames = Self.names(origins)
    let all = Array(members.indices)
    let byRow = Dictionary(grouping: all) { Self.key(outlets[$0]) }
    let byColumn = Dictionary(grouping: all) { Self.key(origins[$0]) }
    let columnOf = Dictionary(
      uniqueKeysWithValues: columnNames.enumerated().map { (Self.key($0.element), $0.offset) })
    total = Self.cell(members)
    columns = columnNames.map { name in
      Column(name: name, total: Self.cell((byColumn[Self.key(name)] ?? []).map { members[$0] }))
    }
    rows = rowNames.map { outlet in
      let own = byRow[Self.key(outlet)] ?? []
      let cells = Dictionary(grouping: own) { columnOf[Self.key(origins[$0])] ?? 0 }
      return Row(
        outlet: outlet, cells: cells.mapValues { Self.cell($0.map { members[$0] }) },
        total: Self.cell(own.map { members[$0] }))
    }
  }

  private static func key(_ name: String?) -> [UInt8]? { name.map { Array($0.utf8) } }

  /// The distinct names, the most frequent first, then by their bytes; none comes last.
  private static func names(_ names: [String?]) -> [String?] {
    var counts: [[UInt8]?: (name: String?, count: Int)] = [:]
    for name in names {
      let key = key(name)
      counts[key] = (name, (counts[key]?.count ?? 0) + 1)
    }
    let sorted = counts.sorted { one, other in
      guard let first = one.key, let second = other.key else { return one.key != nil }
      return one.value.count != other.value.count
        ? one.value.count > other.value.count : first.lexicographicallyPrecedes(second)
    }
    return sorted.map(\.value.name)
  }

  private static func cell(_ members: [AuditedMember]) -> Cell {
    var cell = Cell()
    for member in members { cell.counts[member.attribution, default: 0] += 1 }
    cell.documents = members.map(\.document)
    let copies = members.filter { $0.attribution != .isOrigin }
    cell.medianCopied = median(copies.map(\.copied))
    cell.medianDelay = median(copies.compactMap(\.delay))
    return cell
  }

  /// The middle value, of an even number the lower: one that occurs.
  private static func median<Value: Comparable>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
