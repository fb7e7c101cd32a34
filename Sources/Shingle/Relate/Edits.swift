/// What stands between the shared passages of two texts, and between the runs of one: what a
/// second writer changed.
struct Edits: Sendable, Equatable {
  /// The places at which the two differ.
  var places = 0
  /// Those at which each text has, within a few words, a name or figure that the other has not:
  /// "payable April 15 | payable May 3".
  var changedFacts = 0
  /// The names and figures that each text has and the other has nowhere.
  var exchanged = ExchangedFacts()

  /// The most words that are read on either side of a place as one having changed for the other:
  /// about one clause.
  static let longest = Aligner.maximumGap

  init(places: Int = 0, changedFacts: Int = 0, exchanged: ExchangedFacts = ExchangedFacts()) {
    self.places = places
    self.changedFacts = changedFacts
    self.exchanged = exchanged
  }

  /// Reads the edits between matches, which are in the order of the first text, and behind the
  /// last; `coverage` is the share of the shorter text in them. What stands before the first is the
  /// dateline, byline or opening line of an outlet, and other in every copy.
  ///
  /// - Complexity: O(*n* + *m* + *r* log *r*) for texts of *n* and *m* tokens with *r* runs.
  init(
    _ matches: [Match], _ first: AnalyzedText, _ second: AnalyzedText, coverage: Double,
    _ figures: FigureWords
  ) {
    guard let head = matches.first else { return }
    exchanged = ExchangedFacts(matches, first, second, coverage: coverage, figures)
    var (a, b) = (head.a.lower, head.b.lower)
    for match in matches {
      for run in match.runs {
        if run.b >= b {
          add(a..<run.a, first, b..<run.b, second)
        } else {
          places += 1
        }
        (a, b) = (run.endA, run.endB)
      }
    }
    add(a..<first.tokens.count, first, b..<second.tokens.count, second)
  }

  private mutating func add(
    _ a: Range<Int>, _ first: AnalyzedText, _ b: Range<Int>, _ second: AnalyzedText
  ) {
    if a.isEmpty, b.isEmpty { return }
    places += 1
    guard a.count <= Self.longest, b.count <= Self.longest else { return }
    if Self.hasOwnFact(first, a, second, b), Self.hasOwnFact(second, b, first, a) {
      changedFacts += 1
    }
  }

  /// Whether a part of a text has a name or figure that a part of the other has not.
  private static func hasOwnFact(
    _ text: AnalyzedText, _ range: Range<Int>, _ other: AnalyzedText, _ otherRange: Range<Int>
  ) -> Bool {
    let (facts, others) = (text.facts, other.facts)
    let otherIndices = others.indices(in: otherRange)
    return facts.indices(in: range).contains { fact in
      let hash = text.tokens.hashes[Int(facts.tokens[fact])]
      return !otherRange.contains { other.tokens.hashes[$0] == hash }
        && !otherIndices.contains { others.keys[$0] == facts.keys[fact] }
    }
  }
}

extension Tokens {
  /// Whether a token is a name or figure that a reader would hold against another text's.
  func statesFact(_ index: Int, _ figures: FigureWords) -> Bool {
    if flags[index].contains(.boilerplate) { return false }
    let isName = flags[index].isName && !flags[index].contains(.startsLine)
    return isName || figures.contains(hashes[index])
  }

  /// Whether a token is a figure, in digits or in words.
  func isFigure(_ index: Int, _ figures: FigureWords) -> Bool {
    flags[index].contains(.digit) || figures.contains(hashes[index])
  }
}
