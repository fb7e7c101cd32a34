import Testing

@testable import Shingle

@Suite struct `The origin of a cluster is the agency that its members credit` {
  private let finder = OriginFinder()

  private func credit(
    _ name: String, _ kind: CreditKind = .dateline, type: CreditType = .agency,
    quote: String = "q"
  ) -> Credit {
    Credit(
      name: name, type: type, kind: kind, range: CodePointRange(start: 0, end: 0), quote: quote)
  }

  private func members(
    _ credits: [[Credit]], sources: [Int: String] = [:], agencies: [Int: String] = [:]
  ) -> [ClusterMember] {
    credits.enumerated().map { number, credits in
      ClusterMember(
        document: number, credits: credits, agency: agencies[number], outlet: sources[number])
    }
  }

  private func attributions(
    _ credits: [[Credit]], sources: [Int: String] = [:], agencies: [Int: String] = [:]
  ) -> [Attribution] {
    let all = members(credits, sources: sources, agencies: agencies)
    let finder = AttributionFinder(all, origin: finder.origin(of: all))
    return all.map { finder.finding($0).attribution }
  }

  @Test func `most votes win, and each of its members is evidence`() {
    let origin = finder.origin(
      of: members([[credit("Reuters")], [credit("AP", .inText)], [credit("Reuters", .lead)]]))
    #expect(origin.name == "Reuters")
    #expect(origin.evidence.map(\.document) == [0, 2])
    #expect(origin.evidence.map(\.credit.kind) == [.dateline, .lead])
    #expect(origin.confidence > 0.7 && origin.confidence < 1)
  }

  @Test func `an origin need not be among the members`() {
    let attributions = attributions([[credit("AFP", .lead)], [credit("AFP", .lead)]])
    #expect(attributions == [.credited, .credited])
  }

  @Test func `a member votes once, by its clearest credit`() {
    let chatty = [CreditKind](repeating: .inText, count: 5).map { credit("AP", $0) }
    let origin = finder.origin(of: members([chatty, [credit("AFP", .dateline)]]))
    #expect(origin.name == "AFP")
    let both = [credit("AP", .inText), credit("AP", .dateline), credit("AP", .lead)]
    #expect(finder.origin(of: members([both])).evidence.map(\.credit.kind) == [.dateline])
  }

  @Test func `equal votes go to the first by name, in any order`() {
    let credits = [[credit("PTI")], [credit("ANI")]]
    #expect(finder.origin(of: members(credits)).name == "ANI")
    #expect(finder.origin(of: members(credits.reversed())).name == "ANI")
  }

  @Test func `one mention in one article is little`() {
    #expect(finder.origin(of: members([[credit("AP", .inText)]])).confidence == 0.5)
  }

  @Test func `nobody is the origin where no agency is a source`() {
    let photo = credit("Reuters", .photo)
    let about = credit("AP", .about)
    let outlet = credit("CNN", .lead, type: .outlet)
    let origin = finder.origin(of: members([[photo], [about], [outlet], []]))
    #expect(origin.name == nil && origin.kind == .unknown)
    #expect(origin.confidence == 0 && origin.evidence.isEmpty)
    #expect(origin.competing.map(\.name) == ["CNN"])
    #expect(attributions([[photo], []]) == [.unknown, .unknown])
  }

