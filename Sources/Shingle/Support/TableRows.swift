/// The rows of a table of `data/`: lines of fields between tabs.
///
/// Fields are split at bytes: to split at characters takes most of a program's start.
enum TableRows {
  /// Returns the rows that have so many fields, comments left out: lines that begin with `#`.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func rows(_ table: String, fields count: Int) -> [[String]] {
    let bytes = Array(table.utf8)
    var rows: [[String]] = []
    var row: [String] = []
    var (start, isComment) = (0, bytes.first == 0x23)
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : 0x0A
      guard byte == 0x09 || byte == 0x0A else { continue }
      if !isComment { row.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
      start = index + 1
      guard byte == 0x0A else { continue }
      if row.count == count { rows.append(row) }
      row.removeAll(keepingCapacity: true)
      isComment = start < bytes.count && bytes[start] == 0x23
    }
    return rows
  }
}
