import Shingle

/// A named value of the manifest, which the page shows too.
struct Quantity {
  var name: String
  var value: Value

  enum Value {
    case integer(Int)
    case real(Double)
    case bool(Bool)
    case text(String)
  }

  /// The value as the manifest writes it.
  var text: String {
    switch value {
    case .integer(let value): String(value)
    case .real(let value): decimalText(value)
    case .bool(let value): value ? "true" : "false"
    case .text(let value): value
    }
  }
}

extension Configuration {
  /// Every parameter but the threads and the memory, on which the output does not depend.
  var quantities: [Quantity] {
    [
      Quantity(name: "similarity", value: .real(similarity)),
      Quantity(name: "recall", value: .real(recall)),
      Quantity(name: "shingle_length", value: .integer(shingleLength)),
      Quantity(name: "signature_size", value: .integer(signatureSize)),
      Quantity(name: "winnowing_window", value: .integer(winnowingWindow)),
      Quantity(name: "maximum_document_frequency", value: .integer(maximumDocumentFrequency)),
      Quantity(
        name: "minimum_shared_fingerprints", value: .integer(minimumSharedFingerprints)),
      Quantity(name: "identical_pair_limit", value: .integer(identicalPairLimit)),
      Quantity(name: "finds_passages", value: .bool(findsPassages)),
      Quantity(name: "relation_model", value: .text(relationModel.name)),
      Quantity(name: "representative_rule", value: .text(representativeRule.description)),
      Quantity(
        name: "agencies",
        value: .text(agencies == .shipped ? "shipped" : "shipped and added: \(agencies.digest)")),
    ]
  }
}

extension RunStatistics {
  /// Every plain count, in the order of the pipeline.
  var quantities: [Quantity] {
    [
      ("documents", documents), ("tokens", tokens), ("short_documents", shortDocuments),
      ("identical_documents", identicalDocuments), ("bands", bands),
      ("rows_per_band", rowsPerBand), ("fingerprints", fingerprints),
      ("cut_fingerprints", cutFingerprints), ("cut_postings", cutPostings),
      ("band_candidates", bandCandidates), ("fingerprint_candidates", fingerprintCandidates),
      ("candidates", candidates), ("thinned_buckets", thinnedBuckets),
      ("aligned_pairs", alignedPairs), ("pairs", pairs),
      ("clusters", clusters), ("clustered_documents", clusteredDocuments),
    ].map { Quantity(name: $0.0, value: .integer($0.1)) }
  }

  /// The pairs written of each relation that has any, in the order of the relations.
  var relationCounts: [(relation: Relation, count: Int)] {
    Relation.allCases.compactMap { relation in
      pairsByRelation[relation].map { (relation, $0) }
    }
  }
}
