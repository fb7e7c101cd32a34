extension Detector {
  /// Returns everything that decides about a pair of documents, by the code that a scan runs.
  ///
  /// The verdict is that of a scan of the two alone, in whichever order they are given.
  ///
  /// - Complexity: O(*n* log *n*) for *n* words.
  public func explain(_ a: Document, _ b: Document) -> Explanation {
    let isOrdered = !b.id.utf8.lexicographicallyPrecedes(a.id.utf8)
    let explainer = Explainer(isOrdered ? [a, b] : [b, a], by: self)
    return isOrdered ? explainer.explanation : explainer.explanation.swapped
  }
}

/// Runs the stages of a scan on two documents and keeps what each of them saw.
private struct Explainer {
  private let configuration: Configuration
  private let documents: [Document]
  private let sketcher: Sketcher
  private let sketches: [DocumentSketch]
  private let identical: IdenticalTexts
  private let candidate: Candidate?
  private let texts: [AnalyzedText]
  private let outlines: [TextOutline?]
  private let related: RelatedPair

  init(_ documents: [Document], by detector: Detector) {
    let configuration = detector.configuration
    var sketcher = Sketcher(configuration)
    let sketches = documents.map { sketcher.sketch($0) }
    let identical = IdenticalTexts(
      digests: sketches.map(\.digest), minimumTokens: configuration.shingleLength)
    var statistics = RunStatistics()
    let finder = CandidateFinder(configuration: configuration)
    var columns = KeyColumns(sketches, finder.scheme)
    candidate =
      finder.candidates(&columns, sketches.map(\.digest), identical, &statistics)?.first
    let pair = Candidate(a: 0, b: 1, sharesBand: false, fingerprints: 0)
    let reader = TextReader(documents, sketches, identical, configuration: configuration)
    let read = documents.indices.map { reader.text($0, &sketcher) }
    texts = read.map(\.0)
    outlines = read.map(\.1)
    let relator = PairRelator(
      documents: documents, sketches: sketches, identical: identical,
      configuration: configuration)
    var related: [RelatedPair] = []
    if identical.groups.isEmpty {
      relator.relate(pair, detector.comparer.compare(texts[0], texts[1])) { related.append($0) }
    } else {
      let comparison = texts[0].selfComparison(aligns: configuration.findsPassages)
      relator.relate(group: [0, 1], comparison) { related.append($0) }
    }
    guard let only = related.first else { preconditionFailure("two texts make one pair") }
    self.related = only
    self.configuration = configuration
    self.documents = documents
    self.sketcher = sketcher
    self.sketches = sketches
    self.identical = identical
  }

  var explanation: Explanation {
    let builder = ReportBuilder(
      documents: documents, sketches: sketches, identical: identical, outlines: outlines,
      configuration: configuration)
    let maps = documents.map { CodePointMap($0.text) }
    let comparison = related.comparison
    let proposal = proposal
    let fingerprints = fingerprints()
    return Explanation(
      a: text(0, maps[0], coverage: comparison.coverageA),
      b: text(1, maps[1], coverage: comparison.coverageB),
      sharedShingles: comparison.overlap.shared, bands: bands, fingerprints: fingerprints,
      proposal: proposal, pair: builder.finding(related),
      prose: Explanation.SharedWords(comparison.prose),
      quoted: Explanation.SharedWords(comparison.quoted), features: features,
      templateFeatures: templateFeatures,
      isWritten: proposal.isCompared && related.isWritten,
      obstacles: related.obstacles(proposal, fingerprints.shared, configuration),
      configuration: configuration)
  }

  private func text(
    _ index: Int, _ map: CodePointMap, coverage: Double
  ) -> Explanation.ExplainedText {
    let tokens = texts[index].tokens
    return Explanation.ExplainedText(
      document: documents[index], tokens: tokens.count,
      shingles: texts[index].shingles.distinctCount,
      fingerprints: sketches[index].fingerprints.count,
      boilerplateTokens: tokens.count - texts[index].proseCount,
      boilerplate: outlines[index]?.furniture ?? [],
      paragraphs: paragraphs(documents[index].text).map(map.range),
      credits: sketches[index].credits, coverage: coverage)
  }

  /// The paragraphs of a text, cut at the last line break before the first word of each, so that
  /// an opening quotation mark stays with its word.
  private func paragraphs(_ text: String) -> [ByteRange] {
    var sketcher = sketcher
    let tokens = configuration.findsPassages ? sketcher.tokens(of: text) : Tokens()
    let bytes = text.utf8Span.span
    var cuts = [0]
    for paragraph in tokens.paragraphs.dropFirst() {
      var cut = Int(tokens.starts[paragraph.lower])
      let end = Int(tokens.ends[paragraph.lower - 1])
      while cut > end, bytes[cut - 1] != 0x0A, bytes[cut - 1] != 0x0D { cut -= 1 }
      cuts.append(cut > end ? cut : Int(tokens.starts[paragraph.lower]))
    }
    cuts.append(bytes.count)
    return zip(cuts, cuts.dropFirst()).map { ByteRange($0, $1) }
  }

  private var features: [Explanation.WeighedFeature] {
    guard isWeighed else { return [] }
    let evidence = Evidence(related.comparison, related.context)
    return weighed(configuration.relationModel.copy, evidence.values)
  }

  private var templateFeatures: [Explanation.WeighedFeature] {
    guard isWeighed, related.context.mayBeTemplate else { return [] }
    let evidence = TemplateEvidence(related.comparison, related.context)
    return weighed(configuration.relationModel.template, evidence.values)
  }

