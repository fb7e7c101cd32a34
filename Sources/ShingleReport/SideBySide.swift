import Shingle

/// Sets two marked texts in two columns, with paragraphs that share a passage on one row.
struct SideBySide {
  let left: MarkedText
  let right: MarkedText
  let style: Style
  /// The terminal columns of each of the two.
  let columnWidth: Int

  /// The most zero-width characters on one base: more would flood the terminal, and no script
  /// writes them.
  private static let mostMarks = 8

  /// Returns the rows; `anchors` are the paragraphs that stand on one row, ascending in both.
  func rows(anchors: [(left: Int, right: Int)]) -> [String] {
    var rows: [String] = []
    var (nextLeft, nextRight) = (0, 0)
    let ends = anchors + [(left.paragraphs.count, right.paragraphs.count)]
    for end in ends {
      rows += zipped(
        lines(left.paragraphs[nextLeft..<end.left]), lines(right.paragraphs[nextRight..<end.right]))
      (nextLeft, nextRight) = (end.left, end.right)
    }
    return rows
  }

  /// Returns the lines of one text over the whole width of `columnWidth`, for narrow terminals.
  func lines(of text: MarkedText) -> [String] {
    lines(text.paragraphs[...]).map { rendered($0) }
  }

  /// The wrapped paragraphs, each with an empty line after it.
  private func lines(_ paragraphs: ArraySlice<[Cell]>) -> [[Cell]] {
    paragraphs.flatMap { paragraph in
      paragraph.isEmpty ? [] : wrap(paragraph, toColumns: columnWidth) + [[]]
    }
  }

  private func zipped(_ first: [[Cell]], _ second: [[Cell]]) -> [String] {
    (0..<max(first.count, second.count)).map { index in
      row(
        index < first.count ? first[index] : [], index < second.count ? second[index] : [])
    }
  }

  /// One row. Where a line runs from right to left, left-to-right marks keep a terminal that
  /// reorders such text from taking the two columns for one.
  private func row(_ first: [Cell], _ second: [Cell]) -> String {
    let used = first.reduce(0) { $0 + columns(of: $1.scalar) }
    let padding = String(repeating: " ", count: max(0, columnWidth - used))
    let isMirrored = (first + second).contains { isRightToLeft($0.scalar) }
    let rule = style.dim("│")
    let separator = isMirrored ? "\u{200E} \(rule) \u{200E}" : " \(rule) "
    let row = rendered(first) + padding + separator + rendered(second)
    return second.isEmpty ? rendered(first) + padding + " " + rule : row
  }

  private func rendered(_ line: [Cell]) -> String {
    var result = ""
    var run = String.UnicodeScalarView()
    var codes = ""
    var marks = 0
    for cell in line {
      marks = columns(of: cell.scalar) == 0 ? marks + 1 : 0
      guard marks <= Self.mostMarks else { continue }
      let next = style.isOn ? (cell.isMarker ? "1;" : "") + cell.mark.codes : ""
      if next != codes {
        result += style.wrapped(String(run), codes)
        (run, codes) = (String.UnicodeScalarView(), next)
      }
      run.append(cell.scalar)
    }
    return run.isEmpty ? result : result + style.wrapped(String(run), codes)
  }
}

/// Whether a scalar belongs to a script that runs from right to left (the blocks of Hebrew, Arabic,
/// Syriac, Thaana, N'Ko, their presentation forms, and the historic ones of plane 1).
private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

/// Picks the paragraphs to set on one row: of all shared passages the heaviest chain that ascends
/// in both texts.
///
/// - Complexity: O(*n*²) for *n* passages.
func anchors(_ explanation: Explanation) -> [(left: Int, right: Int)] {
  let places = explanation.pair.matches.map { match in
    (
      left: paragraph(of: match.a.start, in: explanation.a.paragraphs),
      right: paragraph(of: match.b.start, in: explanation.b.paragraphs), words: match.words
    )
  }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  var best = places.map { (words: $0.words, previous: -1) }
  for index in places.indices {
    for earlier in 0..<index
    where places[earlier].left < places[index].left && places[earlier].right < places[index].right
      && best[earlier].words + places[index].words > best[index].words
    {
      best[index] = (best[earlier].words + places[index].words, earlier)
    }
  }
  var chain: [(left: Int, right: Int)] = []
  var index = best.indices.max { best[$0].words < best[$1].words } ?? -1
  while index >= 0 {
    chain.append((places[index].left, places[index].right))
    index = best[index].previous
  }
  return chain.reversed()
}

/// The paragraph that holds an offset.
private func paragraph(of offset: Int, in paragraphs: [CodePointRange]) -> Int {
  (paragraphs.firstIndex { offset < $0.end }) ?? max(0, paragraphs.count - 1)
}
