/// Proposes the pairs of documents that share a fingerprint.
///
/// The postings are sorted in partitions by key, so that only one partition's worth is held twice.
/// A fingerprint of more than `maximumFrequency` documents is a formula and no evidence; it is cut,
/// and counted.
struct FingerprintIndex: Sendable {
  /// The pairs proposed, with the number of fingerprints they share.
  private(set) var pairs = CandidatePairs()
  /// The distinct fingerprints that were cut.
  private(set) var cutFingerprints = 0
  /// The postings of the fingerprints that were cut.
  private(set) var cutPostings = 0

  /// About how many postings are sorted at once.
  private static let partitionSize = 1 << 22

  /// Indexes fingerprints: those of `documents[i]` are `fingerprints[offsets[i] ..<
  /// offsets[i + 1]]`, distinct within a document.
  ///
  /// - Complexity: O(*p* + Σ *f*²) for *p* postings and the frequencies *f* of those not cut.
  init(
    fingerprints: [UInt64], offsets: [Int], documents: [UInt32], maximumFrequency: Int
  ) {
    precondition(offsets.count == documents.count + 1, "each document has a first and a last")
    let partitions = max(1, fingerprints.count / Self.partitionSize)
    var postings: [Posting] = []
    for partition in 0..<partitions {
      postings.removeAll(keepingCapacity: true)
      for (row, document) in documents.enumerated() {
        for index in offsets[row]..<offsets[row + 1]
        where Self.partition(of: fingerprints[index], among: partitions) == partition {
          postings.append(Posting(key: fingerprints[index], document: document))
        }
      }
      postings.sortByKey()
      add(postings, maximumFrequency: maximumFrequency)
    }
  }

  /// The partition by the key's low bits; its high bits are what is sorted by.
  private static func partition(of key: UInt64, among partitions: Int) -> Int {
    Int(truncatingIfNeeded: (key & 0xFFFF_FFFF) &* UInt64(partitions) >> 32)
  }

  private mutating func add(_ postings: [Posting], maximumFrequency: Int) {
    postings.forEachRun { run in
      guard run.count > 1 else { return }
      if run.count > maximumFrequency {
        cutFingerprints += 1
        cutPostings += run.count
      } else {
        for first in run {
          for second in (first + 1)..<run.upperBound {
            pairs.add(postings[first].document, postings[second].document)
          }
        }
      }
    }
  }
}
