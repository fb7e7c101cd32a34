/// How likely texts are the same copy as their neighbours, as two columns ordered by text and
/// neighbour.
struct TextLinks: Sendable {
  /// The links of text *t* are those from `starts[t]` to `starts[t + 1]`.
  private var starts: [Int] = []
  private var neighbours: [UInt32] = []
  private var probabilities: [Double] = []

  /// Holds none.
  init() {}

  /// Takes pairs that are ordered by their two texts, as seen from those of the texts that are
  /// wanted; `isWanted` has an element for each text.
  ///
  /// - Complexity: O(*n* + *p*) for *n* texts and *p* pairs.
  init(_ pairs: some Collection<(Int, Int, Double)>, of isWanted: [Bool]) {
    starts = [Int](repeating: 0, count: isWanted.count + 1)
    for (a, b, _) in pairs {
      if isWanted[a] { starts[a + 1] += 1 }
      if isWanted[b] { starts[b + 1] += 1 }
    }
    for text in isWanted.indices { starts[text + 1] += starts[text] }
    let count = starts[isWanted.count]
    neighbours = [UInt32](repeating: 0, count: count)
    probabilities = [Double](repeating: 0, count: count)
    var next = starts
    func add(_ neighbour: Int, to text: Int, _ probability: Double) {
      neighbours[next[text]] = UInt32(neighbour)
      probabilities[next[text]] = probability
      next[text] += 1
    }
    // Of a text's neighbours those before it come first: their pairs stand earlier.
    for (a, b, probability) in pairs where isWanted[b] { add(a, to: b, probability) }
    for (a, b, probability) in pairs where isWanted[a] { add(b, to: a, probability) }
  }

  /// The third text through which two are likeliest joined, the first of equally likely ones, and
  /// how likely.
  ///
  /// - Complexity: O(*d*) for *d* links of the two.
  func bestThird(_ a: Int, _ b: Int) -> (document: Int, probability: Double)? {
    var best: (document: Int, probability: Double)?
    var (i, j) = (starts[a], starts[b])
    while i < starts[a + 1], j < starts[b + 1] {
      let (one, other) = (neighbours[i], neighbours[j])
      if one == other {
        let probability = probabilities[i] * probabilities[j]
        if probability > best?.probability ?? -1 { best = (Int(one), probability) }
      }
      if one <= other { i += 1 }
      if other <= one { j += 1 }
    }
    return best
  }
}
