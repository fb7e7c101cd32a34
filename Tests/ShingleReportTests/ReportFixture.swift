import Shingle
import ShingleReport

/// A small report made by hand: a wire story, its reprint, its rewrite, and an article that shares
/// a quotation only.
enum ReportFixture {
  static let wire = """
    HARBOUR CITY (Reuters) - The ferry company said on Monday it would buy four electric boats.
    "We will never go back to diesel," its director said, standing on a windy pier.
    Passengers will pay the same fare until spring.
    """
  static let reprint = """
    HARBOUR CITY (Reuters) - The ferry company said on Monday it would buy four electric boats.
    "We will never go back to diesel," its director said, standing on a windy pier.
    Read also: Ten things to do on a rainy day
    """
  static let rewrite = """
    Electric boats are coming, the ferry company told Reuters.
    "We will never go back to diesel," its director said.
    """
  static let other = """
    A bus company laughed at the ferries. "We will never go back to diesel," they recalled.
    """
  static let quotation = "We will never go back to diesel"

  static func report() -> Report {
    let documents = [
      document("bus", other, source: "City | Bus", hour: nil, title: "Buses *laugh*"),
      document("copy", reprint, source: "=Daily", hour: 9, title: "Four `electric` boats"),
      document("rewrite", rewrite, source: "Evening, \"Late\"", hour: 12, title: nil),
      document("wire", wire, source: "Reuters", hour: 8, title: "Ferry company buys boats"),
    ]
    return Report(
      documents: documents, findings: findings(), pairs: PairFindings(pairs()),
      clusters: [cluster()],
      statistics: statistics(), configuration: Configuration())
  }

  static func description() -> RunDescription {
    RunDescription(
      version: "0.1.0", documentsRead: 4,
      skipped: [
        SkippedInput(
          path: "day.jsonl", line: 7, byte: 812, code: "invalid-json",
          reason: "unexpected end of 'text'", hint: "the file may be cut off"),
        SkippedInput(path: "-", code: "empty-text", reason: "no text"),
      ],
      warnings: ["two records were skipped"],
      run: RunMeasurements(
        started: Timestamp(secondsSince1970: 1_700_000_000), seconds: 1.25,
        stages: [StageTime(name: "read", seconds: 0.5), StageTime(name: "sketch", seconds: 0.75)],
        peakResidentBytes: 104_857_600, cores: 2, memoryBytes: 8_589_934_592))
  }

  /// The place of a string in a text, in code points.
  static func range(of part: String, in text: String) -> CodePointRange {
    let (part, text) = (Array(part.unicodeScalars), Array(text.unicodeScalars))
    for start in 0...(text.count - part.count) where text[start...].starts(with: part) {
      return CodePointRange(start: start, end: start + part.count)
    }
    preconditionFailure("the fixture's text has no such part")
  }

  private static func document(
    _ id: String, _ text: String, source: String, hour: Int?, title: String?
  ) -> Document {
    let published = hour.flatMap { Timestamp(year: 2024, month: 3, day: 4, hour: $0) }
    return Document(
      id: id, text: text, title: title, source: source, url: "https://example.org/\(id)",
      published: published, language: "en")
  }

  static func credit(_ quote: String, _ kind: CreditKind, in text: String) -> Credit {
    Credit(
      name: "Reuters", type: .agency, kind: kind, range: range(of: quote, in: text), quote: quote)
  }

  private static func findings() -> [DocumentFinding] {
    [
      DocumentFinding(tokenCount: 15),
      DocumentFinding(
        tokenCount: 39, cluster: 0, credits: [credit("(Reuters)", .dateline, in: reprint)],
        boilerplate: [range(of: "Read also: Ten things to do on a rainy day", in: reprint)]),
      DocumentFinding(
        tokenCount: 19, cluster: 0, credits: [credit("told Reuters", .lead, in: rewrite)]),
      DocumentFinding(
        tokenCount: 38, cluster: 0, credits: [credit("(Reuters)", .dateline, in: wire)]),
    ]
  }

  private static func match(
    _ part: String, _ a: String, _ b: String, words: Int, quoted: Bool = false
  ) -> MatchFinding {
    MatchFinding(
      a: range(of: part, in: a), b: range(of: part, in: b), words: words,
      bits: Double(words) * 6.1234567, verbatim: true, quoted: quoted)
  }

