import Shingle

/// Writes one article's text as paragraphs of marked pieces. Most of the page is made of them, so
/// they are written as bytes and not by a template.
struct PageParagraphs {
  /// The passages shared with the other column, in the order of the left one.
  let passages: [PagePassage]
  let credits: [Credit]
  let boilerplate: [CodePointRange]
  /// Where findings elsewhere on the page lead.
  let places: [PagePlaces.Place]
  let text: CodePoints
  /// The anchors of this column and of the other one.
  let anchor: String
  let otherAnchor: String
  private let escaping = PageText()

  init(
    passages: [PagePassage], credits: [Credit], boilerplate: [CodePointRange],
    places: [PagePlaces.Place], text: CodePoints, anchor: String, otherAnchor: String
  ) {
    self.passages = passages
    self.credits = credits
    self.boilerplate = boilerplate
    self.places = places
    self.text = text
    self.anchor = anchor
    self.otherAnchor = otherAnchor
  }

  /// The paragraphs as HTML, each with its line end; blank lines only separate.
  ///
  /// - Complexity: O(*n* + *r* log *r*), where *n* is the number of code points and *r* that of
  ///   marked ranges.
  func html() -> String {
    var html: [UInt8] = []
    var isOpen = false
    var named = Named(passages: passages.count, places: places.count)
    for segment in TextSegment.cut(length: text.count, at: annotations()) {
      for line in lines(of: segment.range) {
        if line.startsParagraph, isOpen {
          html += "</p>\n".utf8
          isOpen = false
        }
        guard line.range.start < line.range.end else { continue }
        if !isOpen { html += #"<p dir="auto">"#.utf8 }
        isOpen = true
        write(line.range, segment.annotations, &named, to: &html)
      }
    }
    if isOpen { html += "</p>\n".utf8 }
    return String(decoding: html, as: UTF8.self)
  }

  /// The passages and places that have their anchor: each has one, where it begins.
  private struct Named {
    var passages: [Bool]
    var places: [Bool]

    init(passages: Int, places: Int) {
      self.passages = [Bool](repeating: false, count: passages)
      self.places = [Bool](repeating: false, count: places)
    }
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
      + places.enumerated().map {
        AnnotatedRange(range: $0.element.range, annotation: .place($0.offset))
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

  /// Writes a piece of text between the tags of what it is; of overlapping passages, and of
  /// overlapping credits, the last.
  private func write(
    _ range: CodePointRange, _ annotations: [Annotation], _ named: inout Named,
    to html: inout [UInt8]
  ) {
    var ends: [String] = []
    var (passage, credit): (Int?, Int?) = (nil, nil)
    for annotation in annotations {
      switch annotation {
      case .boilerplate: break
      case .credit(let index): credit = index
      case .place(let index):
        guard !named.places[index] else { continue }
        named.places[index] = true
        html += #"<span class="place" id="\#(places[index].anchor)">"#.utf8
        ends.append("</span>")
      case .passage(let index):
        passage = index
        if !named.passages[index] { html += badge(index).utf8 }
        named.passages[index] = true
      }
    }
    if let passage {
      html += opening(passage).utf8
      ends.append("</a></mark>")
    }
    if annotations.contains(.boilerplate) {
      html += #"<span class="boilerplate">"#.utf8
      ends.append("</span>")
    }
    if let credit {
      html += opening(credits[credit]).utf8
      ends.append("</span>")
    }
    var bytes: [UInt8] = []
    text.append(range, to: &bytes)
    escaping.escape(bytes.span, to: &html)
    for end in ends.reversed() { html += end.utf8 }
  }

  private func badge(_ index: Int) -> String {
    let (number, label) = (index + 1, escaping.escapeText(passages[index].label))
    return ##"<a class="badge h\##(hue(index))" id="\##(anchor)-\##(number)" "##
      + ##"href="#\##(otherAnchor)-\##(number)" title="\##(label)" "##
      + ##"aria-label="Passage \##(number), \##(label): go to its counterpart">\##(number)</a>"##
  }

  private func opening(_ index: Int) -> String {
    let quoted = passages[index].quoted ? " quoted" : ""
    let label = escaping.escapeText(passages[index].label)
    return ##"<mark class="h\##(hue(index))\##(quoted)">"##
      + ##"<a href="#\##(otherAnchor)-\##(index + 1)" tabindex="-1" title="\##(label)">"##
  }

  private func opening(_ credit: Credit) -> String {
    let title = "\(credit.name), \(credit.type.rawValue), \(credit.kind.rawValue)"
    return #"<span class="credit" title="\#(escaping.escapeText(title))">"#
  }

  private func hue(_ index: Int) -> Int { index % Self.hueCount + 1 }

  /// As many hues as the style sheet has.
  private static let hueCount = 8
}

/// A shared passage as one of the two columns has it.
struct PagePassage {
  var range: CodePointRange
  var label: String
  var quoted: Bool
}
