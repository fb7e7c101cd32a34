/// Turns comparisons of distinct texts into verdicts on pairs of documents.
struct PairRelator: Sendable {
  let documents: [Document]
  let sketches: [DocumentSketch]
  let identical: IdenticalTexts
  let limit: Int
  private let relator: Relator
  private let groups: [UInt32: [UInt32]]
  /// Whether a document's text is that of others, which it stands for.
  private let isShared: [Bool]
  // Columns of the documents, so that a pair touches no others of their fields.
  private let published: [Timestamp?]
  private let sources: [String?]

  init(
    documents: [Document], sketches: [DocumentSketch], identical: IdenticalTexts,
    configuration: Configuration
  ) {
    self.documents = documents
    self.sketches = sketches
    self.identical = identical
    limit = configuration.identicalPairLimit
    relator = Relator(model: configuration.relationModel)
    groups = Dictionary(uniqueKeysWithValues: identical.groups.map { ($0[0], $0) })
    var isShared = [Bool](repeating: false, count: documents.count)
    for group in identical.groups { isShared[Int(group[0])] = true }
    self.isShared = isShared
    published = documents.map(\.published)
    sources = documents.map(\.source)
  }

  /// The documents that a distinct text stands for in pairs with others: all that have it, or the
  /// first alone where they are too many.
  private func carriers(_ text: UInt32) -> [Int] {
    guard let group = groups[text], group.count <= limit else { return [Int(text)] }
    return group.map { Int($0) }
  }

  /// Relates every pair of documents that have the two texts of a candidate, and calls `body` with
  /// each.
  func relate(
    _ candidate: Candidate, _ comparison: Comparison, _ body: (RelatedPair) -> Void
  ) {
    guard isShared[Int(candidate.a)] || isShared[Int(candidate.b)] else {
      body(pair(Int(candidate.a), Int(candidate.b), comparison, isIdentical: false))
      return
    }
    for first in carriers(candidate.a) {
      for second in carriers(candidate.b) {
        let ordered = first < second
        body(
          pair(
            min(first, second), max(first, second), ordered ? comparison : comparison.swapped,
            isIdentical: false))
      }
    }
  }

  /// Relates the documents of a group with the same text, and calls `body` with all pairs, or with each
  /// and the first where they are too many.
  func relate(group: [UInt32], _ comparison: Comparison, _ body: (RelatedPair) -> Void) {
    let members = group.map { Int($0) }
    let firsts = members.count <= limit ? members[...] : members.prefix(1)
    for (index, first) in firsts.enumerated() {
      for second in members[(index + 1)...] {
        body(pair(first, second, comparison, isIdentical: true))
      }
    }
  }

  /// Relates one pair of documents; `compare` compares two distinct texts, by their documents, or one
  /// with itself.
  func pair(_ a: Int, _ b: Int, _ compare: (Int, Int) -> Comparison) -> RelatedPair {
    let (first, second) = (Int(identical.representatives[a]), Int(identical.representatives[b]))
    let comparison = compare(min(first, second), max(first, second))
    return pair(
      a, b, first <= second ? comparison : comparison.swapped, isIdentical: first == second)
  }

  private func pair(
    _ a: Int, _ b: Int, _ comparison: Comparison, isIdentical: Bool
  ) -> RelatedPair {
    let context = context(a, b, comparison, isIdentical: isIdentical)
    return RelatedPair(
      a: a, b: b, verdict: relator.relate(comparison, context), comparison: comparison,
      context: context)
  }

  private func context(
    _ a: Int, _ b: Int, _ comparison: Comparison, isIdentical: Bool
  ) -> PairContext {
    var context = PairContext()
    context.isIdentical = isIdentical
    context.daysApart = Self.days(published[a], published[b])
    context.otherHeadline = otherHeadline(a, b)
    context.hasLaterFigures = hasLaterFigures(a, b, comparison)
    context.isLaterVersion =
      areOfOneSource(a, b)
      && (context.hasLaterFigures || VersionMarks.areVersions(documents[a], documents[b]))
    let (first, second) = (sketches[a].creditedAgencies, sketches[b].creditedAgencies)
    guard let one = first.first, let other = second.first else { return context }
    if let main = sketches[a].mainAgency, main == sketches[b].mainAgency {
      context.commonAgency = main
    }
    if let common = context.commonAgency {
      context.exclusiveQuotations = Set(
        comparison.matches.indices.filter { index in
          let match = comparison.matches[index]
          return match.isQuoted
            && (isCredited(common, in: a, beside: match.match.a)
              || isCredited(common, in: b, beside: match.match.b))
        })
    } else if !first.contains(where: second.contains) {
      context.contradiction = (one, other)
    }
    return context
  }

  private static func days(_ first: Timestamp?, _ second: Timestamp?) -> Double {
    guard let first, let second else { return 0 }
    return abs(Double(first.secondsSince1970) - Double(second.secondsSince1970)) / 86_400
  }

  private func areOfOneSource(_ a: Int, _ b: Int) -> Bool {
    sources[a]?.isSame(as: sources[b]) ?? false
  }

  /// The most days between an article and the same one with later figures.
  private static let updateDays = 1.0

  /// The shared words of prose from which two tell a story and are no notices: about two sentences.
  /// From 20 on no further form of the labelled ones is taken for an update.
  private static let storyWords = 30

  /// Whether two were published within a day and exchange figures and no names, neither in their
  /// texts nor in their headlines. A notice may leave its name to the headline ("the board declared
  /// 12 cents"), so a short one must have a like headline.
  private func hasLaterFigures(_ a: Int, _ b: Int, _ comparison: Comparison) -> Bool {
    let exchanged = comparison.edits.exchanged
    guard exchanged.count > 0, !exchanged.includesNames, published[a] != nil, published[b] != nil,
      Self.days(published[a], published[b]) <= Self.updateDays
    else { return false }
    let (first, second) = (sketches[a].headline, sketches[b].headline)
    guard !first.words.isEmpty, !second.words.isEmpty, !first.exchangesNames(with: second) else {
      return false
    }
    return comparison.prose.words >= Self.storyWords || first.isLike(second)
  }

  private func otherHeadline(_ a: Int, _ b: Int) -> Double {
    guard areOfOneSource(a, b) else { return 0 }
    let (first, second) = (sketches[a].headline.words, sketches[b].headline.words)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let shared = first.count { second.contains($0) }
    return 1 - Double(shared) / Double(first.count + second.count - shared)
  }

  /// The most words between a quotation and the words that say to whom it was given: "..., a senior
  /// official told Reuters".
  private static let attributionReach = 15

  /// Whether a document credits an agency beside a passage.
  private func isCredited(_ agency: String, in document: Int, beside passage: TokenRange) -> Bool {
    let sketch = sketches[document]
    return zip(sketch.credits, sketch.creditTokens).contains { credit, tokens in
      credit.name == agency && credit.kind.namesSource
        && tokens.upper + Self.attributionReach >= passage.lower
        && tokens.lower <= passage.upper + Self.attributionReach
    }
  }
}
