/// The quotations that stand in several documents: who changed words in them, and who dropped the
/// name or the credit beside them.
struct QuotationLedger {
  private let report: Report
  private let found: [QuotationReader.Found]

  /// The most quotations in a ledger; those in most documents are kept.
  static let mostQuotations = 10_000

  /// - Complexity: O(*n*) for *n* bytes of text.
  init(_ report: Report, of documents: [Int]) {
    self.report = report
    let read = parallelMap(
      documents.count, threads: report.configuration.threads, scratch: QuotationReader()
    ) { reader, number in
      let index = documents[number]
      let quotations = reader.quotations(report.documents[index].text, document: index)
      return Self.withoutCredits(quotations, report, index)
    }
    found = read.flatMap(\.self)
  }

  /// Takes the names of credits from those beside quotations: an agency is no speaker.
  private static func withoutCredits(
    _ quotations: [QuotationReader.Found], _ report: Report, _ document: Int
  ) -> [QuotationReader.Found] {
    let credits = report.findings[document].credits
    guard !quotations.isEmpty, !credits.isEmpty else { return quotations }
    let map = CodePointMap(report.documents[document].text)
    return quotations.map { quotation in
      var quotation = quotation
      quotation.speakers.removeAll { name in
        let range = map.range(name.bytes)
        return credits.contains { $0.range.start < range.end && range.start < $0.range.end }
      }
      return quotation
    }
  }

  /// Returns the ledger, the quotations that most documents have first, then in the order of their
  /// first documents.
  func quotations() -> [Quotation] {
    let ledger = QuotationGroups(found).groups().map(quotation).filter { $0.uses.count > 1 }
    let sorted = ledger.enumerated().sorted {
      ($1.element.uses.count, $0.offset) < ($0.element.uses.count, $1.offset)
    }
    return sorted.prefix(Self.mostQuotations).map(\.element)
  }

  /// A quotation as one document has it, perhaps in several parts.
  private struct Use {
    var document: Int
    var parts: [QuotationReader.Found]
    var words: [UInt64] { parts.flatMap(\.words) }
  }

  private func quotation(_ group: [Int]) -> Quotation {
    let byDocument = Dictionary(grouping: group) { found[$0].document }
    let longest = group.map { found[$0] }.max { $0.words.count < $1.words.count }?.words ?? []
    let uses = byDocument.keys.sorted().map { document in
      Use(document: document, parts: parts((byDocument[document] ?? []).map { found[$0] }, longest))
    }.sorted { rank($0) < rank($1) }
    guard let first = uses.first else { preconditionFailure("a group has a quotation") }
    let entries = uses.map { entry($0, beside: first) }
    let place = entries[0].ranges[0]
    let id = StableID.make(
      "q", report.documents[first.document].id, "\(place.start)", "\(place.end)")
    return Quotation(id: id, uses: entries)
  }

  /// The parts of one document that say something of the quotation that its longer parts do not: a
  /// headline or a box may repeat it.
  private func parts(
    _ quotations: [QuotationReader.Found], _ whole: [UInt64]
  ) -> [QuotationReader.Found] {
    let byLength = quotations.indices.sorted {
      (quotations[$1].words.count, $0) < (quotations[$0].words.count, $1)
    }
    var chosen: [Int] = []
    var shared = 0
    for index in byLength {
      let trial = (chosen + [index]).sorted()
      let words = trial.flatMap { quotations[$0].words }
      let common = WordDifference(from: whole, to: words).common.count
      if chosen.isEmpty || 2 * (common - shared) >= quotations[index].words.count {
        (chosen, shared) = (trial, common)
      }
    }
    return chosen.map { quotations[$0] }
  }

  /// The origin's own article first, then by date, the longest and the first by id.
  private func rank(_ use: Use) -> (Int, Int64, Int, Int) {
    let cluster = report.findings[use.document].cluster
    let isOrigin = cluster.map { report.clusters[$0].origin.document == use.document } ?? false
    let date = report.documents[use.document].published?.secondsSince1970
    return (isOrigin ? 0 : 1, date ?? Int64.max, -use.words.count, use.document)
  }

