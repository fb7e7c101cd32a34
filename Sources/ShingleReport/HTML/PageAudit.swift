import Shingle

/// The page's sections on quotations that were altered and on records that contradict their texts.
struct PageAudit {
  let audit: Audit
  let report: Report
  let options: HTMLPrinter.Options
  let places: PagePlaces

  private var words: AuditWords { AuditWords(report: report) }

  /// The values of the `audit` template.
  func values() -> PageTemplates.Values {
    let quotations = audit.quotations ?? []
    let altered = quotations.filter(\.isAltered)
    let shown = altered.prefix(options.maximumQuotations)
    let found = audit.contradictions.prefix(options.maximumPairs)
    return [
      "quotationCount": counted(quotations.count, "quotation"),
      "alteredCount": altered.count == 1 ? "1 was" : "\(altered.count) were",
      "quotations": shown.map(quotation),
      "cutQuotations": cut(altered.count - shown.count, "quotation"),
      "contradictions": found.isEmpty
        ? false : ["rows": found.map(contradiction)] as PageTemplates.Values as Any,
      "cutContradictions": cut(audit.contradictions.count - found.count, "article"),
    ]
  }

  private func cut(_ count: Int, _ noun: String) -> Any {
    count > 0 ? ["left": counted(count, "more " + noun)] as PageTemplates.Values : false
  }

  private func quotation(_ quotation: Quotation) -> PageTemplates.Values {
    let uses = quotation.uses.prefix(options.maximumMembers)
    return [
      "quotationID": quotation.id, "quotationText": visibleLine(quotation.uses[0].text),
      "uses": uses.map(use),
      "cutUses": cut(quotation.uses.count - uses.count, "article"),
    ]
  }

  private func use(_ use: QuotationUse) -> PageTemplates.Values {
    let drops = words.drops(use).joined(separator: " and ")
    return [
      "useOutlet": words.outlet(use.document), "useID": report.documents[use.document].id,
      "place": places.quotation(use.ranges[0], of: use.document) as Any? ?? false,
      "time": PageTime.values(report.documents[use.document].published),
      "change": use.change.rawValue, "isChanged": use.change == .changed,
      "beside": words.beside(use).isEmpty ? false : words.beside(use) as Any,
      "drops": drops.isEmpty ? false : drops as Any,
      "edits": use.edits.map { edit in
        [
          "old": edit.old.isEmpty ? false : visibleLine(edit.old) as Any,
          "new": edit.new.isEmpty ? false : visibleLine(edit.new) as Any,
        ] as PageTemplates.Values
      },
    ]
  }

  private func contradiction(_ found: Contradiction) -> PageTemplates.Values {
    [
      "findingID": found.id, "foundID": report.documents[found.document].id,
      "foundOutlet": words.outlet(found.document),
      "textPlace": places.credit(found.text, of: found.document) as Any? ?? false,
      "recordPlace": places.credit(found.record, of: found.document) as Any? ?? false,
      "recordName": found.record.name,
      "recordQuote": visibleLine(found.record.quote), "textName": found.text.name,
      "textKind": found.text.kind.rawValue, "textQuote": visibleLine(found.text.quote),
    ]
  }
}
