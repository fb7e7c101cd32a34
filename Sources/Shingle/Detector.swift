/// Finds the documents of a batch that come from the same copy.
///
/// ```swift
/// let report = Detector().report(on: documents)
/// for cluster in report.clusters { print(cluster.id, cluster.origin.name ?? "unknown upstream") }
/// ```
///
/// The report is a function of the documents and the configuration alone: neither their order nor
/// the number of threads changes it.
public struct Detector: Sendable {
  /// The parameters.
  public var configuration: Configuration

  /// Creates a detector.
  public init(configuration: Configuration = Configuration()) {
    self.configuration = configuration
  }

  /// Returns what the documents have in common. Their ids must differ.
  ///
  /// - Complexity: O(*n* + *c* log *c*) for *n* bytes of text and *c* candidate pairs, of which a
  ///   text of ordinary news has a bounded number.
  public func report(on documents: [Document]) -> Report {
    report(on: documents) { _ in }
  }

  /// Returns what the documents have in common, and calls `progress` as each stage begins.
  public func report(on documents: [Document], progress: (Stage) -> Void) -> Report {
    var batch = compare(documents, progress, keeping: \.matters)
    progress(.cluster)
    let families = FamilyDecision(
      batch.takePairs(), batch.identical, batch.texts, configuration: configuration)
    let builder = ReportBuilder(
      documents: batch.documents, sketches: batch.sketches, identical: batch.identical,
      texts: batch.texts, pairs: families.pairs, families: families.clusters,
      configuration: configuration)
    return builder.report(batch.statistics)
  }

  /// Documents compared with one another, before anything is decided jointly.
  struct Batch {
    var documents: [Document]
    var sketches: [DocumentSketch]
    var identical: IdenticalTexts
    var texts: TextStore
    var pairs: [RelatedPair]
    var statistics: RunStatistics

    /// Hands the pairs over: who changes them need not copy them first.
    mutating func takePairs() -> [RelatedPair] {
      defer { pairs = [] }
      return pairs
    }
  }

  /// Which pairs of distinct texts are compared.
  enum Proposals: Sendable {
    /// Those that a scan proposes, as far as a scan goes into them.
    case scan
    /// All of them, thoroughly.
    case every
    /// These, thoroughly.
    case these([DocumentPair])
  }

  /// Compares the documents, and keeps those pairs of different texts that are wanted.
  func compare(
    _ unordered: [Document], _ progress: (Stage) -> Void, proposals: Proposals = .scan,
    keeping isKept: @Sendable (RelatedPair) -> Bool
  ) -> Batch {
    var statistics = RunStatistics()
    let documents = ordered(unordered)
    progress(.sketch)
    var sketches = parallelMap(
      documents.count, threads: configuration.threads, scratch: Sketcher(configuration)
    ) { sketcher, index in sketcher.sketch(documents[index]) }
    let identical = IdenticalTexts(
      digests: sketches.map(\.digest), minimumTokens: configuration.shingleLength)
    progress(.index)
    let candidates =
      switch proposals {
      case .scan:
        CandidateFinder(configuration: configuration).candidates(sketches, identical, &statistics)
      case .every: identical.allPairs
      case .these(let pairs): identical.pairs(pairs)
      }
    for index in sketches.indices { sketches[index].forgetKeys() }
    progress(.compare)
    let texts = TextStore(
      documents, sketches, identical, candidates, configuration: configuration)
    let relator = PairRelator(
      documents: documents, sketches: sketches, identical: identical,
      configuration: configuration)
    let pairs = relate(
      relator, identical, candidates, texts, &statistics, isThorough: proposals.areThorough,
      keeping: isKept)
    return Batch(
      documents: documents, sketches: sketches, identical: identical, texts: texts, pairs: pairs,
      statistics: statistics)
  }

  /// A stage of a run, for progress.
  public enum Stage: String, Sendable, CaseIterable {
    /// Reading the texts.
    case sketch
    /// Looking for candidates.
    case index
    /// Comparing and relating pairs.
    case compare
    /// Clustering and attributing.
    case cluster
  }

