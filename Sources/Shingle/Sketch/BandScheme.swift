internal import Glibc

/// How a signature is cut into bands: two documents collide where all rows of a band agree.
///
/// A pair of Jaccard similarity *s* collides in at least one of *b* bands of *r* rows with
/// probability 1 − (1 − *s*ʳ)ᵇ (Leskovec, Rajaraman, Ullman: "Mining of Massive Datasets", 3.4.2).
struct BandScheme: Sendable, Equatable {
  /// The number of bands.
  let bands: Int
  /// The rows, that is slots, of a band.
  let rows: Int

  /// Chooses the most rows, and so the fewest false candidates, with which a pair of `similarity`
  /// still collides with probability `recall`; one row a band where no choice reaches that.
  init(signatureSize: Int, similarity: Double, recall: Double) {
    let fitting = (1...signatureSize).last {
      Self.probability(similarity, bands: signatureSize / $0, rows: $0) >= recall
    }
    rows = fitting ?? 1
    bands = signatureSize / rows
  }

  /// The probability that a pair of Jaccard similarity `similarity` becomes a candidate.
  func probability(_ similarity: Double) -> Double {
    Self.probability(similarity, bands: bands, rows: rows)
  }

  private static func probability(_ similarity: Double, bands: Int, rows: Int) -> Double {
    1 - pow(1 - pow(similarity, Double(rows)), Double(bands))
  }

  /// Returns a key for each band of a signature; equal keys mean equal rows, but for collisions
  /// of a 64-bit hash. The band's number is part of the key.
  func keys(_ signature: [UInt32]) -> [UInt64] {
    (0..<bands).map { key(of: $0, signature) }
  }

  /// Returns the key of one band of a signature.
  @inline(__always)
  func key(of band: Int, _ signature: [UInt32]) -> UInt64 {
    let slots = signature.span.extracting(band &* rows..<(band &+ 1) &* rows)
    return XXH3.hash(slots, seed: UInt64(band))
  }
}
