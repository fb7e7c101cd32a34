import CSimdJSON
import CXXHash

/// Why a record is not one.
struct JSONFault: Error, Equatable {
  let error: UInt32
  /// The byte within the record, where it is known.
  let byte: Int?

  var code: InputProblem.Code {
    switch shingle_json_error(error) {
    case SHINGLE_JSON_NOT_AN_OBJECT: .notAnObject
    case SHINGLE_JSON_TOO_DEEP: .nestedTooDeeply
    case SHINGLE_JSON_TOO_LARGE: .recordTooLong
    default: .malformedRecord
    }
  }

  var reason: String {
    switch shingle_json_error(error) {
    case SHINGLE_JSON_NOT_AN_OBJECT: "the record is not a JSON object"
    case SHINGLE_JSON_TRUNCATED: "the record ends too early"
    case SHINGLE_JSON_UNCLOSED_STRING: "a string is not closed"
    case SHINGLE_JSON_CONTROL_CHARACTER: "a string holds a control character that is not escaped"
    case SHINGLE_JSON_BAD_ESCAPE: "a string holds an escape unknown to JSON"
    case SHINGLE_JSON_BAD_NUMBER: "a number is not one of JSON's"
    case SHINGLE_JSON_BAD_LITERAL: "a word is none of 'true', 'false' and 'null'"
    case SHINGLE_JSON_EXPECTED_KEY: "a field's name is missing"
    case SHINGLE_JSON_EXPECTED_COLON: "a colon is missing"
    case SHINGLE_JSON_EXPECTED_COMMA: "a comma is missing"
    case SHINGLE_JSON_TOO_DEEP:
      "nested too deeply, over \(SHINGLE_JSON_MAXIMUM_DEPTH) levels"
    case SHINGLE_JSON_TRAILING_CONTENT: "something follows the record on its line"
    case SHINGLE_JSON_TOO_LARGE: "the record is too large for the memory"
    default: "a value is missing"
    }
  }
}

/// The top-level fields of one record, valid while it is lent by ``JSONRecordParser``.
@safe struct JSONRecord {
  private let fields: UnsafeBufferPointer<shingle_json_field>
  /// Whether ill-formed bytes were replaced by U+FFFD.
  let isIllFormed: Bool
  private let start: UnsafePointer<UInt8>?

  fileprivate init(_ record: shingle_json_record, start: UnsafePointer<UInt8>?) {
    unsafe fields = UnsafeBufferPointer(start: record.fields, count: record.count)
    isIllFormed = unsafe record.is_ill_formed
    // Of an ill-formed record the fields stand in a copy that was put right.
    unsafe self.start = unsafe isIllFormed ? nil : start
  }

  var count: Int { unsafe fields.count }

  subscript(index: Int) -> JSONField { unsafe JSONField(fields[index], start) }
}

/// One field of a record.
@safe struct JSONField {
  enum Kind {
    case string
    case number
    case null
    case other
  }

  private let field: shingle_json_field
  private let start: UnsafePointer<UInt8>?

  fileprivate init(_ field: shingle_json_field, _ start: UnsafePointer<UInt8>?) {
    unsafe self.field = unsafe field
    unsafe self.start = unsafe start
  }

  var kind: Kind {
    switch unsafe field.kind {
    case SHINGLE_JSON_STRING: .string
    case SHINGLE_JSON_NUMBER: .number
    case SHINGLE_JSON_NULL: .null
    default: .other
    }
  }

  var name: String { unsafe Self.string(field.key, field.key_length) }

  /// The string's value, its escapes resolved; empty for other kinds.
  var string: String { unsafe Self.string(field.value, field.value_length) }

  /// The value as it stands in the record.
  var json: String { unsafe Self.string(field.raw, field.raw_length) }

  /// Whether the string held a lone surrogate, which U+FFFD now stands for.
  var isRepaired: Bool { unsafe field.repaired }

  /// Where the inside of a string stands in the record, escapes and all; nil where it is not known.
  var inside: Range<Int>? {
    guard let start = unsafe start, let raw = unsafe field.raw else { return nil }
    let first = unsafe raw - start + 1
    return first..<first + (unsafe field.raw_length) - 2
  }

  /// The length of the string's value in bytes, and their XXH3.
  var fingerprint: (byteCount: Int, digest: UInt64) {
    unsafe (field.value_length, shingle_xxh3(field.value, field.value_length))
  }

  func isNamed(_ name: [UInt8]) -> Bool {
    guard unsafe field.key_length == name.count else { return false }
    return unsafe UnsafeBufferPointer(start: field.key, count: name.count).elementsEqual(name)
  }

  /// The bytes are not validated once more: simdjson's index has found the record well formed, or
  /// it was repaired, and whole tokens are cut out of it.
  private static func string(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> String {
    let bytes = unsafe UnsafeBufferPointer(start: bytes, count: count)
    var wellFormed = unsafe UTF8Span(unchecked: bytes.span)
    _ = wellFormed.checkForASCII()
    return String(copying: wellFormed)
  }
}

/// Parses records of JSON Lines in place, one after the other.
@safe struct JSONRecordParser: ~Copyable {
  private let parser: OpaquePointer

  /// Creates a parser, or nothing where there is no memory.
  init?() {
    guard let parser = unsafe shingle_json_create() else { return nil }
    unsafe self.parser = unsafe parser
  }

  deinit {
    unsafe shingle_json_destroy(parser)
  }

  /// Parses bytes with ``LineReader/padding`` readable ones behind them, and lends the record.
  func parse<Output>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (JSONRecord) -> Output
  ) -> Result<Output, JSONFault> {
    let record = unsafe shingle_json_parse(parser, bytes.baseAddress, bytes.count)
    guard unsafe record.error == SHINGLE_JSON_OK else {
      let byte = unsafe record.offset
      return .failure(
        JSONFault(error: unsafe record.error.rawValue, byte: byte < 0 ? nil : Int(byte)))
    }
    return .success(body(unsafe JSONRecord(record, start: bytes.baseAddress)))
  }
}
