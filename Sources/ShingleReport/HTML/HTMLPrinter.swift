public import Shingle

/// Prints `report.html`: one self-contained page, for an editor to read or print.
///
/// The page asks no network for anything and works from a file; its Content-Security-Policy allows
/// its own style and script alone. Without the script only the filters are missing, and some
/// browsers open no comparison that a link leads into.
public enum HTMLPrinter {
  /// How much the page shows; what is left out is said there, and stands in the JSON files.
  public struct Options: Sendable, Equatable {
    /// Clusters, most members first. 200 are more than an editor reads, and about as many as a
    /// browser lays out in a second.
    public var maximumClusters = 200
    /// Comparisons of one cluster; each repeats two texts in full.
    public var maximumComparisons = 20
    /// Code points of one text; few articles have more.
    public var maximumTextLength = 20_000
    /// Rows of one cluster's list of members.
    public var maximumMembers = 100
    /// Credits quoted as evidence of one cluster's origin.
    public var maximumEvidence = 5
    /// Rows of the matrix.
    public var maximumOutlets = 40
    /// Columns of the matrix; more do not fit on paper.
    public var maximumOrigins = 12
    /// Articles listed in a cell of the matrix: about a screenful.
    public var maximumCellMembers = 10
    /// Altered quotations.
    public var maximumQuotations = 100
    /// Articles of which all quotations are compared; of more, those of the clusters that are shown.
    public var maximumQuoting = 5_000
    /// Pairs outside clusters, and articles whose record contradicts their text.
    public var maximumPairs = 500
    /// Skipped records and files.
    public var maximumSkipped = 100

    /// Creates the default limits.
    public init() {}
  }

  /// Passes the page on in pieces: its head, each cluster, the rest of the audit, its foot.
  public static func print<Failure: Error>(
    _ report: Report, run description: RunDescription, options: Options = Options(),
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    // The report has the largest clusters first.
    let shown = report.clusters.indices.prefix(options.maximumClusters)
    let audit = Audit(report, quotationsOf: quoting(report, shown, options))
    let places = PagePlaces(report, audit, options)
    let overview = PageOverview(
      report: report, description: description, options: options, audit: audit, places: places)
    try sink(PageTemplates.render("head", overview.headValues()))
    let summaries = ClusterSummary.all(of: report)
    for index in shown {
      let cluster = PageCluster(
        report: report, options: options, places: places, index: index,
        summary: summaries[index])
      try sink(PageTemplates.render("cluster", cluster.values()))
    }
    let left = report.clusters.count - shown.count
    try sink(PageTemplates.render("between", overview.cutClusters(left)))
    let rest = PageAudit(audit: audit, report: report, options: options, places: places)
    try sink(PageTemplates.render("audit", rest.values()))
    try sink(PageTemplates.render("foot", overview.footValues()))
  }

  /// The documents whose quotations the page compares: all of a small report, and those of the
  /// clusters that are shown of a large one.
  private static func quoting(
    _ report: Report, _ shown: Range<Int>, _ options: Options
  ) -> [Int] {
    report.documents.count <= options.maximumQuoting
      ? Array(report.documents.indices)
      : Set(shown.flatMap { report.clusters[$0].members.map(\.document) }).sorted()
  }

  /// Returns the page as one array.
  public static func bytes(
    of report: Report, run description: RunDescription, options: Options = Options()
  ) -> [UInt8] {
    gathered { sink in print(report, run: description, options: options, to: sink) }
  }
}
