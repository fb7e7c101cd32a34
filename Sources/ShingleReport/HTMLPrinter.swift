public import Shingle

/// Prints `report.html`.
public enum HTMLPrinter {
  /// What the page shows in full.
  public struct Options: Sendable, Equatable {
    /// Clusters
    public var maximumClusters = 200
    /// Creates
    public init() {}
  }
  /// Prints
  public static func print<Failure: Error>(
    _ report: Report, run: RunDescription, options: Options = Options(),
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
  }
}
