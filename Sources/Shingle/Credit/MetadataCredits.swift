internal import FoundationEssentials

extension CreditFinder {
  /// Returns the credits that stand in a record's fields and not in its text: byline and source,
  /// and the fields by which feeds name whose copy an item is.
  func findInMetadata(of document: Document) -> [Credit] {
    var fields = [("byline", document.byline), ("source", document.source)]
      .compactMap { name, value in value.map { (name, $0) } }
    for field in document.metadata where Self.creditFields.contains(field.name.lowercased()) {
      fields += Self.strings(in: field.json).map { (field.name, $0) }
    }
    var credits: [Credit] = []
    for (field, value) in fields {
      guard let name = lastName(value)?.name,
        !credits.contains(where: { $0.name == name.canonical })
      else { continue }
      credits.append(
        Credit(
          name: name.canonical, type: name.type, kind: .metadata,
          range: CodePointRange(start: 0, end: 0), quote: value, field: field))
    }
    return credits
  }

  /// The fields, in small letters, that name whose copy an item is: ninjs (`by`, `infosources`,
  /// `copyrightholder`), NewsML-G2 (`creditline`, `infoSource`), schema.org (`author`, `creator`,
  /// `provider`, `sourceOrganization`, `creditText`).
  private static let creditFields: Set<String> = [
    "author", "by", "copyrightholder", "creator", "credit", "creditline", "credittext",
    "infosource", "infosources", "provider", "sourceorganization",
  ]

  /// The strings of a field: its own, those of an array, or the names of objects.
  private static func strings(in json: String) -> [String] {
    guard json.utf8.count <= 10_000,
      let node = try? JSONDecoder().decode(MetadataNode.self, from: Data(json.utf8))
    else { return [] }
    return node.strings
  }

  /// Returns the agency whose name a field is, in whatever spelling the table has.
  func agency(_ field: String) -> String? {
    guard let found = lastName(field), found.isWhole else { return nil }
    return found.name.canonical
  }

  /// Returns the agency that a short field names: the field is its name, or a byline that ends with
  /// it, as in `Jane Doe, Reuters`.
  private func lastName(_ field: String) -> (name: AgencyTable.Name, isWhole: Bool)? {
    guard field.utf8.count <= 200 else { return nil }
    var tokenizer = Tokenizer()
    let tokens = tokenizer.tokenize(field)
    guard tokens.count > 0 else { return nil }
    let gaps = Gaps(field.utf8Span.span, tokens)
    for mention in scanner.mentions(in: gaps)
    where mention.name.type == .agency && !mention.isUnknown {
      let isWhole = mention.tokens.count == tokens.count
      let isLast = mention.tokens.upper == tokens.count
      let isMarked = gaps.holds(Self.bylineMarks, before: mention.tokens.lower)
      if isWhole || (isLast && (isMarked || !mention.name.isAmbiguous)) {
        return (mention.name, isWhole)
      }
    }
    return nil
  }
}

/// A value of JSON, as far as it can name somebody.
private struct MetadataNode: Decodable {
  var strings: [String] = []

  private enum Key: String, CodingKey, CaseIterable {
    case name, literal, legalName
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      strings = Key.allCases.compactMap { try? object.decode(String.self, forKey: $0) }
    } else if var array = try? decoder.unkeyedContainer() {
      while !array.isAtEnd { strings += try array.decode(Self.self).strings }
    } else if let value = try? decoder.singleValueContainer().decode(String.self) {
      strings = [value]
    }
  }
}
