import Shingle

/// Lays one article's text out as paragraphs of marked pieces for the `text` template.
struct PageParagraphs {
  /// The passages shared with the other column, in the order of the left one.
  let passages: [PagePassage]
  let credits: [Credit]
  let boilerplate: [CodePointRange]
  let text: CodePoints
  /// The anchors of this column and of the other one.
  let anchor: String
  let otherAnchor: String

  /// The values of the template, paragraph by paragraph; blank lines only separate.
  ///
  /// - Complexity: O(*n* + *r* log *r*), where *n* is the number of code points and *r* that of
  ///   marked ranges.
  func values() -> [PageTemplates.Values] {
    var paragraphs: [PageTemplates.Values] = []
    var pieces: [PageTemplates.Values] = []
    var badged = [Bool](repeating: false, count: passages.count)
    for segment in TextSegment.cut(length: text.count, at: annotations()) {
      for line in lines(of: segment.range) {
        if line.startsParagraph, !pieces.isEmpty {
          paragraphs.append(["pieces": pieces])
          pieces = []
        }
        if line.range.start < line.range.end {
          pieces.append(piece(line.range, segment.annotations, &badged))
        }
      }
    }
    if !pieces.isEmpty { paragraphs.append(["pieces": pieces]) }
    return paragraphs
  }

  /// Boilerplate before passages before credits, the order in which a reader needs them nested.
  private func annotations() -> [AnnotatedRange] {
    boilerplate.map { AnnotatedRange(range: $0, annotation: .boilerplate) }
      + passages.enumerated().map {
        AnnotatedRange(range: $0.element.range, annotation: .passage($0.offset))
      }
      + credits.enumerated().map {
        AnnotatedRange(range: $0.element.range, annotation: .credit($0.offset))
      }
  }

  /// The lines of a segment without their line breaks.
  private func lines(
    of range: CodePointRange
  ) -> [(range: CodePointRange, startsParagraph: Bool)] {
    var lines: [(range: CodePointRange, startsParagraph: Bool)] = []
    var start = range.start
    var startsParagraph = false
    for offset in range.start..<range.end where isLineBreak(text[offset]) {
      lines.append((CodePointRange(start: start, end: offset), startsParagraph))
      start = offset + 1
      startsParagraph = true
    }
    lines.append((CodePointRange(start: start, end: range.end), startsParagraph))
    return lines
  }

  private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private func piece(
    _ range: CodePointRange, _ annotations: [Annotation], _ badged: inout [Bool]
  ) -> PageTemplates.Values {
    var values: PageTemplates.Values = [
      "content": text[range], "boilerplate": false, "passage": false, "credit": false,
    ]
    var badges: [PageTemplates.Values] = []
    for annotation in annotations {
      switch annotation {
      case .boilerplate: values["boilerplate"] = true
      case .credit(let index):
        let credit = credits[index]
        values["credit"] = [
          "credited": "\(credit.name), \(credit.type.rawValue), \(credit.kind.rawValue)"
        ]
      case .passage(let index):
        values["passage"] = passage(index)
        if !badged[index] { badges.append(passage(index)) }
        badged[index] = true
      }
    }
    values["badges"] = badges
    return values
  }

  private func passage(_ index: Int) -> PageTemplates.Values {
    let passage = passages[index]
    return [
      "number": index + 1, "hue": index % Self.hueCount + 1, "label": passage.label,
      "anchor": "\(anchor)-\(index + 1)", "counterpart": "\(otherAnchor)-\(index + 1)",
      "quoted": passage.quoted,
    ]
  }

  /// As many hues as the style sheet has.
  private static let hueCount = 8
}

/// A shared passage as one of the two columns has it.
struct PagePassage {
  var range: CodePointRange
  var label: String
  var quoted: Bool
}
