import Shingle
import Testing

@Suite struct `an explanation` {
  private static let story = """
    PORT VALE (Reuters) - The harbour master resigned on Monday after an inquiry found that \
    eleven buoys had been sold to a restaurant in the neighbouring county for its terrace.
    """
  private static let first = Document(id: "b", text: story + "\n\nNobody had noticed for a year.")
  private static let second = Document(
    id: "a", text: "A word before.\n\n“" + story + "”\n\nThe chef declined to give them back.")

  @Test func `keeps the order of the call and says the same in either`() {
    let detector = Detector()
    let forwards = detector.explain(Self.first, Self.second)
    let backwards = detector.explain(Self.second, Self.first)
    #expect(forwards.a == backwards.b)
    #expect(forwards.b == backwards.a)
    #expect(forwards.pair.containmentA == backwards.pair.containmentB)
    #expect(forwards.report.pairs == backwards.report.pairs)
    #expect(forwards.report.documents.map(\.id) == ["a", "b"])
    #expect(forwards.bands == backwards.bands)
  }

  @Test func `agrees with the scan of the two`() {
    let explanation = Detector().explain(Self.first, Self.second)
    let report = Detector().report(on: [Self.first, Self.second])
    #expect(report.pairs == explanation.report.pairs)
    #expect(report.findings.map(\.credits) == explanation.report.findings.map(\.credits))
    #expect(report.statistics.fingerprintCandidates == 1)
    #expect(explanation.isWritten)
    #expect(explanation.fingerprints.shared > 0)
  }

  @Test func `gives examples of shared fingerprints that read the same in both`() {
    let explanation = Detector().explain(Self.first, Self.second)
    #expect(!explanation.fingerprints.examples.isEmpty)
    for example in explanation.fingerprints.examples {
      #expect(Self.text(example.a, Self.first) == Self.text(example.b, Self.second))
    }
  }

  @Test func `cuts each text into paragraphs that make it up, with their opening quotes`() {
    let text = Detector().explain(Self.first, Self.second).b
    #expect(text.paragraphs.map { Self.text($0, Self.second) }.joined() == Self.second.text)
    #expect(text.paragraphs.count == 3)
    #expect(Self.text(text.paragraphs[1], Self.second).hasPrefix("“PORT VALE"))
  }

  @Test func `says why two texts do not match`() {
    let detector = Detector()
    let other = Document(id: "c", text: "Rain is expected in the north, with snow above a mile.")
    let unlike = detector.explain(Self.first, other)
    #expect(unlike.proposal == .none)
    #expect(!unlike.isWritten)
    #expect(unlike.obstacles.first?.contains("no run of 8 words") == true)
    let short = detector.explain(Self.first, Document(id: "d", text: "Port Vale."))
    #expect(short.proposal == .tooShort)
    #expect(short.obstacles == ["a text of fewer than 5 words pairs with nothing"])
  }

  private static func text(_ range: CodePointRange, _ document: Document) -> String {
    let scalars = document.text.unicodeScalars.dropFirst(range.start)
    return String(String.UnicodeScalarView(scalars.prefix(range.end - range.start)))
  }
}
