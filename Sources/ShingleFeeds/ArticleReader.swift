import Glibc
import Shingle

/// Reads articles from files, folders and standard input.
///
/// ```swift
/// var reader = ArticleReader()
/// reader.read(path: "feed.jsonl")
/// let intake = reader.finish()
/// ```
///
/// Nothing throws: what cannot be read is an ``InputProblem`` of the intake, and the rest is read
/// all the same. All documents are held in memory, but for the texts of JSON Lines files where
/// those are to be left there (``leavesTexts``).
public struct ArticleReader: Sendable {
  let mapping: RecordMapping
  let fieldNames: FieldNames
  let format: InputFormat
  let limits: ReaderLimits
  /// Whether the texts of records stay in their files, and are read again whenever they are asked
  /// for; ask ``Intake/changedFile`` before what was made of them is used. What comes from pipes,
  /// and text files, is held all the same.
  public var leavesTexts = false
  /// The threads that parse JSON Lines, 1 or more; what is read does not depend on it.
  public var threads = 1
  var intake = Intake()
  private var ids = DocumentIDs()

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - fieldNames: the names of the fields in JSON Lines.
  ///   - format: how to read the inputs.
  ///   - limits: what to hold in memory at most.
  public init(
    fieldNames: FieldNames = FieldNames(), format: InputFormat = .auto,
    limits: ReaderLimits = ReaderLimits()
  ) {
    mapping = RecordMapping(fieldNames)
    self.fieldNames = fieldNames
    self.format = format
    self.limits = limits
  }

  /// Reads a file, the articles of a folder and of those within it, or standard input for `-`.
  ///
  /// A text file's id is its name, `003.txt`. A record without an id is named after its file and
  /// line, `feed.jsonl:3`. Of a folder the files are taken that end in `.txt`, `.jsonl` or
  /// `.ndjson`, in the order of their names, hidden ones left out.
  public mutating func read(path: String) {
    if path == "-" {
      readStandardInput()
    } else if (try? FileStatus(path))?.kind == .folder {
      readFolder(path)
    } else {
      readFile(path)
    }
  }

  /// The files that ``read(path:)`` would read: the path itself, or what it takes of a folder.
  public func files(of path: String) -> [String] {
    let isFolder = (try? FileStatus(path))?.kind == .folder
    return isFolder ? InputFolder(path, format: format).files : [path]
  }

  /// Reads standard input to its end; a text from it has the id `stdin`.
  public mutating func readStandardInput() {
    read(.descriptor(STDIN_FILENO), path: "-")
  }

  /// Reads bytes in memory as if they were the contents of a file.
  public mutating func read(contents: [UInt8], path: String) {
    read(.memory(contents[...]), path: path)
  }

  /// Returns what was read.
  public consuming func finish() -> Intake {
    intake
  }
}

extension ArticleReader {
  private mutating func readFolder(_ path: String) {
    let folder = InputFolder(path, format: format)
    for failure in folder.failures { skipFile(failure.path, .unreadable, failure.reason) }
    for report in folder.reports {
      intake.note(
        InputProblem(
          path: report, code: .reportFolder, severity: .warning,
          reason: "the folder holds a report and is left out",
          hint: "name its files to read them all the same"),
        keepingAtMost: limits.maximumProblems)
    }
    if folder.files.isEmpty && folder.failures.isEmpty {
      skipFile(
        path, .noArticles, "the folder holds no articles",
        hint: "articles are files that end in .txt, .jsonl or .ndjson")
    }
    for file in folder.files { readFile(file) }
  }

