/// Every parameter of a run, with its unit, default and reason.
public struct Configuration: Sendable, Equatable {
  /// The Jaccard similarity, in 0...1, from which on banding finds a pair with probability
  /// ``recall``. 0.5 is about where half of the shorter text is shared: below it fingerprints and
  /// not whole-document similarity find the copy.
  public var similarity: Double = 0.5
  /// The probability, in 0...1, with which banding finds a pair of ``similarity``.
  public var recall: Double = 0.995
  /// Tokens per shingle: with 5, unrelated news texts share next to nothing, and a copied sentence
  /// with one word changed in six still shares some.
  public var shingleLength: Int = 5
  /// Slots of a MinHash signature: 128 give a standard error of at most 0.044.
  public var signatureSize: Int = 128
  /// Shingles per winnowing window. With 4, two documents that share a run of
  /// `shingleLength + 4 - 1` = 8 words share a fingerprint.
  public var winnowingWindow: Int = 4
  /// Documents in which a fingerprint may stand before it is cut as too common: to count its pairs
  /// takes the square of their number, and what stands in over a hundred texts is a formula.
  public var maximumDocumentFrequency: Int = 100
  /// Fingerprints that two documents must share to be compared. A common run of
  /// `shingleLength + 2 · winnowingWindow - 1` = 12 words holds at least two; one alone is most
  /// often a stock phrase. One that stands in more than ten documents counts for less.
  public var minimumSharedFingerprints: Int = 2
  /// Identical texts of which every pair is written; of more, each is paired with the first only.
  public var identicalPairLimit: Int = 32
  /// Whether passages are looked for; without them a run stops after exact similarity.
  public var findsPassages: Bool = true
  /// What weighs the evidence on a pair: the weights that are compiled in, or a user's own.
  public var relationModel: RelationModel = .shipped
  /// By what the member is chosen that stands for a cluster: by default the origin's own article,
  /// else the earliest, since the others may have it from there, and else the fullest.
  public var representativeRule: RepresentativeRule = .standard
  /// The news agencies and other outlets that credits name. Whose copy a text is depends on them.
  public var agencies: AgencyTable = .shipped
  /// Threads; the output does not depend on it.
  public var threads: Int = 1
  /// Bytes that a run may take, about; the output does not depend on it. What is kept of each document
  /// is held all the same. Of the rest (keys, postings, words of texts, pairs) what has no room is left in
  /// ``Detector/spill``: 1 GiB holds all of 50,000 documents of news.
  public var memory: Int = 1 << 30

  /// Creates the default configuration.
  public init() {}
}
