public import Shingle

/// Prints the evidence on pairs as JSON Lines: the two ids, and then each feature by its name, and
/// what labels decide, where they were asked, with `form` where the model at hand takes what they
/// hold to be no copy for one form with other facts.
public enum EvidencePrinter {
  /// Passes the lines on in pieces, each of whole lines.
  public static func print<Failure: Error>(
    _ pairs: [PairEvidence], to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try printLines(pairs.count, to: sink) { json, index in
      json.evidence(pairs[index])
    }
  }
}

extension JSONWriter {
  fileprivate mutating func evidence(_ pair: PairEvidence) {
    beginObject()
    key("a")
    string(pair.a)
    key("b")
    string(pair.b)
    for (name, value) in pair.features + pair.templateFeatures {
      key(name)
      real(value)
    }
    if let isSameCopy = pair.isSameCopy {
      key("same_copy")
      bool(isSameCopy)
      if pair.isForm, !isSameCopy {
        key("form")
        bool(true)
      }
    }
    endObject()
  }
}
