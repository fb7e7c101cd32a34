/// What a reader holds in memory at most.
public struct ReaderLimits: Sendable, Equatable {
  /// The longest record or text file that is read, in bytes; a longer one is skipped.
  ///
  /// 256 MiB is some hundred times the longest article of any archive, and far below the 4 GiB
  /// that the JSON index can address.
  public var maximumRecordBytes = 256 << 20
  /// The problems that are kept with their text; those beyond are only counted.
  public var maximumProblems = 1000

  /// Creates the default limits.
  public init() {}
}
