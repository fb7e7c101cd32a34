internal import CXXHash

/// XXH3, 64 bits: the one hash function of the pipeline.
enum XXH3 {
  /// Returns the hash of bytes.
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe shingle_xxh3($0.baseAddress, $0.count)
    }
  }

  /// Returns the hash of words, in the byte order of the machine.
  static func hash(_ words: Span<UInt64>, seed: UInt64 = 0) -> UInt64 {
    unsafe words.withUnsafeBufferPointer {
      unsafe shingle_xxh3_seeded($0.baseAddress, $0.count &* 8, seed)
    }
  }

  /// Returns the hash of 128 bits of words, in the byte order of the machine.
  static func wideHash(_ words: Span<UInt64>) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    unsafe words.withUnsafeBufferPointer {
      unsafe shingle_xxh3_wide($0.baseAddress, $0.count &* 8, &low, &high)
    }
    return (low, high)
  }

  /// Returns the hash of words, in the byte order of the machine.
  static func hash(_ words: Span<UInt32>, seed: UInt64) -> UInt64 {
    unsafe words.withUnsafeBufferPointer {
      unsafe shingle_xxh3_seeded($0.baseAddress, $0.count &* 4, seed)
    }
  }

  /// Returns the hash of a string's UTF-8 bytes.
  static func hash(_ string: String) -> UInt64 {
    hash(string.utf8Span.span)
  }
}
