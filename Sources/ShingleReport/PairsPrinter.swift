public import Shingle

/// Prints `pairs.jsonl`: one line a pair, in the order of the report.
public enum PairsPrinter {
  /// Passes the lines on in pieces, each of whole lines.
  public static func print<Failure: Error>(
    _ report: Report, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try printLines(report.pairs.count, threads: report.configuration.threads, to: sink) {
      json, index in
      json.pair(report.pairs[index], of: report)
    }
  }

  /// Returns the lines as one array.
  public static func bytes(of report: Report) -> [UInt8] {
    gathered { sink in print(report, to: sink) }
  }
}

extension JSONWriter {
  fileprivate mutating func pair(_ pair: PairFinding, of report: Report) {
    beginObject()
    key("a")
    string(report.documents[pair.a].id)
    key("b")
    string(report.documents[pair.b].id)
    key("relation")
    string(pair.relation.rawValue)
    key("confidence")
    real(pair.confidence)
    key("jaccard")
    real(pair.jaccard)
    key("containment_a")
    real(pair.containmentA)
    key("containment_b")
    real(pair.containmentB)
    key("reasons")
    array(pair.reasons) { $0.string($1) }
    key("passages")
    array(pair.matches) { $0.match($1) }
    if let via = pair.via {
      key("via")
      string(report.documents[via].id)
    }
    if let direction = pair.direction {
      key("direction")
      self.direction(direction, of: report)
    }
    if let source = pair.commonSource {
      key("common_source")
      string(source)
    }
    endObject()
  }

  private mutating func direction(_ direction: Direction, of report: Report) {
    beginObject()
    key("from")
    string(report.documents[direction.from].id)
    key("to")
    string(report.documents[direction.to].id)
    key("basis")
    array(direction.basis) { $0.string($1.rawValue) }
    endObject()
  }

  mutating func match(_ match: MatchFinding) {
    beginObject()
    key("a")
    range(match.a)
    key("b")
    range(match.b)
    key("words")
    integer(match.words)
    key("bits")
    real(match.bits)
    key("verbatim")
    bool(match.verbatim)
    key("quoted")
    bool(match.quoted)
    endObject()
  }
}
