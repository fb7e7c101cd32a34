import Shingle

/// What is said of a stretch of text.
struct Mark: Equatable, Sendable {
  /// The number of the shared passage, from 1; 0 outside of all.
  var passage = 0
  /// Whether that passage is inside a quotation.
  var isQuoted = false
  /// Whether it is page furniture.
  var isFurniture = false
  /// Whether it is a credit.
  var isCredit = false

  /// Its codes in colour: six hues in turn, since the number tells passages apart anyway.
  var codes: String {
    var codes: [String] = []
    if passage > 0 { codes.append(Self.hues[(passage - 1) % Self.hues.count]) }
    if isQuoted { codes.append("3") }
    if isFurniture { codes.append("2") }
    if isCredit { codes.append("4") }
    return codes.joined(separator: ";")
  }

  private static let hues = ["32", "36", "33", "35", "34", "31"]

  /// The number as shown; a quotation's has a quotation mark.
  var label: String { isQuoted ? "\(passage)”" : "\(passage)" }
}

/// A character of marked text on its way to the terminal.
struct Cell: Sendable {
  var scalar: Unicode.Scalar
  var mark = Mark()
  /// Whether it is no part of the text but shows a mark.
  var isMarker = false
  /// Whether the line may not end after it.
  var isGlued = false
}

/// A document's text cut into paragraphs, with its passages, furniture and credits marked.
///
/// In colour a passage is its hue and a number where it begins. Without, everything is told by
/// brackets: `⟦1 passage⟧`, `⟦2” passage in a quotation⟧`, `⟨furniture⟩`, `_credit_`.
struct MarkedText: Sendable {
  /// The paragraphs, harmless for a terminal.
  private(set) var paragraphs: [[Cell]] = []
  private let usesColors: Bool

  /// Marks a text.
  ///
  /// - Parameters:
  ///   - text: The text and what was found of it.
  ///   - passages: The shared passages in the text, in the order of their numbers.
  ///   - usesColors: Whether marks are shown in colour, and not by brackets.
  init(
    _ text: Explanation.ExplainedText, passages: [(range: CodePointRange, isQuoted: Bool)],
    usesColors: Bool
  ) {
    self.usesColors = usesColors
    let scalars = Array(text.document.text.unicodeScalars)
    let marks = Self.marks(scalars.count, text, passages)
    paragraphs = text.paragraphs.map { cells(scalars, marks, $0) }
  }

  private static func marks(
    _ count: Int, _ text: Explanation.ExplainedText,
    _ passages: [(range: CodePointRange, isQuoted: Bool)]
  ) -> [Mark] {
    var marks = [Mark](repeating: Mark(), count: count)
    // A short passage may stand in a gap of a long one: the short one is set last.
    let order = passages.indices.sorted {
      let (left, right) = (passages[$0].range, passages[$1].range)
      return (left.end - left.start, $0) > (right.end - right.start, $1)
    }
    for number in order {
      for offset in passages[number].range.start..<passages[number].range.end {
        marks[offset].passage = number + 1
        marks[offset].isQuoted = passages[number].isQuoted
      }
    }
    for range in text.boilerplate {
      for offset in range.start..<range.end { marks[offset].isFurniture = true }
    }
    for credit in text.credits {
      for offset in credit.range.start..<credit.range.end { marks[offset].isCredit = true }
    }
    return marks
  }

  private func cells(
    _ scalars: [Unicode.Scalar], _ marks: [Mark], _ range: CodePointRange
  ) -> [Cell] {
    var cells: [Cell] = []
    var mark = Mark()
    var isSpacePending = false
    var visible: [Unicode.Scalar] = []
    for offset in range.start..<range.end {
      if isShownAsSpace(scalars[offset]) {
        isSpacePending = !cells.isEmpty
        continue
      }
      if marks[offset] != mark { close(mark, before: marks[offset], &cells) }
      if isSpacePending {
        cells.append(Cell(scalar: " ", mark: marks[offset] == mark ? mark : Mark()))
      }
      if marks[offset] != mark { open(marks[offset], after: mark, &cells) }
      (mark, isSpacePending) = (marks[offset], false)
      visible.removeAll(keepingCapacity: true)
      appendVisible(scalars[offset], to: &visible)
      for scalar in visible { cells.append(Cell(scalar: scalar, mark: mark)) }
    }
    close(mark, before: Mark(), &cells)
    return cells
  }
}

extension MarkedText {
  /// The outermost of passage, furniture and credit in which two marks differ.
  private func level(_ first: Mark, _ second: Mark) -> Int {
    if first.passage != second.passage { return 0 }
    return first.isFurniture != second.isFurniture ? 1 : 2
  }

  private func close(_ mark: Mark, before next: Mark, _ cells: inout [Cell]) {
    guard !usesColors else { return }
    let level = level(mark, next)
    if mark.isCredit { add("_", mark, &cells) }
    if mark.isFurniture, level <= 1 { add("⟩", mark, &cells) }
    if mark.passage > 0, level == 0 { add("⟧", mark, &cells) }
  }

  private func open(_ mark: Mark, after last: Mark, _ cells: inout [Cell]) {
    let level = level(last, mark)
    if mark.passage > 0, level == 0 {
      add(usesColors ? "[\(mark.label)]" : "⟦\(mark.label) ", mark, isGlued: true, &cells)
    }
    guard !usesColors else { return }
    if mark.isFurniture, level <= 1 { add("⟨", mark, isGlued: true, &cells) }
    if mark.isCredit { add("_", mark, isGlued: true, &cells) }
  }

  private func add(_ text: String, _ mark: Mark, isGlued: Bool = false, _ cells: inout [Cell]) {
    for scalar in text.unicodeScalars {
      cells.append(Cell(scalar: scalar, mark: mark, isMarker: true, isGlued: isGlued))
    }
  }
}
