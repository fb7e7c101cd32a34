public import Shingle

/// Prints `documents.jsonl`: one line a document read, by id.
public enum DocumentsPrinter {
  /// Passes the lines on in pieces, each of whole lines.
  public static func print<Failure: Error>(
    _ report: Report, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try printLines(report.documents.count, threads: report.configuration.threads, to: sink) {
      json, index in
      json.document(index, of: report)
    }
  }

  /// Returns the lines as one array.
  public static func bytes(of report: Report) -> [UInt8] {
    gathered { sink in print(report, to: sink) }
  }
}

extension JSONWriter {
  fileprivate mutating func document(_ index: Int, of report: Report) {
    let finding = report.findings[index]
    beginObject()
    // Not through a copy of the document, which would count references to all of its strings.
    key("id")
    string(report.documents[index].id)
    key("source")
    optional(report.documents[index].source)
    key("published")
    optional(report.documents[index].published?.description)
    key("cluster")
    optional(finding.cluster.map { report.clusters[$0].id })
    key("credits")
    array(finding.credits) { $0.credit($1, withType: true) }
    key("boilerplate")
    array(finding.boilerplate) { $0.range($1) }
    if let same = finding.sameTextAs {
      key("same_text_as")
      string(report.documents[same].id)
    }
    endObject()
  }
}
