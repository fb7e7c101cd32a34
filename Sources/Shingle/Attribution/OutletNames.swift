/// The outlets of documents as credits spell them: `THE GUARDIAN` is `The Guardian`, and `ndtv.com`
/// and `www.ndtv.com` are `NDTV`.
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
    let name = Self.isDomain(source) ? Self.withoutSuffix(source) : source
    let hashes = tokenizer.tokenize(name).hashes
    let whole = table.names.first(at: 0, in: hashes) { $0.count == hashes.count }
    return whole?.value.canonical ?? source
  }

  /// Whether a source is the name of a site: labels with points between and no space.
  private static func isDomain(_ source: String) -> Bool {
    source.utf8.contains(UInt8(ascii: ".")) && !source.utf8.contains(UInt8(ascii: " "))
  }

  /// A site's name without `www` and without what follows it: a last label, and one of at most
  /// three letters before a last one of two, as in `co.uk`.
  private static func withoutSuffix(_ domain: String) -> String {
    var labels = domain.split(separator: ".")
    if labels.count > 2, labels[0].lowercased() == "www" { labels.removeFirst() }
    guard labels.count > 1, let last = labels.popLast() else { return domain }
    if last.utf8.count == 2, labels.count > 1, labels[labels.count - 1].utf8.count <= 3 {
      labels.removeLast()
    }
    return labels.joined(separator: " ")
  }
}
