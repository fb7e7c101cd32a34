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
    _ credits: [[Credit]], agencies: [Int: String] = [:]
  ) -> [OriginFinder.Member] {
    credits.enumerated().map { number, credits in
      .init(document: number, credits: credits, agency: agencies[number])
    }
  }

  private func attributions(
    _ credits: [[Credit]], sources: [Int: String] = [:], agencies: [Int: String] = [:]
  ) -> [Attribution] {
    let all = members(credits, agencies: agencies)
    let origin = finder.origin(of: all)
    return finder.attributions(of: all, source: sources, origin: origin)
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
    #expect(origin == Origin(name: nil, confidence: 0, evidence: []))
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
        .uncredited,
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

  @Test func `an outlet with the origin's picture alone passes no credit on`() {
    let found = attributions(
      [
        [credit("Reuters")], [credit("Reuters", .photo)],
        [credit("Sputnik", .lead, type: .outlet)],
      ], sources: [1: "Sputnik"])
    #expect(found == [.credited, .uncredited, .uncredited])
  }
}
