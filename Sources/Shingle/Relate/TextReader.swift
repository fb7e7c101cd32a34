/// Makes the texts of a run ready for comparison, one by one.
struct TextReader: Sendable {
  let documents: [Document]
  let configuration: Configuration
  private let recurring: RecurringParts
  private let hasRecurring: [Bool]

  init(
    _ documents: [Document], _ sketches: [DocumentSketch], _ identical: IdenticalTexts,
    configuration: Configuration
  ) {
    self.documents = documents
    self.configuration = configuration
    let recurring = Self.recurring(documents, sketches, identical, configuration)
    self.recurring = recurring
    hasRecurring = documents.indices.map { index in
      !recurring.isEmpty
        && sketches[index].partsThatMayRecur.contains {
          recurring.contains($0, in: documents[index].source ?? "")
        }
    }
  }

  /// Whether a document has parts that recur in its source, beside what its words tell.
  func hasRecurringParts(_ document: Int) -> Bool { hasRecurring[document] }

  /// Returns a document's text with all its boilerplate marked, and its outline where passages are
  /// looked for.
  ///
  /// - Complexity: O(*n* log *n*) for *n* words.
  func text(_ document: Int, _ sketcher: inout Sketcher) -> (AnalyzedText, TextOutline?) {
    let text = documents[document].text
    guard configuration.findsPassages else {
      return (AnalyzedText(sketcher.shingles(of: text)), nil)
    }
    let tokens = tokens(document, text, &sketcher)
    return (
      AnalyzedText(tokens, of: text, shingleLength: configuration.shingleLength),
      TextOutline(tokens, of: text)
    )
  }

  /// Returns a document's outline.
  func outline(_ document: Int, _ sketcher: inout Sketcher) -> TextOutline {
    let text = documents[document].text
    return TextOutline(tokens(document, text, &sketcher), of: text)
  }

  private func tokens(_ document: Int, _ text: String, _ sketcher: inout Sketcher) -> Tokens {
    var tokens = sketcher.tokens(of: text)
    if hasRecurring[document] {
      recurring.mark(&tokens, source: documents[document].source ?? "")
    }
    return tokens
  }

  private static func recurring(
    _ documents: [Document], _ sketches: [DocumentSketch], _ identical: IdenticalTexts,
    _ configuration: Configuration
  ) -> RecurringParts {
    let distinct = documents.indices.filter { Int(identical.representatives[$0]) == $0 }
    let texts = distinct.map {
      RecurringParts.Text(
        document: $0, source: documents[$0].source ?? "", parts: sketches[$0].partsThatMayRecur)
    }
    var sketcher = Sketcher(configuration)
    return RecurringParts(texts) { document in
      Subject(sketcher.tokens(of: documents[document].text), .shipped)
    }
  }
}
