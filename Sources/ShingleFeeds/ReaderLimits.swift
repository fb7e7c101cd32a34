/// What a reader holds in memory at most.
public struct ReaderLimits: Sendable, Equatable {
  /// The longest record or text file that is read, in bytes; a longer one is skipped.
  ///
  /// 256 MiB is some hundred times the longest article of any archive, and far below the 4 GiB
  /// that the JSON index can address, to which more is lowered.
  public var maximumRecordBytes = 256 << 20 {
    didSet { maximumRecordBytes = Self.allowedRecordBytes(maximumRecordBytes) }
  }
  /// The problems of each severity that are kept with their text; those beyond are only counted.
  public var maximumProblems = 1000

  /// Creates the default limits.
  public init() {}

  /// The nearest limit that a reader can keep to.
  static func allowedRecordBytes(_ bytes: Int) -> Int { min(max(0, bytes), 4 << 30) }
}
