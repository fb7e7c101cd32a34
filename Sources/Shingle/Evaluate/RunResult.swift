/// What a run says of a batch, as far as it can be evaluated.
public struct RunResult: Sendable, Equatable {
  /// The ids of the documents.
  public var documents: [String]
  /// The ids of each cluster's members.
  public var clusters: [[String]]
  /// The pairs that the run wrote.
  public var pairs: [Pair]

  /// A pair that the run wrote.
  public struct Pair: Sendable, Equatable {
    /// The id of one document.
    public var a: String
    /// The id of the other.
    public var b: String
    /// How the two relate.
    public var relation: Relation
    /// The probability that the two are the same copy, in 0...1.
    public var confidence: Double
    /// What the two share.
    public var passages: [Passage]

    /// Creates a pair.
    public init(
      a: String, b: String, relation: Relation, confidence: Double, passages: [Passage] = []
    ) {
      self.a = a
      self.b = b
      self.relation = relation
      self.confidence = confidence
      self.passages = passages
    }
  }

  /// Where a shared passage stands.
  public struct Passage: Sendable, Equatable {
    /// The place in the first document.
    public var a: CodePointRange
    /// The place in the second document.
    public var b: CodePointRange
    /// The equal words.
    public var words: Int

    /// Creates a passage.
    public init(a: CodePointRange, b: CodePointRange, words: Int) {
      self.a = a
      self.b = b
      self.words = words
    }
  }

  /// Creates a result.
  public init(documents: [String], clusters: [[String]], pairs: [Pair]) {
    self.documents = documents
    self.clusters = clusters
    self.pairs = pairs
  }
}
