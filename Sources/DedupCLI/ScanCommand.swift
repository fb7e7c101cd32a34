import ArgumentParser
import Shingle
import ShingleFeeds
import ShingleReport

/// Reads a batch of articles and reports which come from the same copy.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Find the articles of a batch that come from the same copy.",
    discussion: """
      Examples:
        shingle scan data/wire-story --output report
        shingle scan feed.jsonl archive/ --format csv > pairs.csv
        zcat feed.jsonl.gz | shingle scan - --output report

      With --output DIR the files pairs.jsonl, clusters.jsonl,
      documents.jsonl, manifest.json and report.html appear in DIR, and a
      summary on standard output. Without it the pairs go to standard
      output in the format asked for.

      Exit codes: 0 done; 2 done, but some input was unreadable; 64 usage;
      74 input or output failed.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var detection: DetectionOptions
  @OptionGroup var clusters: ClusterOptions

  @Option(
    name: [.short, .long], help: "The directory to write the report to; made if absent.",
    completion: .directory)
  var output: String?

  @Option(help: "What goes to standard output: jsonl, csv, markdown or text. (default: text)")
  var format: OutputFormat?

  @Flag(name: [.short, .long], help: "Print no summary and no progress.")
  var quiet = false

  func validate() throws {
    guard let output else { return }
    try refuse(
      writing: ReportFiles.names.map { "\(output)/\($0)" },
      overInputs: input.reading.files(of: input.inputs) + detection.parameters.files)
    try refuse(reportIn: output, holding: input.inputs)
  }

  func run() throws {
    var configuration = try detection.configuration()
    clusters.apply(to: &configuration)
    var clock = RunClock(showsProgress: Terminal.showsProgress && !quiet)
    clock.begin("read")
    let intake = try input.read(
      rest: output == nil ? "" : "; see the manifest", leavesTexts: true,
      threads: configuration.threads)
    clusters.sayUnknownSources(among: intake.documents)
    let spill = SpillFile()
    defer { spill.sayFailure() }
    let detector = Detector(configuration: configuration, spill: spill)
    let report = detector.report(on: intake.documents) { clock.begin($0.rawValue) }
    clock.end()
    try write(report, intake, clock)
    if intake.isPartial { throw ExitCode.unreadableInput }
  }

  private func write(_ report: Report, _ intake: Intake, _ clock: RunClock) throws {
    if let output {
      let description = RunDescription(intake, report, clock.measurements())
      do {
        try ReportFiles.write(report, description, to: output) { intake.changedFile == nil }
      } catch {
        throw CommandFailure.inputOutput(error.description)
      }
    }
    let format = format ?? (output == nil || !quiet ? .text : nil)
    let summary = format?.bytes(of: report) ?? []
    if let path = intake.changedFile {
      throw CommandFailure.inputOutput(
        "'\(path)' was written to during the scan; scan it once more")
    }
    try Terminal.print(summary)
    if let warning = report.recallWarning { Terminal.say("shingle: warning: \(warning)") }
    if let output, !quiet { Terminal.say("report: \(output)/report.html") }
  }
}

/// A format of standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl
  case csv
  case markdown
  case text

  /// The report in this format: its pairs, or for a reader its clusters.
  func bytes(of report: Report) -> [UInt8] {
    switch self {
    case .jsonl: PairsPrinter.bytes(of: report)
    case .csv: CSVPrinter.pairs(of: report)
    case .markdown: MarkdownPrinter.bytes(of: report)
    case .text:
      TextPrinter.bytes(
        of: report, width: Terminal.width, usesColors: Terminal.usesColors)
    }
  }
}

extension Report {
  /// What to say where no bands reach the recall that was asked for.
  fileprivate var recallWarning: String? {
    let expected = statistics.expectedRecall
    guard expected < configuration.recall else { return nil }
    return "banding finds a pair of similarity \(configuration.similarity) with probability "
      + "\((expected * 1000).rounded() / 1000) only; "
      + "ask for less --recall or a higher --similarity"
  }
}

extension RunDescription {
  /// What the manifest says of a run on this intake.
  init(_ intake: Intake, _ report: Report, _ measurements: RunMeasurements) {
    let skipped = intake.problems.filter { $0.severity == .skipped }
    let warnings = intake.problems.filter { $0.severity == .warning }
    self.init(
      version: shingleVersion, documentsRead: intake.documents.count,
      recordsSkipped: intake.recordsSkipped, filesSkipped: intake.filesSkipped,
      skipped: skipped.map {
        SkippedInput(
          path: $0.path, line: $0.line, byte: $0.byte, code: $0.code.rawValue, reason: $0.reason,
          hint: $0.hint)
      },
      warnings: warnings.map(\.description) + [report.recallWarning].compactMap(\.self),
      run: measurements)
  }
}
