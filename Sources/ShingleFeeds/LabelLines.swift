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
  private(set) var account = LabelAccount()
  /// The names in the heading, in a file of columns.
  private var columns: [String]?

  init(path: String) { self.path = path }

  /// Passes on each record with its line, and notes why one is not taken; fails where the file
  /// cannot be read.
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
      defer { isFirst = false }
      if isFirst, readHeading(bytes) { continue }
      account.linesRead += 1
      do throws(LabelFault) {
        guard !line.isTooLong else { throw LabelFault("the line is too long") }
        try take(try record(bytes, in: lines, at: line.range, parser), line.number)
      } catch {
        account.skip(
          InputProblem(
            path: path, line: line.number, code: .badLabel, severity: .skipped,
            reason: error.reason, hint: error.hint))
      }
    }
  }

  /// Whether the first line is the heading of columns.
  private mutating func readHeading(_ bytes: [UInt8]) -> Bool {
    guard bytes.first(where: { !Self.isSpace($0) }) != UInt8(ascii: "{") else { return false }
    let names = Self.cells(bytes)
    guard names.count > 1 else { return false }
    columns = names
    return true
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

  private static func cells(_ bytes: [UInt8]) -> [String] {
    let isLineEnd = bytes.last == UInt8(ascii: "\r")
    return bytes.dropLast(isLineEnd ? 1 : 0)
      .split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
