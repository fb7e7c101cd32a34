/// How often each label met each relation.
///
/// Of pairs that no one labelled only those are counted that the run wrote.
public struct ConfusionTable: Sendable, Equatable {
  /// What is held of a pair.
  public enum Row: Sendable, Hashable {
    /// The pair is so labelled, or held to be independent.
    case label(GoldLabel)
    /// The pair has no label, and one family holds both.
    case family
    /// Nothing is known of the pair.
    case unlisted

    /// Every row, in the order of a table.
    public static let all: [Row] = GoldLabel.allCases.map(Row.label) + [.family, .unlisted]

    /// The row's name for a reader.
    public var name: String {
      switch self {
      case .label(let label): label.rawValue
      case .family: "one family"
      case .unlisted: "not labelled"
      }
    }
  }

  private var counts: [Row: [Relation: Int]] = [:]

  /// Creates an empty table.
  public init() {}

  /// The pairs of a row that the run relates so.
  public subscript(row: Row, relation: Relation) -> Int { counts[row]?[relation] ?? 0 }

  /// The rows that have any pair, in their order.
  public var rows: [Row] { Row.all.filter { counts[$0] != nil } }

  mutating func add(_ row: Row, _ relation: Relation) {
    counts[row, default: [:]][relation, default: 0] += 1
  }

  /// How well one relation is told from all others, over the pairs with a label that is sure.
  public func figure(_ relation: Relation) -> PrecisionRecall {
    var figure = PrecisionRecall()
    for row in rows {
      guard case .label(let label) = row, label != .ambiguous else { continue }
      let isRight = label.rawValue == relation.rawValue
      for other in Relation.allCases {
        let count = self[row, other]
        if other == relation {
          figure.right += isRight ? count : 0
          figure.wrong += isRight ? 0 : count
        } else if isRight {
          figure.missed += count
        }
      }
    }
    return figure
  }
}
