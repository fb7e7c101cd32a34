import Foundation
import Shingle
import ShingleReport
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("Each printer writes what its golden file has")
  func golden() throws {
    let report = ReportFixture.report()
    try expectGolden(PairsPrinter.bytes(of: report), "pairs.jsonl")
    try expectGolden(ClustersPrinter.bytes(of: report), "clusters.jsonl")
    try expectGolden(DocumentsPrinter.bytes(of: report), "documents.jsonl")
  }

  @Test("Another reader finds the pairs unchanged", arguments: ReportFixture.hostileStrings)
  func pairs(hostile: String) throws {
    let report = ReportFixture.report(hostile: hostile)
    let lines = try parsedLines(PairsPrinter.bytes(of: report))
    #expect(lines.count == report.pairs.count)
    for (line, pair) in zip(lines, report.pairs) {
      #expect(line["a"] as? String == report.documents[pair.a].id)
      #expect(line["b"] as? String == report.documents[pair.b].id)
      #expect(line["relation"] as? String == pair.relation.rawValue)
      #expect(line["reasons"] as? [String] == pair.reasons)
      #expect((line["passages"] as? [Any])?.count == pair.matches.count)
      #expect((line["via"] != nil) == (pair.via != nil))
    }
  }

  @Test("Another reader finds the clusters unchanged", arguments: ReportFixture.hostileStrings)
  func clusters(hostile: String) throws {
    let report = ReportFixture.report(hostile: hostile)
    let line = try #require(try parsedLines(ClustersPrinter.bytes(of: report)).first)
    #expect(line["id"] as? String == hostile)
    let origin = try #require(line["origin"] as? [String: Any])
    #expect(origin["name"] as? String == hostile)
    #expect((origin["evidence"] as? [[String: Any]])?.first?["id"] as? String == "1" + hostile)
    let members = try #require(line["members"] as? [[String: Any]])
    #expect(members.map { $0["id"] as? String } == [3, 1, 2].map { report.documents[$0].id })
    let credits = try #require(members[1]["credits"] as? [[String: Any]])
    #expect(credits.last?["quote"] as? String == hostile)
  }

  @Test("Another reader finds the documents unchanged", arguments: ReportFixture.hostileStrings)
  func documents(hostile: String) throws {
    let report = ReportFixture.report(hostile: hostile)
    let lines = try parsedLines(DocumentsPrinter.bytes(of: report))
    #expect(lines.map { $0["source"] as? String } == report.documents.map(\.source))
    #expect(lines[0]["cluster"] is NSNull)
    #expect(lines[0]["published"] is NSNull)
    #expect(lines[1]["cluster"] as? String == hostile)
  }

  @Test("A document of a text too common to pair names the one that stands for it")
  func sameText() throws {
    var report = ReportFixture.report()
    report.findings[1].sameTextAs = 3
    let lines = try parsedLines(DocumentsPrinter.bytes(of: report))
    #expect(lines.map { $0["same_text_as"] as? String } == [nil, "wire", nil, nil])
  }

  @Test("An unknown origin is null")
  func unknownOrigin() throws {
    var report = ReportFixture.report()
    report.clusters[0].origin = Origin(name: nil, confidence: 0, evidence: [])
    report.clusters[0].firstPublished = nil
    let line = try #require(try parsedLines(ClustersPrinter.bytes(of: report)).first)
    #expect((line["origin"] as? [String: Any])?["name"] is NSNull)
    #expect(line["first_published"] is NSNull)
  }

  @Test("A large report arrives in pieces of whole lines")
  func pieces() {
    var report = ReportFixture.report()
    report.pairs = PairFindings(Array(repeating: report.pairs[1], count: 2_000))
    var pieces: [[UInt8]] = []
    PairsPrinter.print(report) { pieces.append($0) }
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.last == UInt8(ascii: "\n") })
    #expect(pieces.flatMap(\.self) == PairsPrinter.bytes(of: report))
  }
}
