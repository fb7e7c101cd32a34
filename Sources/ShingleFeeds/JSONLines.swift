import Shingle

extension ArticleReader {
  /// Reads the records of a file, one a line; blank lines are none.
  mutating func readRecords(
    _ lines: inout LineReader, path: String, leavingTextsIn texts: RecordTexts?
  ) throws(SystemError) {
    guard let parsers = RecordParsers(mapping, threads: threads) else {
      return skipFile(path, .unreadable, "cannot be read: no memory")
    }
    if lines[lines.pending].starts(with: byteOrderMark) { lines.skip(byteOrderMark.count) }
    var isIDMissing = false
    var isFirst = true
    if threads > 1 { lines.widen() }
    while true {
      let next = try lines.nextLines(most: parsers.linesAtOnce)
      guard !next.isEmpty else { return }
      let bodies = next.map { Self.trim(lines[$0.range]) }
      let records = next.indices.filter { next[$0].isTooLong || !bodies[$0].isEmpty }
      if isFirst, let first = records.first {
        isFirst = false
        if !next[first].isLast, lines[bodies[first]].elementsEqual([UInt8(ascii: "{")]) {
          return skipFile(
            path, .notJSONLines, "the file's first object goes over several lines",
            hint: "put each record on a line of its own: jq -c . FILE")
        }
      }
      let place = texts.map { RecordPlace(texts: $0, start: lines.bufferStart) }
      let parsed = parsers.parse(records.map { bodies[$0] }, in: lines, place)
      for (record, result) in zip(records, parsed) {
        let (line, body) = (next[record], bodies[record])
        let indent = body.lowerBound - line.range.lowerBound
        let place = InputPlace(path: path, line: line.number, byte: line.byte + indent)
        take(result, of: line, at: place, isIDMissing: &isIDMissing)
      }
    }
  }

  private mutating func take(
    _ result: RecordParsers.Parsed, of line: LineReader.Line, at place: InputPlace,
    isIDMissing: inout Bool
  ) {
    intake.recordsRead += 1
    guard !line.isTooLong else { return skipTooLong(line, at: place) }
    switch result {
    case .failure(let fault): skip(fault, at: place, isLast: line.isLast)
    case .success((let isIllFormed, let outcome)):
      guard outcome.hasText else { return skipTextless(outcome, at: place) }
      if isIllFormed { warnOfIllFormedText(place, "the record is not all UTF-8") }
      take(outcome, at: place, isIDMissing: &isIDMissing)
    }
  }

  private mutating func take(
    _ outcome: RecordMapping.Outcome, at place: InputPlace, isIDMissing: inout Bool
  ) {
    if let name = outcome.repairedField {
      warnOfIllFormedText(place, "the field \(quoted(name)) holds half a surrogate pair")
    }
    if let date = outcome.unknownDate {
      warn(
        .unknownDate, place, "the date \(quoted(date)) is not understood",
        hint: "write it as 2024-01-31T10:15:00Z")
    }
    for name in outcome.unusableFields {
      let types =
        [fieldNames.id, fieldNames.version, fieldNames.published].contains(name)
        ? "neither a string nor a number" : "not a string"
      warn(.unusableField, place, "the field \(quoted(name)) is \(types) and counts as absent")
    }
    var document = outcome.document
    if document.id.isEmpty {
      let name = place.path == "-" ? "stdin" : fileName(place.path)
      document.id = "\(name):\(place.line ?? 0)"
      if !isIDMissing {
        isIDMissing = true
        warn(
          .missingID, place,
          "no field \(quoted(fieldNames.id)); such records are named after their line",
          hint: "name the field with --id-field")
      }
    }
    add(document, at: place)
  }

  private mutating func skipTooLong(_ line: LineReader.Line, at place: InputPlace) {
    let reason =
      "the record has \(line.length) bytes, more than the \(limits.maximumRecordBytes) allowed"
    skip(problem(.recordTooLong, place, reason))
  }

  private mutating func skip(_ fault: JSONFault, at place: InputPlace, isLast: Bool) {
    var place = place
    if let start = place.byte, let byte = fault.byte { place.byte = start + byte }
    let hint: String? =
      switch fault.code {
      case .malformedRecord where isLast: "no line feed ends the file; it may be cut off"
      case .notAnObject: "a record is one object a line; of an array: jq -c '.[]' FILE"
      default: nil
      }
    skip(problem(fault.code, place, fault.reason, hint: hint))
  }

  private mutating func skipTextless(_ outcome: RecordMapping.Outcome, at place: InputPlace) {
    let metadata = outcome.document.metadata
    let text = quoted(fieldNames.text)
    let isOfOtherType = metadata.contains { ByteString($0.name) == ByteString(fieldNames.text) }
    let others = outcome.fieldNames.joined(separator: ", ")
    let reason =
      isOfOtherType
      ? "the field \(text) is not a string"
      : others.isEmpty ? "the record is empty" : "no field \(text); the record has \(others)"
    skip(problem(.missingText, place, reason, hint: "name the text's field with --text-field"))
  }

  private func problem(
    _ code: InputProblem.Code, _ place: InputPlace, _ reason: String, hint: String? = nil
  ) -> InputProblem {
    InputProblem(
      path: place.path, line: place.line, byte: place.byte, code: code, severity: .skipped,
      reason: reason, hint: hint)
  }

  /// The range of a line without the JSON white space around it.
  private static func trim(_ line: ArraySlice<UInt8>) -> Range<Int> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    var (start, end) = (line.startIndex, line.endIndex)
    while start < end, isSpace(line[start]) { start += 1 }
    while end > start, isSpace(line[end - 1]) { end -= 1 }
    return start..<end
  }
}
