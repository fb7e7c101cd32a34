/// The texts that take part in pairs, made ready for comparison; the others are not kept.
struct TextStore: Sendable {
  private var texts: [AnalyzedText?]

  init(
    _ documents: [Document], _ sketches: [DocumentSketch], _ identical: IdenticalTexts,
    _ candidates: [Candidate], configuration: Configuration
  ) {
    let recurring = Self.recurring(documents, sketches, identical, configuration)
    var isNeeded = [Bool](repeating: false, count: documents.count)
    for candidate in candidates {
      isNeeded[Int(candidate.a)] = true
      isNeeded[Int(candidate.b)] = true
    }
    for group in identical.groups { for document in group { isNeeded[Int(document)] = true } }
    if !recurring.isEmpty {
      for index in documents.indices where !isNeeded[index] {
        let source = documents[index].source ?? ""
        isNeeded[index] = sketches[index].paragraphs.contains {
          recurring.contains($0, in: source)
        }
      }
    }
    let needed = isNeeded
    texts = parallelMap(
      documents.count, threads: configuration.threads, scratch: Sketcher(configuration)
    ) { sketcher, index in
      guard needed[index] else { return nil }
      let text = documents[index].text
      guard configuration.findsPassages else { return AnalyzedText(sketcher.shingles(of: text)) }
      var tokens = sketcher.tokens(of: text)
      if !recurring.isEmpty { recurring.mark(&tokens, source: documents[index].source ?? "") }
      return AnalyzedText(tokens, of: text, shingleLength: configuration.shingleLength)
    }
  }

  /// The text of a document that takes part in a pair.
  subscript(document: some BinaryInteger) -> AnalyzedText {
    guard let text = texts[Int(document)] else {
      preconditionFailure("document \(document) takes part in no pair")
    }
    return text
  }

  /// The text of a document, if it takes part in a pair or has recurring paragraphs.
  func text(_ document: Int) -> AnalyzedText? { texts[document] }

  /// The comparison of a text with itself, which is one passage if it `aligns`.
  func selfComparison(of document: UInt32, aligns: Bool) -> Comparison {
    let text = self[document]
    let count = text.shingles.distinctCount
    guard aligns else {
      return Comparison(overlap: Overlap(first: count, second: count, shared: count))
    }
    return Comparison(identical: text, shingleCount: count, statistics: .shipped)
  }

  private static func recurring(
    _ documents: [Document], _ sketches: [DocumentSketch], _ identical: IdenticalTexts,
    _ configuration: Configuration
  ) -> RecurringParagraphs {
    let distinct = documents.indices.filter { Int(identical.representatives[$0]) == $0 }
    let texts = distinct.map {
      RecurringParagraphs.Text(
        document: $0, source: documents[$0].source ?? "", paragraphs: sketches[$0].paragraphs)
    }
    var sketcher = Sketcher(configuration)
    return RecurringParagraphs(texts) { document in
      Subject(sketcher.tokens(of: documents[document].text), .shipped)
    }
  }
}