  private func entry(_ use: Use, beside first: Use) -> QuotationUse {
    let difference = WordDifference(from: first.words, to: use.words)
    let text = report.documents[use.document].text
    let map = CodePointMap(text)
    let credit = credit(use, map)
    let expected = use.document == first.document ? nil : self.credit(first, nil)
    return QuotationUse(
      document: use.document, ranges: use.parts.map { map.range($0.span) },
      text: use.parts.map { text.substring($0.span) }.joined(separator: " ... "),
      change: change(difference, first.words.count), edits: edits(difference, first, use),
      speakers: use.parts.flatMap { $0.speakers.map { text.substring($0.bytes) } }.withoutRepeats,
      credit: credit,
      dropsSpeaker: dropsSpeaker(use, first, credit: credit),
      dropsCredit: expected.map { !names($0, use.document) } ?? false)
  }

  private func change(_ difference: WordDifference, _ count: Int) -> QuotationChange {
    if difference.edits.isEmpty { return .same }
    let isInside = difference.edits.contains { edit in
      (edit.old.lowerBound > 0 && edit.old.upperBound < count)
        || (!edit.old.isEmpty && !edit.new.isEmpty)
    }
    if isInside { return .changed }
    return difference.edits.contains { !$0.old.isEmpty } ? .shortened : .longer
  }

  private func edits(_ difference: WordDifference, _ first: Use, _ use: Use) -> [QuotationEdit] {
    difference.edits.map { edit in
      QuotationEdit(
        position: edit.old.lowerBound, old: words(edit.old, of: first),
        new: words(edit.new, of: use))
    }
  }

  /// Words of a quotation as they are printed, with what stands between them.
  private func words(_ range: Range<Int>, of use: Use) -> String {
    let text = report.documents[use.document].text
    var pieces: [String] = []
    var start = 0
    for part in use.parts {
      let lower = max(range.lowerBound - start, 0)
      let upper = min(range.upperBound - start, part.words.count)
      if lower < upper {
        let bytes = ByteRange(part.bytes[lower].lower, part.bytes[upper - 1].upper)
        pieces.append(text.substring(bytes))
      }
      start += part.words.count
    }
    return pieces.joined(separator: " ... ")
  }

  /// Whether the first use has a name beside it, and this one has neither that name near, nor
  /// another name, nor a word in common that says by whom it was spoken.
  private func dropsSpeaker(_ use: Use, _ first: Use, credit: String?) -> Bool {
    let speakers = first.parts.flatMap(\.speakers).flatMap(\.words)
    guard use.document != first.document, !speakers.isEmpty, credit == nil else { return false }
    let phrase = first.parts.reduce(into: Set<UInt64>()) { $0.formUnion($1.beside) }
    return use.parts.allSatisfy { part in
      part.speakers.isEmpty && !speakers.contains(where: part.near.contains)
        && part.beside.isDisjoint(with: phrase)
    }
  }
}

extension QuotationLedger {
  /// The agency or outlet credited beside a quotation.
  private func credit(_ use: Use, _ map: CodePointMap?) -> String? {
    let credits = report.findings[use.document].credits.filter {
      $0.kind.namesSource && $0.kind != .metadata
    }
    guard !credits.isEmpty else { return nil }
    let map = map ?? CodePointMap(report.documents[use.document].text)
    for part in use.parts {
      let around = map.range(part.surroundings)
      let beside = credits.first { $0.range.start < around.end && around.start < $0.range.end }
      if let beside { return beside.name }
    }
    return nil
  }

  /// Whether a document credits a name anywhere, or is its own article.
  private func names(_ name: String, _ document: Int) -> Bool {
    report.findings[document].credits.contains { $0.kind.namesSource && $0.name.isSame(as: name) }
      || name.isSame(as: report.documents[document].source)
  }
}

extension QuotationReader.Found {
  /// The bytes from its first word to its last.
  fileprivate var span: ByteRange { ByteRange(bytes[0].lower, bytes[bytes.count - 1].upper) }
}

extension Sequence where Element == String {
  /// The strings without those that came before.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<UInt64> = []
    return filter { seen.insert(XXH3.hash($0)).inserted }
  }
}
