import Shingle

/// Parses the records of lines that stand in a reader's buffer, on several threads.
struct RecordParsers: Sendable {
  /// What became of a line: whether its bytes had to be put right, and the record.
  typealias Parsed = Result<(isIllFormed: Bool, outcome: RecordMapping.Outcome), JSONFault>

  /// One parser for each thread.
  private let parsers: [SharedParser]
  private let mapping: RecordMapping

  /// Creates parsers, or nothing where there is no memory.
  init?(_ mapping: RecordMapping, threads: Int) {
    precondition(threads > 0, "a reader has 1 thread or more")
    let parsers = (0..<threads).compactMap { _ in SharedParser() }
    guard parsers.count == threads else { return nil }
    self.parsers = parsers
    self.mapping = mapping
  }

  /// The lines to be parsed at once: some for each thread, and one where there is but one thread.
  var linesAtOnce: Int { parsers.count == 1 ? 1 : 512 * parsers.count }

  /// Parses lines, in their order.
  ///
  /// - Parameters:
  ///   - bodies: the lines without the white space around them.
  ///   - lines: the reader in whose buffer they stand.
  ///   - texts: where texts are left, and the offset of the buffer's first byte there.
  /// - Returns: a record or its fault for each line.
  func parse(_ bodies: [Range<Int>], in lines: LineReader, _ texts: RecordPlace?) -> [Parsed] {
    let share = (bodies.count + parsers.count - 1) / parsers.count
    let parts = parallelMap(parsers.count, threads: parsers.count) { number in
      bodies.dropFirst(number * share).prefix(share).map { body in
        let place = texts.map { RecordPlace(texts: $0.texts, start: $0.start + body.lowerBound) }
        return unsafe lines.withBytes(body) { bytes in
          unsafe parsers[number].parser.parse(bytes) {
            (isIllFormed: $0.isIllFormed, outcome: mapping.outcome(of: $0, leavingTextIn: place))
          }
        }
      }
    }
    return parts.count == 1 ? parts[0] : parts.flatMap(\.self)
  }
}

/// A parser that one thread at a time uses: each has its own share of the lines and its own parser.
private final class SharedParser: @unchecked Sendable {
  let parser: JSONRecordParser

  init?() {
    guard let parser = JSONRecordParser() else { return nil }
    self.parser = parser
  }
}
