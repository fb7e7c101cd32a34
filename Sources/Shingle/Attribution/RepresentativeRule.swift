/// By what the member that stands for a cluster is chosen: criteria in order, each among those that
/// the ones before it left.
///
/// ```swift
/// var configuration = Configuration()
/// configuration.representativeRule = try RepresentativeRule("source:Reuters,latest,longest")
/// ```
public struct RepresentativeRule: Sendable, Equatable {
  /// What one member may have before another.
  public enum Criterion: Sendable, Hashable {
    /// It is the origin's own article.
    case origin
    /// It is the origin's own article, or says whose copy it is.
    case credited
    /// It has no other cluster's story beside this one's.
    case whole
    /// It is of this outlet, by the record's `source` to the letter.
    case source(String)
    /// It was published first; members without a date come last.
    case earliest
    /// It was published last; members without a date come last here too.
    case latest
    /// It has the most words.
    case longest
    /// Its id comes first in the order of its UTF-8 bytes.
    case id
  }

  /// The criteria, the first first; ``Criterion/id`` is the last, so that one member is left.
  public let criteria: [Criterion]

  /// The origin's own article, else one without another story, the earliest, the longest, the first
  /// by id.
  public static let standard = RepresentativeRule([.origin, .whole, .earliest, .longest])

  /// Creates a rule of these criteria and, where it is not among them, ``Criterion/id``.
  public init(_ criteria: [Criterion]) {
    self.criteria = criteria.contains(.id) ? criteria : criteria + [.id]
  }

  /// The outlets that it names, in its order.
  public var sources: [String] {
    criteria.compactMap { if case .source(let name) = $0 { name } else { nil } }
  }

  /// Reads a rule such as `source:Reuters,earliest,longest`: criteria parted by commas, each once.
  ///
  /// - Throws: the first criterion that is none or stands there twice.
  public init(_ text: String) throws(RepresentativeRuleError) {
    var criteria: [Criterion] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let criterion = try Criterion(String(part))
      guard !criteria.contains(criterion) else {
        throw RepresentativeRuleError(reason: "'\(part)' stands there twice", hint: "leave one out")
      }
      criteria.append(criterion)
    }
    self.init(criteria)
  }
}

/// Why a text is no rule.
public struct RepresentativeRuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong: lower case, without a full stop.
  public let reason: String
  /// What may be done about it.
  public let hint: String

  /// The reason, and the hint behind a semicolon.
  public var description: String { "\(reason); \(hint)" }
}

extension RepresentativeRule: CustomStringConvertible {
  /// The criteria parted by commas: `origin,whole,earliest,longest,id`.
  public var description: String { criteria.map(\.description).joined(separator: ",") }
}

extension RepresentativeRule.Criterion: CustomStringConvertible {
  /// The criteria that are one word.
  private static let words: [Self] = [
    .origin, .credited, .whole, .earliest, .latest, .longest, .id,
  ]
  private static let sourcePrefix = "source:"

  fileprivate init(_ text: String) throws(RepresentativeRuleError) {
    if let known = Self.words.first(where: { $0.description.isSame(as: text) }) {
      self = known
    } else if text.utf8.starts(with: Self.sourcePrefix.utf8),
      text.utf8.count > Self.sourcePrefix.utf8.count
    {
      self = .source(
        String(decoding: text.utf8.dropFirst(Self.sourcePrefix.utf8.count), as: UTF8.self))
    } else {
      throw RepresentativeRuleError(
        reason: text.isEmpty ? "a criterion is empty" : "'\(text)' is no criterion",
        hint: hint(for: text, among: Self.words.map(\.description) + ["source:NAME"]))
    }
  }

  /// The criterion as a rule writes it.
  public var description: String {
    switch self {
    case .origin: "origin"
    case .credited: "credited"
    case .whole: "whole"
    case .source(let name): Self.sourcePrefix + name
    case .earliest: "earliest"
    case .latest: "latest"
    case .longest: "longest"
    case .id: "id"
    }
  }
}

extension RepresentativeRule {
  /// A member as far as the rule looks at it.
  struct Member {
    var document: Int
    var attribution: Attribution
    var isWhole = true
    var source: String?
    var published: Timestamp?
    var words: Int
  }

  /// Returns the member that stands for a cluster, and the criteria that decided, with how many
  /// members each left of how many: `earliest (2 of 5), longest (1 of 2)`.
  ///
  /// - Complexity: O(*c* · *n*) for *c* criteria and *n* members, of which there is one at least.
  func choose(_ members: [Member]) -> (document: Int, reason: String) {
    var left = members
    var deciding: [String] = []
    for criterion in criteria where left.count > 1 {
      let ranks = left.map(criterion.rank)
      let best = ranks.min()
      let kept = zip(left, ranks).filter { $0.1 == best }.map(\.0)
      if kept.count < left.count {
        deciding.append("\(criterion) (\(kept.count) of \(left.count))")
      }
      left = kept
    }
    return (left[0].document, deciding.joined(separator: ", "))
  }
}

extension RepresentativeRule.Criterion {
  /// The place of a member by this criterion; the least comes first.
  fileprivate func rank(_ member: RepresentativeRule.Member) -> Int64 {
    let seconds = member.published?.secondsSince1970
    return switch self {
    case .origin: member.attribution == .isOrigin ? 0 : 1
    case .credited:
      [.isOrigin, .credited, .creditedIndirectly].contains(member.attribution) ? 0 : 1
    case .whole: member.isWhole ? 0 : 1
    case .source(let name): name.isSame(as: member.source) ? 0 : 1
    case .earliest: seconds ?? .max
    case .latest: seconds.map { ~$0 } ?? .max
    case .longest: -Int64(member.words)
    // Documents are numbered in the order of their ids.
    case .id: Int64(member.document)
    }
  }
}
