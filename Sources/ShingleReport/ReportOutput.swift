import Shingle

/// Passes JSON Lines on in pieces of whole lines, so that a large report is never in memory twice;
/// the lines are written on up to `threads` threads and passed on in their order.
func printLines<Failure: Error>(
  _ count: Int, threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void,
  _ write: @Sendable (inout JSONWriter, Int) -> Void
) throws(Failure) {
  var start = 0
  while start < count {
    let lines = start..<min(count, start + threads * piecesAtOnce * pieceLines)
    let pieces = (lines.count + pieceLines - 1) / pieceLines
    let written = parallelMap(pieces, threads: threads) { piece in
      var json = JSONWriter()
      let first = lines.lowerBound + piece * pieceLines
      for index in first..<min(first + pieceLines, lines.upperBound) {
        write(&json, index)
        json.endLine()
      }
      return json.bytes
    }
    for piece in written { try sink(piece) }
    start = lines.upperBound
  }
}

/// The lines of a piece. Lines have some hundred bytes: large enough that a system call per piece
/// costs nothing beside the formatting, small enough to stay in the second-level cache.
private let pieceLines = 256
/// The pieces that are held at once for each thread: enough that none waits long for the slowest.
private let piecesAtOnce = 4

/// Returns all that a printer passes on, as one array.
func gathered(_ print: (([UInt8]) -> Void) -> Void) -> [UInt8] {
  var bytes: [UInt8] = []
  print { piece in bytes.append(contentsOf: piece) }
  return bytes
}

extension JSONWriter {
  mutating func range(_ range: CodePointRange) {
    beginObject()
    rangeMembers(range)
    endObject()
  }

  mutating func rangeMembers(_ range: CodePointRange) {
    key("start")
    integer(range.start)
    key("end")
    integer(range.end)
  }

  /// Writes a credit; only documents.jsonl gives its type, only evidence its document.
  mutating func credit(_ credit: Credit, document: String? = nil, withType: Bool = false) {
    beginObject()
    if let document {
      key("id")
      string(document)
    }
    key("agency")
    string(credit.name)
    if withType {
      key("type")
      string(credit.type.rawValue)
    }
    key("kind")
    string(credit.kind.rawValue)
    rangeMembers(credit.range)
    key("quote")
    string(credit.quote)
    if let field = credit.field {
      key("field")
      string(field)
    }
    endObject()
  }

  mutating func quantities(_ quantities: [Quantity]) {
    beginObject()
    quantityMembers(quantities)
    endObject()
  }

  mutating func quantityMembers(_ quantities: [Quantity]) {
    for quantity in quantities {
      key(quantity.name)
      switch quantity.value {
      case .integer(let value): integer(value)
      case .real(let value): real(value)
      case .bool(let value): bool(value)
      case .text(let value): string(value)
      }
    }
  }

  mutating func array<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }
}
