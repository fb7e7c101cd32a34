import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The quote ledger` {
  private func ledger(_ texts: [String], sources: [String] = []) -> [Quotation] {
    let documents = texts.enumerated().map { number, text in
      Document(
        id: "d\(number)", text: text, source: number < sources.count ? sources[number] : nil)
    }
    return Audit(Detector().report(on: documents)).quotations ?? []
  }

  private let statement = "nobody in this valley has ever paid a toll for walking uphill"

  @Test(arguments: [
    ("nobody in this valley has ever paid a toll for walking uphill", QuotationChange.same, ""),
    ("Nobody in this valley has ever paid a toll for walking uphill", .same, ""),
    ("nobody in this valley has ever paid a toll", .shortened, "9:for walking uphill>"),
    ("nobody has ever paid a toll for walking uphill", .changed, "1:in this valley>"),
    (
      "nobody in this valley has ever paid a fine for walking uphill", .changed, "8:toll>fine"
    ),
    (
      "nobody in this valley has ever paid a toll for walking uphill or down", .longer,
      "12:>or down"
    ),
  ])
  func `shows words that were changed`(words: String, change: QuotationChange, edits: String)
    throws
  {
    let quotation = try #require(
      ledger([
        "\"\(statement),\" said Odile Ferrant of the hikers, who were long on the road that day.",
        "Odile Ferrant said: \"\(words).\"",
      ]).first)
    let other = try #require(quotation.uses.first { $0.document == 1 })
    let isFirst = quotation.uses[0].document == 1
    if isFirst {
      // The longer of two undated ones comes first.
      #expect(change == .longer)
    } else {
      #expect(other.change == change)
      #expect(other.edits.map { "\($0.position):\($0.old)>\($0.new)" }.joined() == edits)
    }
  }

  @Test func `knows a quotation by its words and not by its marks or breaks`() throws {
    let halves = "\"Nobody in this valley,\" she said, \"has ever paid a toll for walking uphill.\""
    let found = ledger(["« \(statement) »", "“\(statement)”", halves])
    #expect(found.count == 1)
    #expect(found[0].uses.map(\.change) == [.same, .same, .shortened])
  }

  @Test func `joins the parts of an interrupted quotation`() throws {
    let halves =
      "\"Nobody in this valley has ever,\" she said, \"paid a toll for walking uphill.\""
    let use = try #require(ledger(["\"\(statement)\"", halves]).first?.uses.last)
    #expect(use.change == .same)
    #expect(use.ranges.count == 2)
    #expect(
      use.text == "Nobody in this valley has ever ... paid a toll for walking uphill")
  }

  @Test func `tells two quotations that follow each other apart`() {
    let answer = "the cows go first because they have lived here the longest"
    for marks in [("\"", "\""), ("“", "”"), ("« ", " »")] {
      let both = "\(marks.0)\(statement).\(marks.1) \(marks.0)\(answer).\(marks.1)"
      let found = ledger([both, "\"\(statement)\"", "\"\(answer)\""])
      #expect(found.map(\.uses.count) == [2, 2])
      #expect(found.allSatisfy { $0.uses.allSatisfy { $0.change == .same } })
    }
  }

  @Test func `counts a quotation that a headline repeats once`() throws {
    let twice = "\"Nobody in this valley has ever paid a toll\"\nShe said: \"\(statement).\""
    let use = try #require(ledger(["\"\(statement)\"", twice]).first?.uses.last)
    #expect(use.change == .same)
    #expect(use.ranges.count == 1)
  }

  @Test(arguments: ["½", "㎏²", "①②", "…½…"])
  func `reads characters that are two words`(sign: String) throws {
    let spoken = "nobody in this valley has paid \(sign) a toll for walking uphill"
    let found = try #require(ledger(["\"\(spoken)\"", "She said: \"\(spoken).\""]).first)
    #expect(found.uses.map(\.change) == [.same, .same])
  }

  @Test func `leaves short and unrelated quotations out`() {
    #expect(ledger(["\"we shall see\"", "\"we shall see\""]).isEmpty)
    #expect(
      ledger(["\"\(statement)\"", "\"the toll was paid by nobody at all in the whole valley\""])
        .isEmpty)
    #expect(ledger(["\"\(statement)\" \"\(statement)\""]).isEmpty)
  }

  @Test func `tells who dropped the speaker or the credit`() throws {
    let quotation = try #require(
      ledger(
        [
          "\"\(statement),\" Odile Ferrant of the hiking club told Reuters by the gate.",
          "\"\(statement),\" said Ferrant.", "Hikers are angry: \"\(statement).\"",
          "PARIS (Reuters) - Ferrant said \"\(statement).\"", "\"\(statement)\", reads a poster.",
        ], sources: ["BBC", "", "", "", "Reuters"]
      ).first)
    let uses = quotation.uses.sorted { $0.document < $1.document }
    let reference = quotation.uses[0].document
    #expect(uses.map(\.speakers).first == ["Odile Ferrant"])
    if reference == 0 {
      #expect(uses.map(\.dropsSpeaker) == [false, false, true, false, true])
      #expect(uses.map(\.dropsCredit) == [false, true, true, false, false])
    }
  }

  @Test func `stays linear where a thousand articles quote one sentence`() {
    let found = ledger(
      (0..<1000).map { "Report number \($0): \"\(statement),\" said Odile Ferrant \($0) times." })
    #expect(found.count == 1)
    #expect(found[0].uses.count == 1000)
  }
}
