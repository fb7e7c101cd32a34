/// The outlets of documents as credits spell them: `THE GUARDIAN` is `The Guardian`.
///
/// A source that the tables do not know is its own name.
struct OutletNames: Sendable {
  private let table: AgencyTable

  init(table: AgencyTable = .shipped) {
    self.table = table
  }

  /// Bytes of a source beyond which it is no outlet's name.
  private static let longest = 200

  /// Returns the names of the outlets of all documents, in their order.
  ///
  /// - Complexity: O(*n*) for sources of *n* bytes; each distinct one is looked up once.
  func names(of documents: [Document]) -> [String?] {
    var tokenizer = Tokenizer()
    var known: [UInt64: String] = [:]
    return documents.map { document in
      guard let source = document.source, !source.isEmpty else { return nil }
      let key = XXH3.hash(source)
      if let name = known[key] { return name }
      let name = canonical(source, &tokenizer)
      known[key] = name
      return name
    }
  }

  private func canonical(_ source: String, _ tokenizer: inout Tokenizer) -> String {
    guard source.utf8.count <= Self.longest else { return source }
    let hashes = tokenizer.tokenize(source).hashes
    let whole = table.names.phrases(at: 0, in: hashes).first { $0.tokens.count == hashes.count }
    return whole?.value.canonical ?? source
  }
}