  private var isWeighed: Bool {
    !related.comparison.matches.isEmpty && !related.context.isIdentical
  }

  private func weighed<Feature>(
    _ model: LogisticModel<Feature>, _ values: [Double]
  ) -> [Explanation.WeighedFeature] {
    let intercept = Explanation.WeighedFeature(
      name: "intercept", value: 1, score: model.intercept)
    return [intercept]
      + model.contributions(values).map { feature, value, score in
        Explanation.WeighedFeature(name: feature.rawValue, value: value, score: score)
      }
  }

  private var bands: Explanation.BandEvidence {
    let scheme = CandidateFinder(configuration: configuration).scheme
    let (first, second) = (sketches[0].signature, sketches[1].signature)
    let isSigned = !first.isEmpty && !second.isEmpty
    let keys = isSigned ? zip(scheme.keys(first), scheme.keys(second)).map { $0 == $1 } : []
    return Explanation.BandEvidence(
      bands: scheme.bands, rows: scheme.rows,
      expectedRecall: scheme.probability(configuration.similarity),
      probability: scheme.probability(related.comparison.overlap.jaccard),
      colliding: keys.indices.filter { keys[$0] },
      estimatedSimilarity: isSigned ? MinHash.similarity(first, second) : nil)
  }

  private func fingerprints() -> Explanation.FingerprintEvidence {
    let shared = Set(sketches[0].fingerprints).intersection(sketches[1].fingerprints)
    let places = [0, 1].map { index -> [(hash: UInt64, token: Int)] in
      guard !shared.isEmpty else { return [] }
      return sketcher.fingerprintPlaces(texts[index].tokens).filter { shared.contains($0.hash) }
    }
    var seconds: [UInt64: Int] = [:]
    for place in places[1] where seconds[place.hash] == nil { seconds[place.hash] = place.token }
    var examples: [Explanation.SharedFingerprint] = []
    for place in places[0] where examples.count < 10 {
      guard let second = seconds.removeValue(forKey: place.hash) else { continue }
      examples.append(
        Explanation.SharedFingerprint(
          a: range(place.token, in: 0), b: range(second, in: 1)))
    }
    return Explanation.FingerprintEvidence(
      shared: shared.count,
      certainRun: configuration.shingleLength + configuration.winnowingWindow - 1,
      examples: examples)
  }

  /// The code points of the shingle that begins at a token.
  private func range(_ token: Int, in document: Int) -> CodePointRange {
    let tokens = TokenRange(token, token + configuration.shingleLength)
    return texts[document].places.codePoints(of: tokens)
  }

  private var proposal: Explanation.Proposal {
    if !identical.groups.isEmpty { return .identical }
    let shortest = sketches.map(\.digest.tokenCount).min() ?? 0
    guard shortest >= configuration.shingleLength else { return .tooShort }
    guard let candidate else { return .none }
    return .candidate(sharesBand: candidate.sharesBand, fingerprints: Int(candidate.fingerprints))
  }
}

extension Explanation.Proposal {
  /// Whether a scan goes on to compare or relate the two.
  var isCompared: Bool {
    switch self {
    case .identical, .candidate: true
    case .tooShort, .none: false
    }
  }
}

extension Explanation.SharedWords {
  fileprivate init(_ weight: Weight) {
    self.init(words: weight.words, bits: weight.bits, longest: weight.longest)
  }
}

extension RelatedPair {
  /// Why the two do not count as the same copy.
  fileprivate func obstacles(
    _ proposal: Explanation.Proposal, _ fingerprints: Int, _ configuration: Configuration
  ) -> [String] {
    var obstacles: [String] = []
    switch proposal {
    case .tooShort:
      let least = configuration.shingleLength
      return ["a text of fewer than \(least) words pairs with nothing"]
    case .none where !configuration.findsPassages:
      obstacles.append("they share no band: a scan does not compare them")
    case .none:
      obstacles.append("\(tooFew(fingerprints, configuration)): a scan does not compare them")
    case .identical, .candidate: break
    }
    if !verdict.relation.isSameCopy { obstacles += weaknesses(configuration) }
    return obstacles
  }

  private func tooFew(_ fingerprints: Int, _ configuration: Configuration) -> String {
    let run = configuration.shingleLength + configuration.winnowingWindow - 1
    guard fingerprints > 0 else {
      return "they share no fingerprint, and so no run of \(run) words, and no band"
    }
    return "they share no band, and fewer than \(configuration.minimumSharedFingerprints) "
      + "fingerprints or an eighth of a short text's"
  }

  /// Why what the two have in common is not enough.
  private func weaknesses(_ configuration: Configuration) -> [String] {
    guard configuration.findsPassages else { return ["no passages were looked for"] }
    guard !comparison.matches.isEmpty else {
      let least = "a passage (\(Comparer.leastWords) words, or \(Int(Comparer.leastBits)) bits)"
      return [
        comparison.overlap.shared == 0
          ? "no run of \(configuration.shingleLength) words is common to them"
          : "no run of words common to them is long or rare enough for \(least)"
      ]
    }
    if comparison.prose.words == 0 {
      return [
        comparison.quoted.words == 0
          ? "the words in common are page furniture" : "only quotations in common"
      ]
    }
    if verdict.isTemplate { return ["the two are rather one form with other facts than a copy"] }
    let percent = Int((verdict.confidence * 100).rounded())
    return [
      "the \(comparison.prose.words) words of prose in common are too weak a sign of the same copy: "
        + "confidence \(percent) %"
    ]
  }
}
