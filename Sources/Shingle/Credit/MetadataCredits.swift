extension CreditFinder {
  /// Returns the credits that stand in a record's fields and not in its text: byline and source.
  func findInMetadata(of document: Document) -> [Credit] {
    var credits: [Credit] = []
    for field in [document.byline, document.source] {
      guard let field, let name = lastName(field)?.name else { continue }
      let credit = Credit(
        name: name.canonical, type: name.type, kind: .metadata,
        range: CodePointRange(start: 0, end: 0), quote: field)
      if !credits.contains(where: { $0.name == credit.name }) { credits.append(credit) }
    }
    return credits
  }
}