  private func ordered(_ documents: [Document]) -> [Document] {
    let isAscending = documents.indices.dropFirst().allSatisfy {
      documents[$0 - 1].id.precedesByBytes(documents[$0].id)
    }
    guard !isAscending else { return documents }
    let sorted = documents.sorted { $0.id.precedesByBytes($1.id) }
    for index in sorted.indices.dropFirst() {
      precondition(
        sorted[index - 1].id.precedesByBytes(sorted[index].id),
        "documents have different ids, but two have '\(sorted[index].id)'")
    }
    return sorted
  }

  /// Compares the candidates and decides on every pair of documents behind them.
  private func relate(
    _ relator: PairRelator, _ identical: IdenticalTexts, _ candidates: [Candidate],
    _ texts: TextStore, _ statistics: inout RunStatistics, isThorough: Bool,
    keeping isKept: @Sendable (RelatedPair) -> Bool
  ) -> [RelatedPair] {
    let groups = identical.groups
    let aligns = configuration.findsPassages
    var parts = parallelMap(groups.count, threads: configuration.threads) { index in
      relator.relate(
        group: groups[index], texts.selfComparison(of: groups[index][0], aligns: aligns))
    }
    let comparer = comparer
    statistics.alignedPairs = append(to: &parts, blocksOf: candidates) { candidate, workspace in
      let comparison = comparer.compare(
        texts[candidate.a], texts[candidate.b], &workspace, isThorough: isThorough)
      let pairs = isThorough || comparison.isNotable ? relator.relate(candidate, comparison) : []
      return (comparison.isAligned, pairs.filter(isKept))
    }
    var pairs = Self.joined(&parts)
    pairs.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return pairs
  }

  /// The candidates whose pairs are kept together: enough that an array costs little beside them.
  private static let block = 64

  /// Appends the pairs that `relate` makes of the candidates, an array for each block of them, and
  /// returns how many candidates were aligned.
  private func append(
    to parts: inout [[RelatedPair]], blocksOf candidates: [Candidate],
    _ relate: @Sendable (Candidate, inout ComparisonWorkspace) -> (Bool, [RelatedPair])
  ) -> Int {
    let blocks = (candidates.count + Self.block - 1) / Self.block
    let found = parallelMap(
      blocks, threads: configuration.threads, scratch: ComparisonWorkspace()
    ) { workspace, block in
      var (aligned, pairs): (Int, [RelatedPair]) = (0, [])
      for candidate in candidates.dropFirst(block * Self.block).prefix(Self.block) {
        let (isAligned, related) = relate(candidate, &workspace)
        aligned += isAligned ? 1 : 0
        pairs += related
      }
      return (aligned: aligned, pairs: pairs)
    }
    parts += found.map(\.pairs)
    return found.reduce(0) { $0 + $1.aligned }
  }

  /// Joins arrays, and lets go of each as soon as it is copied.
  private static func joined(_ parts: inout [[RelatedPair]]) -> [RelatedPair] {
    var pairs: [RelatedPair] = []
    pairs.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for index in parts.indices {
      pairs += parts[index]
      parts[index] = []
    }
    return pairs
  }

  /// What compares two texts of a run.
  var comparer: Comparer {
    Comparer(
      statistics: .shipped, shingleLength: configuration.shingleLength,
      aligns: configuration.findsPassages)
  }
}

extension Detector.Proposals {
  fileprivate var areThorough: Bool {
    if case .scan = self { false } else { true }
  }
}

extension String {
  /// Whether the string's UTF-8 bytes come before another's.
  fileprivate func precedesByBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Comparison {
  /// Whether there is anything to say of the pair: a shared passage, or a similarity that the
  /// contract writes even for `none`.
  var isNotable: Bool { !matches.isEmpty || hasWrittenSimilarity }

  /// Whether the pair is written whatever its relation.
  var hasWrittenSimilarity: Bool { overlap.jaccard >= 0.25 || overlap.containment >= 0.45 }
}
