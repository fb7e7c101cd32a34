/// What stands between the shared passages of two texts, and between the runs of one: what a
/// second writer changed.
struct Edits: Sendable, Equatable {
  /// The places at which the two differ.
  var places = 0
  /// Those at which each text has, within a few words, a name or figure that the other has not:
  /// "payable April 15 | payable May 3".
  var changedFacts = 0

  /// The most words that are read on either side of a place as one having changed for the other:
  /// about one clause.
  static let longest = Aligner.maximumGap

  init(places: Int = 0, changedFacts: Int = 0) {
    self.places = places
    self.changedFacts = changedFacts
  }

  /// Reads the edits between matches, which are in the order of the first text, and behind the
  /// last. What stands before the first is the dateline, byline or opening line of an outlet, and
  /// other in every copy.
  ///
  /// - Complexity: O(*r*) for matches of *r* runs.
  init(
    _ matches: [WeighedMatch], _ first: Tokens, _ second: Tokens, _ figures: FigureWords
  ) {
    guard let head = matches.first?.match else { return }
    var (a, b) = (head.a.lower, head.b.lower)
    for weighed in matches {
      for run in weighed.match.runs {
        if run.b >= b {
          add(a..<run.a, first, b..<run.b, second, figures)
        } else {
          places += 1
        }
        (a, b) = (run.endA, run.endB)
      }
    }
    add(a..<first.count, first, b..<second.count, second, figures)
  }

  private mutating func add(
    _ a: Range<Int>, _ first: Tokens, _ b: Range<Int>, _ second: Tokens, _ figures: FigureWords
  ) {
    if a.isEmpty, b.isEmpty { return }
    places += 1
    guard a.count <= Self.longest, b.count <= Self.longest else { return }
    if Self.hasOwnFact(first, a, second, b, figures), Self.hasOwnFact(second, b, first, a, figures)
    {
      changedFacts += 1
    }
  }

  /// Whether a part of a text has a name or figure that a part of the other has not.
  private static func hasOwnFact(
    _ text: Tokens, _ range: Range<Int>, _ other: Tokens, _ otherRange: Range<Int>,
    _ figures: FigureWords
  ) -> Bool {
    range.contains { index in
      isFact(text, index, figures)
        && !otherRange.contains { other.hashes[$0] == text.hashes[index] }
    }
  }

  private static func isFact(_ text: Tokens, _ index: Int, _ figures: FigureWords) -> Bool {
    let flags = text.flags[index]
    if flags.contains(.boilerplate) { return false }
    let isName = flags.isName && !flags.contains(.startsLine)
    return isName || figures.contains(text.hashes[index])
  }
}
