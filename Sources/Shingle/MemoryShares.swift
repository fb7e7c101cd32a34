/// How the memory of a run is shared out among what it holds.
struct MemoryShares: Sendable {
  /// What is not taken by the documents and their sketches.
  private let working: Int

  /// The bytes of a document's sketch that stand elsewhere: credits, paragraphs, a headline. Of
  /// generated news, measured as what a scan of 100,000 holds after the index.
  private static let bytesPerSketch = 250
  /// A candidate, and the verdict where there is anything to say, as of every second.
  private static let bytesPerCandidate = 32
  /// What is found of a candidate, on average.
  private static let bytesPerFinding = 120

  /// Shares out `memory` bytes for a run on documents. What must be held may need most of it; a quarter
  /// is for the rest all the same.
  init(_ documents: [Document], memory: Int) {
    let each =
      MemoryLayout<Document>.stride + MemoryLayout<DocumentSketch>.stride + Self.bytesPerSketch
    let held = documents.reduce(documents.count * each) { $0 + $1.heldByteCount }
    working = max(memory - held, memory / 4)
  }

  /// For the keys of the documents; what they lead to needs as much.
  var keys: Int { working / 2 }
  /// For the postings of the fingerprints, and what leads to them.
  var postings: Int { working / 2 }

  /// For what is found of pairs, be they candidates or of documents with one text.
  var pairs: Int { working / 4 }

  /// For the words of texts, where there are so many candidates.
  func texts(candidates: Int) -> Int {
    let findings = min(candidates * Self.bytesPerFinding, pairs)
    return max(working - findings - candidates * Self.bytesPerCandidate, working / 4)
  }
}