  private mutating func readFile(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return skipFile(path, unreadable: SystemError.last) }
    defer { close(descriptor) }
    let mayLeave = leavesTexts && intake.sources.files.count < TextSources.mostOpen
    let texts = mayLeave ? RecordTexts(descriptor: descriptor, path: path) : nil
    read(.descriptor(descriptor), path: path, leavingTextsIn: texts)
  }

  /// Reads a source to its end, whatever it holds.
  mutating func read(
    _ source: ByteSource, path: String, leavingTextsIn texts: RecordTexts? = nil
  ) {
    intake.filesRead += 1
    var lines = LineReader(source: source, maximumLineBytes: limits.maximumRecordBytes)
    do throws(SystemError) {
      // A pipe may hand out its first bytes one by one.
      while lines.pending.count < 4096, try lines.fill() {}
      let kind = ContentKind(sniffing: lines[lines.pending])
      if !isRefused(kind, path: path) {
        if isText(kind, path: path) {
          try readText(&lines, path: path)
        } else {
          if let texts { intake.sources.files.append(texts) }
          try readRecords(&lines, path: path, leavingTextsIn: texts)
        }
      }
    } catch {
      skipFile(path, unreadable: error)
    }
    intake.bytesRead += lines.bytesRead
  }

  private func isText(_ kind: ContentKind, path: String) -> Bool {
    switch format {
    case .text: true
    case .jsonLines: false
    case .auto where kind == .blank:
      // An empty .txt file is an article without a text; an empty pipe is no article.
      fileExtension(path) == "txt"
    case .auto: InputFormat.named(by: path) == nil && kind != .object
    }
  }

  /// Reports and skips what is neither text nor JSON Lines.
  private mutating func isRefused(_ kind: ContentKind, path: String) -> Bool {
    switch kind {
    case .compressed(let tool):
      skipFile(
        path, .compressed, "the file is compressed by \(tool)",
        hint: "pipe it in: \(tool) -dc FILE, with - as the input")
    case .binary(let what):
      skipFile(
        path, .binary, "the file is \(what)",
        hint: what == "UTF-16" ? "convert it: iconv -f UTF-16 -t UTF-8" : "only text is read")
    case .array where format == .auto && !["jsonl", "ndjson"].contains(fileExtension(path)):
      skipFile(
        path, .notJSONLines, "the file is one JSON array",
        hint: "put each record on a line of its own: jq -c '.[]' FILE")
    case .object, .array, .blank, .other: return false
    }
    return true
  }

  private mutating func readText(_ lines: inout LineReader, path: String) throws(SystemError) {
    while lines.pending.count <= limits.maximumRecordBytes, try lines.fill() {}
    intake.recordsRead += 1
    guard lines.pending.count <= limits.maximumRecordBytes else {
      let reason = "the text is longer than \(limits.maximumRecordBytes) bytes"
      return skip(
        InputProblem(path: path, code: .recordTooLong, severity: .skipped, reason: reason))
    }
    let bytes = lines[lines.pending]
    let wellFormed = String(validating: bytes, as: UTF8.self)
    if wellFormed == nil {
      warnOfIllFormedText(InputPlace(path: path), "the text is not all UTF-8")
    }
    let text = wellFormed ?? String(decoding: bytes, as: UTF8.self)
    let name = path == "-" ? "stdin" : fileName(path)
    add(Document(id: name, text: text), at: InputPlace(path: path))
  }
}

/// Where a record stands.
struct InputPlace {
  var path: String
  var line: Int?
  var byte: Int?
}

extension ArticleReader {
  /// Takes a document in, under an id of its own.
  mutating func add(_ document: Document, at place: InputPlace) {
    var document = document
    let (id, isNew) = ids.claim(document.id, text: document.text)
    if !isNew {
      warn(.duplicateID, place, "the id \(quoted(document.id)) was seen before; now \(quoted(id))")
    }
    document.id = id
    intake.documents.append(document)
  }

  mutating func warn(
    _ code: InputProblem.Code, _ place: InputPlace, _ reason: String, hint: String? = nil
  ) {
    let problem = InputProblem(
      path: place.path, line: place.line, byte: place.byte, code: code, severity: .warning,
      reason: reason, hint: hint)
    intake.note(problem, keepingAtMost: limits.maximumProblems)
  }

  mutating func warnOfIllFormedText(_ place: InputPlace, _ reason: String) {
    warn(.illFormedText, place, reason, hint: "what is no character became U+FFFD")
  }

  /// Leaves a record out.
  mutating func skip(_ problem: InputProblem) {
    intake.recordsSkipped += 1
    intake.note(problem, keepingAtMost: limits.maximumProblems)
  }

  mutating func skipFile(
    _ path: String, _ code: InputProblem.Code, _ reason: String, hint: String? = nil
  ) {
    intake.filesSkipped += 1
    let problem = InputProblem(
      path: path, code: code, severity: .skipped, reason: reason, hint: hint)
    intake.note(problem, keepingAtMost: limits.maximumProblems)
  }

  private mutating func skipFile(_ path: String, unreadable error: SystemError) {
    skipFile(path, .unreadable, error.reason)
  }
}
