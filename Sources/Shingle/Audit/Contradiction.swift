/// A document whose record names one agency and whose text another.
public struct Contradiction: Sendable, Equatable {
  /// Names the finding, the same in every run: `x-` and 16 digits made of the document's id.
  public var id: String
  /// The index of the document.
  public var document: Int
  /// The credit in the record's fields.
  public var record: Credit
  /// The clearest credit in the text.
  public var text: Credit

  /// Returns the contradictions in all documents of a report, by id.
  ///
  /// A text contradicts its record where it names an agency in a dateline, byline, lead or footer
  /// and nowhere the one of the record. Names in its midst, contributions and photos do not count.
  ///
  /// - Complexity: O(*c*) for *c* credits.
  static func all(in report: Report) -> [Contradiction] {
    report.documents.indices.compactMap { document in
      let credits = report.findings[document].credits.filter {
        $0.type == .agency && $0.kind.namesSource
      }
      let text = credits.filter { $0.kind != .metadata }
      guard let record = credits.first(where: { $0.kind == .metadata }),
        let clearest = clearKinds.lazy.compactMap({ kind in text.first { $0.kind == kind } }).first,
        !text.contains(where: { $0.name.isSame(as: record.name) })
      else { return nil }
      return Contradiction(
        id: StableID.make("x", report.documents[document].id), document: document,
        record: record, text: clearest)
    }
  }

  /// The places that say whose the text is, the clearest first.
  private static let clearKinds: [CreditKind] = [.dateline, .byline, .footer, .lead]
}
