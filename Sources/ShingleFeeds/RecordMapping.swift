import Shingle

/// Turns the fields of a record into a document, under the names that the user gave.
struct RecordMapping {
  /// What a field is read as.
  enum Role {
    case id, text, title, source, url, published, byline, language, version
  }

  /// What became of a record.
  struct Outcome {
    /// The document; its id is empty where the record has none.
    var document: Document
    var hasText = false
    /// The record's first fields as a message names them, gathered only where it has no text.
    var fieldNames: [String] = []
    /// A date that is not understood, as it stands in the record.
    var unknownDate: String?
    /// The first field in which a lone surrogate was replaced.
    var repairedField: String?
    /// The fields that hold what they are not read as, such as an outlet that is a list.
    var unusableFields: [String] = []
  }

  /// What became of a field, the least first.
  private enum Use: Int {
    /// No role has its name.
    case none
    /// It holds nothing of the type that its role is read as.
    case unusable
    /// Its date is not understood, which is said elsewhere.
    case undated
    case taken
  }

  /// The fields that a message names at most: those of a usual record, on a line still readable.
  private static let namedFields = 12

  private let roles: [(role: Role, name: [UInt8])]

  init(_ names: FieldNames) {
    let pairs: [(Role, String)] = [
      (.id, names.id), (.text, names.text), (.title, names.title), (.source, names.source),
      (.url, names.url), (.published, names.published), (.byline, names.byline),
      (.language, names.language), (.version, names.version),
    ]
    roles = pairs.map { ($0.0, Array($0.1.utf8)) }
  }

  /// Returns what becomes of a record; its text is left in `texts`, where they are given.
  func outcome(of record: JSONRecord, leavingTextIn texts: RecordPlace? = nil) -> Outcome {
    var outcome = Outcome(document: Document(id: "", text: ""))
    for index in 0..<record.count {
      let field = record[index]
      var use = Use.none
      for (role, name) in roles where field.isNamed(name) {
        let next = take(field, as: role, into: &outcome, texts)
        if next.rawValue > use.rawValue { use = next }
      }
      if use == .unusable { outcome.unusableFields.append(field.name) }
      if use == .taken {
        if field.isRepaired && outcome.repairedField == nil { outcome.repairedField = field.name }
      } else {
        outcome.document.metadata.append(MetadataField(name: field.name, json: field.json))
      }
    }
    if !outcome.hasText {
      outcome.fieldNames = (0..<min(record.count, Self.namedFields)).map {
        quoted(record[$0].name)
      }
      if record.count > Self.namedFields { outcome.fieldNames.append("...") }
    }
    return outcome
  }

  /// Takes a field's value, unless it is of no use and so mere metadata.
  private func take(
    _ field: JSONField, as role: Role, into outcome: inout Outcome, _ texts: RecordPlace?
  ) -> Use {
    if field.kind == .null { return role == .text ? .unusable : .taken }
    switch (role, field.kind) {
    case (.text, .string):
      if let texts, let place = texts.place(of: field) {
        outcome.document.leaveText(in: texts.texts, at: place)
      } else {
        outcome.document.text = field.string
      }
      outcome.hasText = true
    case (.published, .string), (.published, .number):
      return takeDate(field, into: &outcome)
    case (_, .string):
      set(role, of: &outcome.document, to: field.string)
    case (.id, .number), (.version, .number):
      set(role, of: &outcome.document, to: field.json)
    default: return .unusable
    }
    return .taken
  }

  private func takeDate(_ field: JSONField, into outcome: inout Outcome) -> Use {
    let literal = field.kind == .string ? field.string : field.json
    guard !literal.isEmpty else { return .taken }
    outcome.document.published =
      field.kind == .string ? FeedDate.timestamp(literal) : FeedDate.timestamp(epoch: literal)
    if outcome.document.published == nil { outcome.unknownDate = literal }
    return outcome.document.published == nil ? .undated : .taken
  }

  private func set(_ role: Role, of document: inout Document, to value: String) {
    switch role {
    case .id: document.id = value
    case .title: document.title = value
    case .source: document.source = value
    case .url: document.url = value
    case .byline: document.byline = value
    case .language: document.language = value
    case .version: document.version = value
    case .text, .published: break
    }
  }
}