  @Test func `what each member says of the origin`() {
    let found = attributions(
      [
        [credit("Reuters", .metadata, quote: "Reuters")],
        [credit("Reuters", .lead)],
        [credit("Sputnik", .lead, type: .outlet)],
        [credit("AP", .inText)],
        [],
        [credit("Reuters", .photo)],
        [credit("BBC", .lead, type: .outlet)],
      ], sources: [1: "Sputnik", 4: "BBC"], agencies: [0: "Reuters", 3: "AP"])
    #expect(
      found == [
        .isOrigin, .credited, .creditedIndirectly, .creditsOther, .uncredited, .uncredited,
        .creditedIndirectly,
      ])
  }

  @Test func `thousands of members without a credit take no time`() {
    let found = attributions(
      [[credit("Reuters")]] + [[Credit]](repeating: [credit("AP", .inText)], count: 20_000))
    #expect(found.count == 20_001)
  }

  @Test(arguments: ["Jane Doe, Reuters", "Reuters"])
  func `a byline's credit in the metadata is a credit and not the origin's own`(quote: String) {
    #expect(attributions([[credit("Reuters", .metadata, quote: quote)]]) == [.credited])
  }

  @Test func `a picture's credit is none, and its outlet carried the copy all the same`() {
    let found = attributions(
      [
        [credit("Reuters")], [credit("Reuters", .photo)],
        [credit("Sputnik", .lead, type: .outlet)],
      ], sources: [1: "Sputnik"])
    #expect(found == [.credited, .uncredited, .creditedIndirectly])
  }

  @Test func `an outlet is the origin where its article is here, or where two credit it`() {
    let credits = [[credit("CNN", .lead, type: .outlet)], [], []]
    #expect(finder.origin(of: members(credits)).kind == .unknown)
    let present = finder.origin(of: members(credits, sources: [2: "CNN"]))
    #expect(present.kind == .outlet && present.name == "CNN" && present.document == 2)
    let twice = finder.origin(of: members(credits + credits))
    #expect(twice.kind == .outlet && !twice.isInFeed)
  }

  @Test func `an agency comes before an outlet, which competes`() {
    let outlet = credit("CNN", .byline, type: .outlet)
    let origin = finder.origin(of: members([[outlet], [outlet], [credit("AP", .lead)]]))
    #expect(origin.name == "AP")
    #expect(origin.competing.map(\.name) == ["CNN"])
    #expect(abs(origin.confidence - 0.4 * 0.75) < 1e-9)
  }

  @Test func `an outlet does not vote for itself`() {
    let origin = finder.origin(
      of: members([[credit("CNN", .lead, type: .outlet)]], sources: [0: "CNN"]))
    #expect(origin == .unknown)
  }

  @Test func `at most five candidates compete`() {
    let names = ["AFP", "ANI", "AP", "DPA", "EFE", "PTI", "Reuters", "TASS"]
    let origin = finder.origin(of: members(names.map { [credit($0)] }))
    #expect(origin.name == "AFP")
    #expect(origin.competing.map(\.name) == ["ANI", "AP", "DPA", "EFE", "PTI"])
  }

  /// Members without credits, dated by hours; nil has no date.
  private func dated(_ hours: [Int?]) -> [ClusterMember] {
    hours.enumerated().map { number, hour in
      ClusterMember(
        document: number, credits: [], outlet: "Outlet \(number)",
        published: hour.map { Timestamp(secondsSince1970: Int64($0) * 3600) })
    }
  }

  @Test func `nobody credited: the earliest member, if the others stand in it`() {
    let origin = finder.origin(of: dated([3, 1, 2])) { _, other in other == 1 ? 0.45 : 0 }
    #expect(origin.kind == .earliestMember && origin.name == "Outlet 1" && origin.document == 1)
    #expect(origin.confidence == 0.5)
  }

  @Test(arguments: [(0.9, true), (0.4, false)])
  func `an agency's article speaks for it where it is the first and holds the others`(
    share: Double, isSurer: Bool
  ) {
    var members = dated([1, 2, 3])
    members[0].agency = "Reuters"
    members[1].credits = [credit("Reuters", .inText)]
    members[2].credits = [credit("AFP", .contribution)]
    let origin = finder.origin(of: members) { _, _ in share }
    #expect(origin.name == (isSurer ? "Reuters" : "AFP"))
    #expect(origin.reasons.contains { $0.hasPrefix("it is the first") } == isSurer)
  }

  @Test(arguments: [
    ([3, 1, 2], 0.4), ([3, nil, 2], 0.9), ([1, 1, 2], 0.9), ([nil, nil, 2], 0.9),
  ])
  func `else the upstream is not known`(hours: [Int?], share: Double) {
    let origin = finder.origin(of: dated(hours)) { _, _ in share }
    #expect(origin.kind == .unknown && origin.document == nil && origin.name == nil)
  }
}
