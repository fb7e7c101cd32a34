/// A quotation that stands in more than one document.
public struct Quotation: Sendable, Equatable {
  /// Names the quotation: `q-` and 16 digits made of the place of its first use.
  public var id: String
  /// Its uses: first the one that the others are compared with, which is the origin's, else the
  /// earliest dated, else the longest; then by date and id.
  public var uses: [QuotationUse]
}

/// A quotation as one document has it.
public struct QuotationUse: Sendable, Equatable {
  /// The index of the document.
  public var document: Int
  /// Where it stands, without its marks; more than one range where the text breaks off for a while,
  /// as for `he said`.
  public var ranges: [CodePointRange]
  /// Its text, the parts joined by ` ... `.
  public var text: String
  /// How its words differ from those of the first use.
  public var change: QuotationChange
  /// The differences, in the order of the first use.
  public var edits: [QuotationEdit]
  /// The names that stand beside it, in order.
  public var speakers: [String]
  /// The agency or outlet that is credited beside it.
  public var credit: String?
  /// Whether a name stands beside the first use and nothing here says by whom it was spoken: no
  /// name, no credit and no word that the first use has beside it too.
  public var dropsSpeaker: Bool
  /// Whether the agency or outlet credited beside the first use is credited nowhere in the document.
  public var dropsCredit: Bool
}

/// How a quotation's words differ from those of its first use.
public enum QuotationChange: String, Sendable, Hashable, CaseIterable {
  /// No word differs; marks and capitals may.
  case same
  /// Words are missing at its start or end only.
  case shortened
  /// It has more words at its start or end only.
  case longer
  /// Words inside it differ.
  case changed
}

/// Words of a quotation's first use and what stands in their place in another.
public struct QuotationEdit: Sendable, Equatable {
  /// The number of words of the first use before the place.
  public var position: Int
  /// The words of the first use, as printed; empty where words were put in.
  public var old: String
  /// The words of the other use, as printed; empty where words were left out.
  public var new: String
}
