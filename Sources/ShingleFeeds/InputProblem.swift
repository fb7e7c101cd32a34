/// Something in the input that was skipped or doubtful: where, why, and what to do about it.
///
/// ```
/// feed.jsonl:3 (byte 812): no field 'text'; name the field with --text-field
/// ```
public struct InputProblem: Error, Sendable, Equatable {
  /// The kinds of problems; the raw values stand in manifests and do not change.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    /// A file or folder that cannot be opened or read.
    case unreadable
    /// A folder without files to read.
    case noArticles = "no-articles"
    /// A folder that holds a report of an earlier run, left out.
    case reportFolder = "report-folder"
    /// A compressed file.
    case compressed
    /// A file that is neither text nor JSON.
    case binary
    /// A JSON file that is no JSON Lines: one array, or objects over several lines.
    case notJSONLines = "not-json-lines"
    /// A record longer than the limit.
    case recordTooLong = "record-too-long"
    /// A record that is not JSON.
    case malformedRecord = "malformed-record"
    /// A record of JSON that is no object.
    case notAnObject = "not-an-object"
    /// A record that nests arrays and objects too deeply.
    case nestedTooDeeply = "nested-too-deeply"
    /// A record without a text.
    case missingText = "missing-text"
    /// Records without an id, reported once a file.
    case missingID = "missing-id"
    /// A record whose id another one bore before.
    case duplicateID = "duplicate-id"
    /// A line that labels no pair and no family.
    case badLabel = "bad-label"
    /// A date that is not understood or does not exist.
    case unknownDate = "unknown-date"
    /// A field that holds another type than the one it is read as.
    case unusableField = "unusable-field"
    /// Bytes or escapes that are no Unicode text, replaced by U+FFFD.
    case illFormedText = "ill-formed-text"
  }

  /// What became of the input.
  public enum Severity: String, Sendable, Equatable {
    /// The record or file was left out.
    case skipped
    /// The record was read all the same.
    case warning
  }

  /// The file as the caller named it; `-` for standard input.
  public var path: String
  /// The line, counted from 1.
  public var line: Int?
  /// The offset in the file, in bytes.
  public var byte: Int?
  /// The kind of problem.
  public var code: Code
  /// Whether anything was left out.
  public var severity: Severity
  /// What is wrong.
  public var reason: String
  /// What may be done about it.
  public var hint: String?

  /// Creates a problem.
  public init(
    path: String, line: Int? = nil, byte: Int? = nil, code: Code, severity: Severity,
    reason: String, hint: String? = nil
  ) {
    self.path = path
    self.line = line
    self.byte = byte
    self.code = code
    self.severity = severity
    self.reason = reason
    self.hint = hint
  }
}

extension InputProblem: CustomStringConvertible {
  /// `feed.jsonl:3 (byte 812): reason; hint`, without the parts that are unknown.
  public var description: String {
    let place = path + (line.map { ":\($0)" } ?? "") + (byte.map { " (byte \($0))" } ?? "")
    return "\(place): \(reason)" + (hint.map { "; \($0)" } ?? "")
  }
}

/// Renders input within a message: in quotation marks, on one line, cut after 40 characters.
func quoted(_ input: String) -> String {
  var kept = String.UnicodeScalarView()
  for scalar in input.unicodeScalars.prefix(40) {
    kept.append(scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : scalar)
  }
  let isCut = input.unicodeScalars.dropFirst(40).first != nil
  return "'\(String(kept))\(isCut ? "..." : "")'"
}
