/// The pairs of a report, in order. Those that a scan found are worded when they are asked for, so that
/// a report of many is never in memory as a whole.
///
/// ```swift
/// for (index, head) in report.pairs.heads.enumerated() where head.relation == .rewrite {
///   print(report.pairs[index].reasons)
/// }
/// ```
public struct PairFindings: Sendable {
  /// What is known of a pair at once.
  public struct Head: Sendable, Equatable {
    /// The index of the first document.
    public let a: Int
    /// The index of the second document.
    public let b: Int
    /// The relation.
    public let relation: Relation
    /// The probability, in 0...1, that the two are the same copy.
    public let confidence: Double
  }

  private enum Storage: Sendable {
    case held([PairFinding])
    /// The places of the pairs that are written among all related ones.
    case related(RelatedPairs, [UInt32], by: ReportBuilder)
  }

  private let storage: Storage

  /// Holds findings.
  public init(_ findings: [PairFinding] = []) { storage = .held(findings) }

  /// Words the pairs that are written when they are asked for.
  init(_ pairs: RelatedPairs, by builder: ReportBuilder) {
    let written = pairs.heads.indices.filter { pairs.heads[$0].isWritten }.map { UInt32($0) }
    storage = .related(pairs, written, by: builder)
  }

  /// What is known at once of the pair at an index.
  public func head(_ index: Int) -> Head {
    switch storage {
    case .held(let findings):
      let pair = findings[index]
      return Head(a: pair.a, b: pair.b, relation: pair.relation, confidence: pair.confidence)
    case .related(let pairs, let places, _):
      let head = pairs.heads[Int(places[index])]
      return Head(a: head.a, b: head.b, relation: head.relation, confidence: head.confidence)
    }
  }

  /// What is known at once of each pair.
  public var heads: some RandomAccessCollection<Head> { indices.lazy.map { head($0) } }
}

extension PairFindings: RandomAccessCollection {
  /// The index of the first pair.
  public var startIndex: Int { 0 }

  /// The index past the last pair.
  public var endIndex: Int {
    switch storage {
    case .held(let findings): findings.count
    case .related(_, let places, _): places.count
    }
  }

  /// The finding at an index.
  ///
  /// - Complexity: O(*m*) for *m* matches of a pair that a scan found, which may be read from a file.
  public subscript(index: Int) -> PairFinding {
    switch storage {
    case .held(let findings): findings[index]
    case .related(let pairs, let places, let builder): builder.finding(pairs[Int(places[index])])
    }
  }
}

extension PairFindings: Equatable, ExpressibleByArrayLiteral {
  /// Holds the findings of a literal.
  public init(arrayLiteral findings: PairFinding...) { self.init(findings) }

  /// Whether both have the same findings in the same order.
  public static func == (left: PairFindings, right: PairFindings) -> Bool {
    left.elementsEqual(right)
  }
}
