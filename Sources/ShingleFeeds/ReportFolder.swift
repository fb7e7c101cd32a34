internal import FoundationEssentials
internal import Glibc
public import Shingle

/// Reads what `scan --output` wrote, as far as it can be evaluated.
public enum ReportFolder {
  /// Returns the run that a folder holds; fails at the first file or line that is not of a report.
  public static func run(at path: String) throws(InputProblem) -> RunResult {
    var run = RunResult(documents: [], clusters: [], pairs: [])
    try forEachLine(of: "\(path)/documents.jsonl") { (document: DocumentLine) in
      run.documents.append(document.id)
      return true
    }
    try forEachLine(of: "\(path)/clusters.jsonl") { (cluster: ClusterLine) in
      run.clusters.append(cluster.members.map(\.id))
      return true
    }
    try forEachLine(of: "\(path)/pairs.jsonl") { (line: PairLine) in
      guard let pair = line.pair else { return false }
      run.pairs.append(pair)
      return true
    }
    return run
  }

  /// Decodes each line and passes it on; fails where a line does not decode or is not taken.
  private static func forEachLine<Line: Decodable>(
    of path: String, _ take: (Line) -> Bool
  ) throws(InputProblem) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, .last) }
    defer { close(descriptor) }
    let decoder = JSONDecoder()
    var lines = LineReader(
      source: .descriptor(descriptor), maximumLineBytes: ReaderLimits().maximumRecordBytes)
    while true {
      let next: LineReader.Line?
      do {
        next = try lines.next()
      } catch {
        throw unreadable(path, error)
      }
      guard let line = next else { return }
      let value = try? decoder.decode(Line.self, from: Data(lines[line.range]))
      guard let value, take(value) else {
        throw InputProblem(
          path: path, line: line.number, code: .malformedRecord, severity: .skipped,
          reason: "the line is not one that a scan writes", hint: "scan the articles anew")
      }
    }
  }

  private static func unreadable(_ path: String, _ error: SystemError) -> InputProblem {
    InputProblem(
      path: path, code: .unreadable, severity: .skipped, reason: error.reason,
      hint: "the folder is one that shingle scan --output wrote")
  }

  private struct DocumentLine: Decodable {
    var id: String
  }

  private struct ClusterLine: Decodable {
    var members: [DocumentLine]
  }

  private struct PairLine: Decodable {
    var a: String
    var b: String
    var relation: String
    var confidence: Double
    var passages: [PassageLine]

    /// The pair, or nothing where its relation is unknown or its confidence is no probability.
    var pair: RunResult.Pair? {
      guard let relation = Relation(rawValue: relation), (0...1).contains(confidence) else {
        return nil
      }
      return RunResult.Pair(
        a: a, b: b, relation: relation, confidence: confidence,
        passages: passages.compactMap(\.passage))
    }
  }

  private struct PassageLine: Decodable {
    var a: RangeLine
    var b: RangeLine
    var words: Int

    var passage: RunResult.Passage? {
      guard let a = a.range, let b = b.range else { return nil }
      return RunResult.Passage(a: a, b: b, words: words)
    }
  }

  private struct RangeLine: Decodable {
    var start: Int
    var end: Int

    var range: CodePointRange? {
      0 <= start && start <= end ? CodePointRange(start: start, end: end) : nil
    }
  }
}
