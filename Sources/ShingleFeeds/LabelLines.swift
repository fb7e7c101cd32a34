import Glibc

/// One line of a file of labels, by its fields.
struct LabelRecord {
  /// Strings, and numbers as they are written.
  private var texts: [String: String] = [:]
  /// Other values, as JSON.
  private var values: [String: String] = [:]

  init(_ record: JSONRecord) {
    for index in 0..<record.count {
      let field = record[index]
      switch field.kind {
      case .string: texts[field.name] = field.string
      case .number: texts[field.name] = field.json
      case .null: break
      case .other: values[field.name] = field.json
      }
    }
  }

  init(columns: [String], cells: [String]) {
    for (column, cell) in zip(columns, cells) where !cell.isEmpty { texts[column] = cell }
  }

  /// A field that must be there and hold a text.
  func text(_ name: String) throws(LabelFault) -> String {
    guard let text = texts[name] else {
      throw values[name] == nil
        ? LabelFault("no field '\(name)'") : LabelFault("the field '\(name)' is not a string")
    }
    guard !text.isEmpty else { throw LabelFault("the field '\(name)' is empty") }
    return text
  }

  /// A field that may be missing.
  func optional(_ name: String) -> String? { texts[name] }

  /// A field that holds an array or object, as JSON.
  func json(_ name: String) -> String? { values[name] }
}

/// Why a line is no label.
struct LabelFault: Error {
  var reason: String
  var hint: String?

  init(_ reason: String, hint: String? = nil) {
    self.reason = reason
    self.hint = hint
  }
}

/// What a file of labels held that is none.
public struct LabelAccount: Sendable, Equatable {
  /// The lines that are not blank, a heading left out.
  public internal(set) var linesRead = 0
  /// The lines left out.
  public internal(set) var linesSkipped = 0
  /// Why they were left out, the first 1,000.
  public internal(set) var problems: [InputProblem] = []

  mutating func skip(_ problem: InputProblem) {
    linesSkipped += 1
    if problems.count < ReaderLimits().maximumProblems { problems.append(problem) }
  }
}

/// Reads files of labels line by line: JSON Lines, or columns between tabs below a heading.
struct LabelLines {
  let path: String
  /// The fields without which a line is no label.
  let needed: [String]
  private(set) var account = LabelAccount()
  /// The names in the heading, in a file of columns.
  private var columns: [String]?

  init(path: String, needed: [String]) {
    self.path = path
    self.needed = needed
  }

  /// Passes on each record with its line, and notes why one is not taken; fails where the file
  /// cannot be read. Below a heading without the fields that are needed nothing is read.
  mutating func read(
    _ take: (LabelRecord, _ line: Int) throws(LabelFault) -> Void
  ) throws(InputProblem) {
    do throws(SystemError) {
      let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError.last }
      defer { if path != "-" { close(descriptor) } }
      try read(.descriptor(descriptor), take)
    } catch {
      throw InputProblem(
        path: path, code: .unreadable, severity: .skipped, reason: error.reason)
    }
  }

  private mutating func read(
    _ source: ByteSource, _ take: (LabelRecord, Int) throws(LabelFault) -> Void
  ) throws(SystemError) {
    guard let parser = JSONRecordParser() else { throw SystemError(number: ENOMEM) }
    var lines = LineReader(source: source, maximumLineBytes: ReaderLimits().maximumRecordBytes)
    while lines.pending.count < byteOrderMark.count, try lines.fill() {}
    if lines[lines.pending].starts(with: byteOrderMark) { lines.skip(byteOrderMark.count) }
    var isFirst = true
    while let line = try lines.next() {
      let bytes = Array(lines[line.range])
      guard line.isTooLong || bytes.contains(where: { !Self.isSpace($0) }) else { continue }
      do throws(LabelFault) {
        defer { isFirst = false }
        if isFirst, try readHeading(bytes) { continue }
      } catch {
        account.linesRead += 1
        skip(error, line.number)
        return
      }
      account.linesRead += 1
      do throws(LabelFault) {
        guard !line.isTooLong else { throw LabelFault("the line is too long") }
        guard String(validating: bytes, as: UTF8.self) != nil else {
          throw LabelFault("the line is not UTF-8", hint: "save the file as UTF-8")
        }
        try take(try record(bytes, in: lines, at: line.range, parser), line.number)
      } catch {
        skip(error, line.number)
      }
    }
  }

  private mutating func skip(_ fault: LabelFault, _ line: Int) {
    account.skip(
      InputProblem(
        path: path, line: line, code: .badLabel, severity: .skipped, reason: fault.reason,
        hint: fault.hint))
  }

  /// Whether the first line is the heading of columns; fails where it names too little.
  private mutating func readHeading(_ bytes: [UInt8]) throws(LabelFault) -> Bool {
    guard bytes.first(where: { !Self.isSpace($0) }) != UInt8(ascii: "{") else { return false }
    let names = Self.cells(bytes)
    guard names.count > 1 else {
      try refuseOtherColumns(bytes)
      return false
    }
    let missing = needed.filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw LabelFault(
        "the heading lacks \(Self.list(missing))",
        hint: "it has \(Self.list(names)), and needs \(Self.list(needed))")
    }
    columns = names
    return true
  }

  /// Fails where the line is a heading whose names are not parted by tabs.
  private func refuseOtherColumns(_ bytes: [UInt8]) throws(LabelFault) {
    let separators: [(Unicode.Scalar, String)] = [(",", "commas"), (";", "semicolons")]
    for (separator, name) in separators {
      let names = Self.cells(bytes, separator: separator).map { $0.filter { $0 != "\"" } }
      guard names.count > 1, names.contains(where: needed.contains) else { continue }
      throw LabelFault(
        "the columns are parted by \(name)",
        hint: "part them by tabs, or write one JSON object a line")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(20).map { quoted($0) }.joined(separator: ", ") + (names.count > 20 ? " ..." : "")
  }

  private func record(
    _ bytes: [UInt8], in lines: LineReader, at range: Range<Int>,
    _ parser: borrowing JSONRecordParser
  ) throws(LabelFault) -> LabelRecord {
    if let columns { return LabelRecord(columns: columns, cells: Self.cells(bytes)) }
    let result = unsafe lines.withBytes(range) { bytes in
      unsafe parser.parse(bytes) { LabelRecord($0) }
    }
    switch result {
    case .success(let record): return record
    case .failure(let fault):
      throw LabelFault(
        fault.reason, hint: "a line is one object, or columns between tabs below a heading")
    }
  }

  private static func cells(_ bytes: [UInt8], separator: Unicode.Scalar = "\t") -> [String] {
    let isLineEnd = bytes.last == UInt8(ascii: "\r")
    return bytes.dropLast(isLineEnd ? 1 : 0)
      .split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
