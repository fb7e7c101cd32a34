/// Wraps cells to lines of a number of terminal columns.
///
/// Lines break at spaces, and between the wide characters of scripts that write none, but not
/// before their closing punctuation nor after an opening bracket (a small part of UAX #14). A word
/// wider than a line is cut.
///
/// - Complexity: O(*n* · *w*) at worst for *n* cells and lines of *w* columns.
func wrap(_ cells: [Cell], toColumns width: Int) -> [[Cell]] {
  var lines: [[Cell]] = []
  var start = 0
  var used = 0
  var lastBreak: Int?
  var index = 0
  while index < cells.count {
    if index > start, canBreak(cells[index - 1], cells[index]) { lastBreak = index }
    let isSpace = cells[index].scalar == " " && !cells[index].isGlued
    let columns = columns(of: cells[index].scalar)
    if used + columns > width, columns > 0, index > start, !isSpace {
      let end = lastBreak ?? index
      lines.append(withoutTrailingSpace(cells[start..<end]))
      (start, index, used, lastBreak) = (end, end, 0, nil)
    } else {
      used += columns
      index += 1
    }
  }
  if start < cells.count { lines.append(withoutTrailingSpace(cells[start...])) }
  return lines
}

/// Wraps plain text that is harmless already.
func wrap(_ text: String, toColumns width: Int) -> [String] {
  wrap(text.unicodeScalars.map { Cell(scalar: $0) }, toColumns: width).map { line in
    String(String.UnicodeScalarView(line.map(\.scalar)))
  }
}

private func canBreak(_ last: Cell, _ next: Cell) -> Bool {
  if last.isGlued { return false }
  if last.scalar == " " { return true }
  guard columns(of: last.scalar) == 2 || columns(of: next.scalar) == 2 else { return false }
  return !isClosing(next) && !isOpening(last)
}

private func isClosing(_ cell: Cell) -> Bool {
  if cell.isMarker { return !cell.isGlued }
  switch cell.scalar.properties.generalCategory {
  case .closePunctuation, .finalPunctuation, .otherPunctuation, .nonspacingMark, .enclosingMark,
    .spacingMark, .format, .spaceSeparator:
    return true
  default: return false
  }
}

private func isOpening(_ cell: Cell) -> Bool {
  switch cell.scalar.properties.generalCategory {
  case .openPunctuation, .initialPunctuation: true
  default: false
  }
}

private func withoutTrailingSpace(_ line: ArraySlice<Cell>) -> [Cell] {
  Array(line.last?.scalar == " " ? line.dropLast() : line)
}