  private static func pairs() -> [PairFinding] {
    let lead = "The ferry company said on Monday it would buy four electric boats."
    return [
      PairFinding(
        a: 0, b: 3, relation: .quote, confidence: 0.031, jaccard: 0.0512345678,
        containmentA: 0.27, containmentB: 0.08, reasons: ["only a quotation in common"],
        matches: [match(quotation, other, wire, words: 7, quoted: true)]),
      PairFinding(
        a: 1, b: 3, relation: .reprint, confidence: 0.9991, jaccard: 0.62, containmentA: 0.7,
        containmentB: 0.75, reasons: ["most of the text", "both credit Reuters"],
        matches: [
          match(lead, reprint, wire, words: 12),
          match(quotation, reprint, wire, words: 7, quoted: true),
        ], direction: Direction(from: 3, to: 1, basis: [.credit, .date])),
      PairFinding(
        a: 2, b: 3, relation: .rewrite, confidence: 0.8, jaccard: 0.1, containmentA: 0.3,
        containmentB: 0.12, reasons: ["a quotation and a phrase of prose"],
        matches: [
          match(quotation, rewrite, wire, words: 7, quoted: true),
          match("The ferry company".lowercased().dropFirst(4).description, rewrite, wire, words: 2),
        ], via: 1, commonSource: "Reuters"),
    ]
  }

  private static func cluster() -> ClusterFinding {
    let evidence = [
      OriginEvidence(document: 1, credit: credit("(Reuters)", .dateline, in: reprint)),
      OriginEvidence(document: 2, credit: credit("told Reuters", .lead, in: rewrite)),
    ]
    return ClusterFinding(
      id: "c-0123456789abcdef",
      origin: Origin(
        name: "Reuters", document: 3, confidence: 0.97,
        reasons: ["2 of 3 members name Reuters", "its own article is here"], evidence: evidence,
        competing: [
          Origin(
            name: "Harbour Post", kind: .outlet, confidence: 0.02,
            reasons: ["1 of 3 members names Harbour Post"], evidence: [])
        ]), representative: 3, representativeReason: "origin (1 of 3)",
      firstPublished: Timestamp(year: 2024, month: 3, day: 4, hour: 8),
      members: [
        MemberFinding(
          document: 3, role: .representative, relation: .identical, coverage: 0.7,
          attribution: .isOrigin),
        MemberFinding(
          document: 1, role: .copy, relation: .reprint, coverage: 1, attribution: .credited),
        MemberFinding(
          document: 2, role: .copy, relation: .rewrite, coverage: 0.5, attribution: .uncredited),
      ])
  }

  private static func statistics() -> RunStatistics {
    var statistics = RunStatistics()
    statistics.documents = 4
    statistics.tokens = 111
    statistics.bands = 32
    statistics.rowsPerBand = 4
    statistics.expectedRecall = 0.99634
    statistics.fingerprints = 60
    statistics.candidates = 3
    statistics.alignedPairs = 3
    statistics.largestBuckets = [3, 2]
    statistics.pairs = 3
    statistics.pairsByRelation = [.quote: 1, .reprint: 1, .rewrite: 1]
    statistics.clusters = 1
    statistics.clusteredDocuments = 3
    return statistics
  }
}

extension ReportFixture {
  /// The fixture with one hostile string in every place that a feed can fill.
  static func report(hostile: String) -> Report {
    var report = report()
    for index in report.documents.indices {
      report.documents[index].id = "\(index)" + hostile
      report.documents[index].title = hostile
      report.documents[index].source = hostile
      report.documents[index].byline = hostile
      report.documents[index].language = hostile
      report.documents[index].url = "https://example.org/" + hostile
      report.documents[index].text += hostile
      let length = report.documents[index].text.unicodeScalars.count
      report.findings[index].credits.append(
        Credit(
          name: hostile, type: .outlet, kind: .footer,
          range: CodePointRange(start: max(0, length - 3), end: length), quote: hostile))
    }
    var pairs = Array(report.pairs)
    pairs[0].reasons = [hostile]
    report.pairs = PairFindings(pairs)
    report.clusters[0].id = hostile
    report.clusters[0].origin.name = hostile
    return report
  }

  /// Strings that have broken printers.
  static let hostileStrings = [
    "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1B}[2J\u{7F}\u{85}\u{9B}31m",
    #"quotes " and ' and \ and / and \u0041"#,
    "\u{2028}\u{2029}\u{202E}gnp.exe\u{2066}\u{FEFF}\u{FFFF}",
    "👩‍👩‍👧 é e\u{301} \u{10FFFF} \u{600}\"\u{301}",
    "</script><script>alert(1)</script><!-- ]]>",
    "\u{600}<script>alert(1)</script>\u{600}<img src=x onerror=alert(1)>",
    "\"\u{301} onmouseover=alert(1) x=\"\u{301}'\u{301}",
    "{{content}} {{{x}}} {{>text}} {{#a}}", "=1+1", "+1", "-1", "@x", "\tx", "", " ", "|`*_[x](y)",
  ]
}
