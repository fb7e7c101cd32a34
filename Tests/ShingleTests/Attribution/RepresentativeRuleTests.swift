import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The rule for the representative` {
  private func member(
    _ document: Int, _ attribution: Attribution = .unknown, source: String? = nil,
    at seconds: Int64? = nil, words: Int = 100,
    isWhole: Bool = true
  ) -> RepresentativeRule.Member {
    RepresentativeRule.Member(
      document: document, attribution: attribution, isWhole: isWhole, source: source,
      published: seconds.map { Timestamp(secondsSince1970: $0) }, words: words)
  }

  @Test func `is read as it is written, and ends with the id`() throws {
    #expect(RepresentativeRule.standard.description == "origin,whole,earliest,longest,id")
    for text in ["origin,earliest,longest,id", "source:The Post,credited,latest,id", "id"] {
      #expect(try RepresentativeRule(text).description == text)
    }
    #expect(try RepresentativeRule("longest").criteria == [.longest, .id])
    let sources = try RepresentativeRule("source:A,source:B").criteria
    #expect(sources == [.source("A"), .source("B"), .id])
  }

  @Test(arguments: [
    ("", "a criterion is empty; known are 'origin', 'credited', 'whole', 'earliest', 'latest', "),
    ("longest,", "a criterion is empty; known are 'origin', "),
    ("newest", "'newest' is no criterion; known are 'origin', 'credited', 'whole', 'earliest', "),
    ("source", "'source' is no criterion; did you mean 'source:NAME'?"),
    ("earlyest", "'earlyest' is no criterion; did you mean 'earliest'?"),
    ("id,id", "'id' stands there twice; leave one out"),
    ("source:", "'source:' is no criterion; did you mean 'source:NAME'?"),
    (" id", "' id' is no criterion; did you mean 'id'?"),
  ])
  func `that is malformed says how`(text: String, start: String) {
    let error = #expect(throws: RepresentativeRuleError.self) { try RepresentativeRule(text) }
    #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
  }

  @Test func `says which criteria decided`() throws {
    let members = [
      member(0, .credited, source: "Post", at: 30, words: 300, isWhole: false),
      member(1, .uncredited, source: "Herald", at: 10), member(2, .uncredited, at: 10, words: 200),
      member(3, .isOrigin, source: "Wire"), member(4, .credited, source: "Post", at: 40),
    ]
    for (rule, document, reason) in [
      ("origin,earliest", 3, "origin (1 of 5)"),
      ("earliest,longest", 2, "earliest (2 of 5), longest (1 of 2)"),
      ("latest", 4, "latest (1 of 5)"), ("longest", 0, "longest (1 of 5)"),
      ("source:Herald", 1, "source:Herald (1 of 5)"),
      ("source:None,source:Post,latest", 4, "source:Post (2 of 5), latest (1 of 2)"),
      ("credited,earliest", 0, "credited (3 of 5), earliest (1 of 3)"), ("id", 0, "id (1 of 5)"),
      ("whole,longest", 2, "whole (4 of 5), longest (1 of 4)"),
      ("earliest", 1, "earliest (2 of 5), id (1 of 2)"),
    ] {
      let chosen = try RepresentativeRule(rule).choose(members)
      #expect(chosen == (document, reason), "\(rule)")
    }
  }

  @Test func `leaves one member whatever it is, the same in any order`() throws {
    var generator = SeededGenerator(seed: 8)
    var members = (0..<20).map { member($0, at: Int64($0 % 3), words: $0 % 2) }
    let first = RepresentativeRule.standard.choose(members)
    #expect(first == (3, "earliest (7 of 20), longest (3 of 7), id (1 of 3)"))
    members.shuffle(using: &generator)
    #expect(RepresentativeRule.standard.choose(members) == first)
  }
}
