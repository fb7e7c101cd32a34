public import Shingle

/// Prints everything that decided about a pair as one line of JSON.
///
/// `a` and `b` are the documents in the order of the call; offsets are half-open code point
/// offsets, bands are counted from 1.
public enum ExplanationJSON {
  /// Returns the line.
  public static func bytes(of explanation: Explanation) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("a")
    json.text(explanation.a)
    json.key("b")
    json.text(explanation.b)
    json.similarity(explanation)
    json.bands(explanation)
    json.fingerprints(explanation)
    json.candidate(explanation.proposal)
    json.passages(explanation)
    json.decision(explanation)
    json.key("parameters")
    json.quantities(explanation.configuration.quantities)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Double) {
    key(name)
    real(value)
  }

  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func text(_ text: Explanation.ExplainedText) {
    beginObject()
    member("id", text.document.id)
    member("words", text.tokens)
    member("shingles", text.shingles)
    member("fingerprints", text.fingerprints)
    member("boilerplate_words", text.boilerplateTokens)
    member("coverage", text.coverage)
    key("boilerplate")
    array(text.boilerplate) { $0.range($1) }
    key("credits")
    array(text.credits) { $0.credit($1, withType: true) }
    endObject()
  }

  fileprivate mutating func similarity(_ explanation: Explanation) {
    member("shared_shingles", explanation.sharedShingles)
    member("jaccard", explanation.pair.jaccard)
    member("containment_a", explanation.pair.containmentA)
    member("containment_b", explanation.pair.containmentB)
  }

  fileprivate mutating func bands(_ explanation: Explanation) {
    let evidence = explanation.bands
    key("bands")
    beginObject()
    member("bands", evidence.bands)
    member("rows", evidence.rows)
    member("expected_recall", evidence.expectedRecall)
    member("probability", evidence.probability)
    key("colliding")
    array(evidence.colliding) { $0.integer($1 + 1) }
    key("estimated_jaccard")
    if let estimate = evidence.estimatedSimilarity { real(estimate) } else { null() }
    endObject()
  }

  fileprivate mutating func fingerprints(_ explanation: Explanation) {
    key("fingerprints")
    beginObject()
    member("shared", explanation.fingerprints.shared)
    member("certain_run", explanation.fingerprints.certainRun)
    let text = CodePoints(explanation.a.document.text)
    key("examples")
    array(explanation.fingerprints.examples) { json, example in
      json.beginObject()
      json.key("a")
      json.range(example.a)
      json.key("b")
      json.range(example.b)
      json.member("text", text[example.a])
      json.endObject()
    }
    endObject()
  }

  fileprivate mutating func candidate(_ proposal: Explanation.Proposal) {
    key("candidate")
    switch proposal {
    case .identical: array(["identical"]) { $0.string($1) }
    case .tooShort, .none: array([]) { (_, _: String) in }
    case .candidate(let sharesBand, let fingerprints):
      let through = (sharesBand ? ["bands"] : []) + (fingerprints > 0 ? ["fingerprints"] : [])
      array(through) { $0.string($1) }
    }
  }

  fileprivate mutating func passages(_ explanation: Explanation) {
    key("passages")
    array(explanation.pair.matches) { $0.match($1) }
    for (name, words) in [("prose", explanation.prose), ("quoted", explanation.quoted)] {
      key(name)
      beginObject()
      member("words", words.words)
      member("bits", words.bits)
      member("longest", words.longest)
      endObject()
    }
  }

  private mutating func feature(_ feature: Explanation.WeighedFeature) {
    beginObject()
    member("name", feature.name)
    member("value", feature.value)
    member("score", feature.score)
    endObject()
  }

  fileprivate mutating func decision(_ explanation: Explanation) {
    member("relation", explanation.pair.relation.rawValue)
    member("confidence", explanation.pair.confidence)
    key("features")
    array(explanation.features) { $0.feature($1) }
    key("template_features")
    array(explanation.templateFeatures) { $0.feature($1) }
    key("reasons")
    array(explanation.pair.reasons) { $0.string($1) }
    key("obstacles")
    array(explanation.obstacles) { $0.string($1) }
    key("written")
    bool(explanation.isWritten)
  }
}
