/// Counts of one run, stage by stage, for the manifest; none of them depends on the thread count.
public struct RunStatistics: Sendable, Equatable {
  /// Documents taken in.
  public var documents = 0
  /// Tokens of all documents.
  public var tokens = 0
  /// Documents with fewer tokens than a shingle, which pair with nothing.
  public var shortDocuments = 0
  /// Documents whose tokens equal those of an earlier one.
  public var identicalDocuments = 0
  /// Bands of a signature.
  public var bands = 0
  /// Rows of a band.
  public var rowsPerBand = 0
  /// The probability that banding finds a pair of the configured similarity.
  public var expectedRecall = 0.0
  /// Fingerprints of all distinct texts.
  public var fingerprints = 0
  /// Distinct fingerprints that were cut as too common.
  public var cutFingerprints = 0
  /// Postings of the fingerprints that were cut.
  public var cutPostings = 0
  /// Candidate pairs that banding proposed.
  public var bandCandidates = 0
  /// Candidate pairs that fingerprints proposed.
  public var fingerprintCandidates = 0
  /// Distinct candidate pairs.
  public var candidates = 0
  /// Candidate pairs that share enough to be aligned.
  public var alignedPairs = 0
  /// The sizes of the largest band buckets, largest first.
  public var largestBuckets: [Int] = []
  /// Band buckets too large for all their pairs to be proposed: each document of them is paired
  /// with a few others only, so that similar documents there may go unpaired.
  public var thinnedBuckets = 0
  /// Pairs written.
  public var pairs = 0
  /// Pairs written, by relation.
  public var pairsByRelation: [Relation: Int] = [:]
  /// Clusters.
  public var clusters = 0
  /// Documents in a cluster.
  public var clusteredDocuments = 0

  /// Creates counts of zero.
  public init() {}
}
