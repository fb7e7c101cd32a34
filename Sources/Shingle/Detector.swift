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
  /// Where is left what has no room in memory; without it texts are read again instead, and the rest is
  /// held.
  public var spill: (any SpillStorage)?

  /// Creates a detector.
  public init(configuration: Configuration = Configuration(), spill: (any SpillStorage)? = nil) {
    self.configuration = configuration
    self.spill = spill
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
    let batch = compare(documents, progress, keeping: \.matters)
    progress(.cluster)
    let families = FamilyDecision(
      batch.pairs, batch.identical, batch.texts, configuration: configuration)
    let builder = ReportBuilder(
      documents: batch.documents, sketches: batch.sketches, identical: batch.identical,
      outlines: batch.texts.outlines, families: families.clusters,
      configuration: configuration)
    return builder.report(families.pairs, batch.statistics)
  }

  /// Documents compared with one another, before anything is decided jointly.
  struct Batch {
    var documents: [Document]
    var sketches: [DocumentSketch]
    var identical: IdenticalTexts
    var texts: TextStore
    var pairs: RelatedPairs
    var statistics: RunStatistics
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
    let finder = CandidateFinder(configuration: configuration)
    let shares = MemoryShares(documents, memory: configuration.memory)
    var (sketches, columns) = sketch(
      documents, finder.scheme, Room(bytes: shares.keys, spill: spill))
    let identical = IdenticalTexts(
      digests: sketches.map(\.digest), minimumTokens: configuration.shingleLength)
    progress(.index)
    let candidates =
      switch proposals {
      case .scan:
        candidates(finder, &columns, documents, sketches, identical, shares, &statistics)
      case .every: identical.allPairs
      case .these(let pairs): identical.pairs(pairs)
      }
    progress(.compare)
    let plan = ComparisonPlan(
      candidates, groups: identical.groups,
      words: sketches.map(\.digest.tokenCount),
      memory: shares.texts(candidates: candidates.count))
    let reader = TextReader(documents, sketches, identical, configuration: configuration)
    for index in sketches.indices { sketches[index].partsThatMayRecur = [] }
    var texts = TextStore(
      reader, spill: plan.blocks.count > 1 ? spill : nil)
    let relator = PairRelator(
      documents: documents, sketches: sketches, identical: identical,
      configuration: configuration)
    let isThorough = proposals.areThorough
    var pairs = RelatedPairs(
      sketches, Room(bytes: shares.pairs, spill: spill)
    ) { relate($0, $1, reader, relator, isThorough: isThorough) }
    relate(plan, by: relator, &texts, &pairs, &statistics, isThorough: isThorough, keeping: isKept)
    texts.outlineOthers(identical.groups)
    return Batch(
      documents: documents, sketches: sketches, identical: identical, texts: texts, pairs: pairs,
      statistics: statistics)
  }

  /// Reads each document once; the keys by which candidates are found are left out of the sketches.
  private func sketch(
    _ documents: [Document], _ scheme: BandScheme, _ room: Room
  ) -> ([DocumentSketch], KeyColumns) {
    let sketcher = Sketcher(configuration)
    let size = KeyColumns.blockSize
    let strideSize = size * KeyColumns.blocksPerStride
    var sketches: [DocumentSketch] = []
    sketches.reserveCapacity(documents.count)
    var columns = KeyColumns(scheme, documents: documents.count, room: room)
    for start in stride(from: 0, to: documents.count, by: strideSize) {
      let end = min(start + strideSize, documents.count)
      let blocks = parallelMap(
        (end - start + size - 1) / size, threads: configuration.threads, scratch: sketcher
      ) { sketcher, block in
        var keys = KeyColumns.Block()
        let first = start + block * size
        let sketches = documents[first..<min(first + size, end)].map {
          var sketch = sketcher.sketch($0)
          keys.append(sketch, scheme)
          sketch.forgetKeys()
          return sketch
        }
        return (sketches, keys)
      }
      for block in blocks { sketches += block.0 }
      columns.append(blocks.map(\.1)[...])
    }
    return (sketches, columns)
  }

  /// Returns the pairs that are worth comparing. Where the spill storage loses something, the documents
  /// are read once more and it is left alone.
  private func candidates(
    _ finder: CandidateFinder, _ columns: inout KeyColumns, _ documents: [Document],
    _ sketches: [DocumentSketch], _ identical: IdenticalTexts, _ shares: MemoryShares,
    _ statistics: inout RunStatistics
  ) -> [Candidate] {
    let digests = sketches.map(\.digest)
    let found = finder.candidates(
      &columns, digests, identical, memory: shares.postings, spill: spill, &statistics)
    if let found { return found }
    columns = sketch(documents, finder.scheme, Room(bytes: .max, spill: nil)).1
    guard let again = finder.candidates(&columns, digests, identical, &statistics) else {
      preconditionFailure("nothing is lost that is in memory")
    }
    return again
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
    _ plan: ComparisonPlan, by relator: PairRelator, _ texts: inout TextStore,
    _ pairs: inout RelatedPairs, _ statistics: inout RunStatistics, isThorough: Bool,
    keeping isKept: @Sendable (RelatedPair) -> Bool
  ) {
    let aligns = configuration.findsPassages
    for block in plan.blocks.indices {
      let (needed, tiles) = plan.row(block)
      // No later block has a candidate with these.
      let firsts = texts.load(needed, again: false)
      for group in plan.groups(in: block) {
        let comparison = firsts[group[0]].selfComparison(aligns: aligns)
        relator.relate(group: group, comparison) { pairs.append($0) }
      }
      for tile in tiles {
        let seconds = tile.column == block ? firsts : texts.load(tile.seconds, again: true)
        for start in stride(from: 0, to: tile.candidates.count, by: Self.candidatesAtOnce) {
          let end = min(start + Self.candidatesAtOnce, tile.candidates.count)
          let found = relate(
            tile.candidates[start..<end], firsts, seconds, by: relator, isThorough: isThorough,
            keeping: isKept)
          statistics.alignedPairs += found.reduce(0) { $0 + $1.aligned }
          for part in found { part.pairs.forEach { pairs.append($0) } }
        }
      }
    }
    pairs.sort()
  }

  /// Relates a pair of documents once more.
  private func relate(
    _ a: Int, _ b: Int, _ reader: TextReader, _ relator: PairRelator, isThorough: Bool
  ) -> RelatedPair {
    var sketcher = Sketcher(configuration)
    var workspace = ComparisonWorkspace()
    return relator.pair(a, b) { first, second in
      let text = reader.text(first, &sketcher).0
      guard first != second else {
        return text.selfComparison(aligns: configuration.findsPassages)
      }
      return comparer.compare(
        text, reader.text(second, &sketcher).0, &workspace, isThorough: isThorough)
    }
  }

  /// Compares candidates whose texts are loaded, some at a time.
  private func relate(
    _ candidates: ArraySlice<Candidate>, _ firsts: TextStore.Loaded, _ seconds: TextStore.Loaded,
    by relator: PairRelator, isThorough: Bool, keeping isKept: @Sendable (RelatedPair) -> Bool
  ) -> [Block] {
    let comparer = comparer
    let blocks = (candidates.count + Self.blockSize - 1) / Self.blockSize
    return parallelMap(
      blocks, threads: configuration.threads, scratch: ComparisonWorkspace()
    ) { workspace, block in
      var found = Block()
      let start = candidates.startIndex + block * Self.blockSize
      for candidate in candidates[start..<min(start + Self.blockSize, candidates.endIndex)] {
        let comparison = comparer.compare(
          firsts[candidate.a], seconds[candidate.b], &workspace, isThorough: isThorough)
        if comparison.isAligned { found.aligned += 1 }
        guard isThorough || comparison.isNotable else { continue }
        relator.relate(candidate, comparison) { if isKept($0) { found.pairs.append($0) } }
      }
      return found
    }
  }

  /// The candidates that a thread compares at a time.
  private static let blockSize = 64
  /// The candidates of which all that is found is held before it is put with the rest: with some hundred
  /// bytes each a few megabytes.
  private static let candidatesAtOnce = 1 << 14

  /// What was found of a block of candidates.
  private struct Block: Sendable {
    var aligned = 0
    var pairs: [RelatedPair] = []
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
