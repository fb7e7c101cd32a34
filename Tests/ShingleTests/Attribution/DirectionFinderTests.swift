import Testing

@testable import Shingle

@Suite struct `Who had a copy from whom` {
  private let finder = DirectionFinder()

  /// A member `hour` hours into a day; nil has no date.
  private static func member(
    _ document: Int, outlet: String? = nil, agency: String? = nil, at hour: Int? = nil,
    credits: [(String, CreditType, CreditKind)] = []
  ) -> ClusterMember {
    ClusterMember(
      document: document,
      credits: credits.map {
        Credit(
          name: $0.0, type: $0.1, kind: $0.2, range: CodePointRange(start: 0, end: 0), quote: "q")
      }, agency: agency, outlet: outlet,
      published: hour.map { Timestamp(secondsSince1970: Int64($0) * 3600) })
  }

  /// One rule and what it makes of two documents.
  struct Rule: Sendable, CustomTestStringConvertible {
    var name: String
    var a: ClusterMember
    var b: ClusterMember
    var relation = Relation.reprint
    var longer: Int?
    var isIndirect = false
    var found: DirectionFinder.Finding

    var testDescription: String { name }
  }

  private static func from(
    _ giver: Int, _ basis: DirectionBasis...
  ) -> DirectionFinder.Finding {
    .direction(Direction(from: giver, to: 1 - giver, basis: basis))
  }

  static let rules = [
    Rule(
      name: "a credit to the other's outlet",
      a: member(0, outlet: "Sputnik", at: 5, credits: [("BBC", .outlet, .lead)]),
      b: member(1, outlet: "BBC", at: 1), found: from(1, .credit)),
    Rule(
      name: "a credit to an outlet whose article is surely later",
      a: member(0, outlet: "Sputnik", at: 1, credits: [("BBC", .outlet, .lead)]),
      b: member(1, outlet: "BBC", at: 5), found: .unknown),
    Rule(
      name: "a credit to an outlet whose article is later by no more than clocks differ",
      a: ClusterMember(
        document: 0, credits: member(0, credits: [("BBC", .outlet, .lead)]).credits,
        outlet: "Sputnik", published: Timestamp(secondsSince1970: 0)),
      b: ClusterMember(
        document: 1, credits: [], outlet: "BBC", published: Timestamp(secondsSince1970: 900)),
      found: from(1, .credit)),
    Rule(
      name: "a credit to an outlet whose article is surely later, and to the agency of both",
      a: member(
        0, outlet: "Sputnik", at: 1, credits: [("BBC", .outlet, .lead), ("AP", .agency, .lead)]),
      b: member(1, outlet: "BBC", at: 5, credits: [("AP", .agency, .dateline)]),
      found: .commonSource("AP")),
    Rule(
      name: "a credit to an outlet and to an agency: the outlet passed it on",
      a: member(
        0, outlet: "Sputnik", credits: [("BBC", .outlet, .lead), ("AP", .agency, .inText)]),
      b: member(1, outlet: "BBC", credits: [("AP", .agency, .dateline)]),
      found: from(1, .credit)),
    Rule(
      name: "a picture's credit and a story about an outlet say nothing",
      a: member(
        0, outlet: "Sputnik", credits: [("BBC", .outlet, .photo), ("BBC", .outlet, .about)]),
      b: member(1, outlet: "BBC"), found: .unknown),
    Rule(
      name: "each credits the other",
      a: member(0, outlet: "CNN", at: 1, credits: [("BBC", .outlet, .lead)]),
      b: member(1, outlet: "BBC", at: 9, credits: [("CNN", .outlet, .lead)]), found: .unknown),
    Rule(
      name: "an outlet that names itself credits nobody",
      a: member(0, outlet: "BBC", at: 1, credits: [("BBC", .outlet, .lead)]),
      b: member(1, outlet: "BBC", at: 9), found: from(0, .date)),
    Rule(
      name: "both credit one agency, so dates say nothing of them",
      a: member(0, outlet: "CNN", at: 1, credits: [("AP", .agency, .lead)]),
      b: member(1, outlet: "BBC", at: 9, credits: [("AP", .agency, .dateline)]),
      found: .commonSource("AP")),
    Rule(
      name: "an agency's own article",
      a: member(0, outlet: "CNN", at: 3), b: member(1, agency: "AP", at: 1),
      found: from(1, .agency)),
    Rule(
      name: "an agency's own article of an unknown date",
      a: member(0, outlet: "CNN", at: 1), b: member(1, agency: "AP"),
      found: from(1, .agency)),
    Rule(
      name: "an agency's own article that is surely later",
      a: member(0, outlet: "CNN", at: 1), b: member(1, agency: "AP", at: 3), found: .unknown),
    Rule(
      name: "an agency's own article beside one that credits another agency",
      a: member(0, outlet: "CNN", credits: [("AFP", .agency, .lead)]),
      b: member(1, agency: "AP"), found: .unknown),
    Rule(
      name: "an earlier version of one item, though by minutes",
      a: ClusterMember(
        document: 0, credits: [], outlet: "CNN", published: Timestamp(secondsSince1970: 60)),
      b: ClusterMember(
        document: 1, credits: [], outlet: "CNN", published: Timestamp(secondsSince1970: 0)),
      relation: .update, found: from(1, .version)),
    Rule(
      name: "the earlier date", a: member(0, at: 3), b: member(1, at: 1), found: from(1, .date)),
    Rule(
      name: "clocks may differ by a quarter of an hour",
      a: ClusterMember(document: 0, credits: [], published: Timestamp(secondsSince1970: 0)),
      b: ClusterMember(document: 1, credits: [], published: Timestamp(secondsSince1970: 900)),
      found: .unknown),
    Rule(
      name: "an excerpt came from what holds it", a: member(0), b: member(1, at: 1),
      relation: .excerpt, longer: 0, found: from(0, .containment)),
    Rule(
      name: "date and containment agree", a: member(0, at: 1), b: member(1, at: 2),
      relation: .excerpt, longer: 0, found: from(0, .date, .containment)),
    Rule(
      name: "date and containment contradict each other", a: member(0, at: 2),
      b: member(1, at: 1), relation: .excerpt, longer: 0, found: .unknown),
    Rule(
      name: "dates of two that only a third joins", a: member(0, at: 3), b: member(1, at: 1),
      isIndirect: true, found: .unknown),
    Rule(
      name: "a credit of one to the other, though a third joins them",
      a: member(0, outlet: "Sputnik", credits: [("BBC", .outlet, .lead)]),
      b: member(1, outlet: "BBC"), isIndirect: true, found: from(1, .credit)),
    Rule(name: "no dates", a: member(0), b: member(1), found: .unknown),
  ]

  @Test(arguments: rules) func `follows the first rule that fits`(rule: Rule) {
    let found = finder.direction(
      rule.a, rule.b, relation: rule.relation, longer: rule.longer, isIndirect: rule.isIndirect)
    #expect(found == rule.found)
  }

  @Test(arguments: rules) func `does not depend on which comes first`(rule: Rule) {
    let swapped = finder.direction(
      rule.b, rule.a, relation: rule.relation, longer: rule.longer, isIndirect: rule.isIndirect)
    #expect(swapped == rule.found)
  }
}
