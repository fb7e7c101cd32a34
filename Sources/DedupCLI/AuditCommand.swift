import ArgumentParser
import Shingle
import ShingleFeeds
import ShingleReport

/// Says whose copy each article is, who says so and who does not.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say whose copy each article is, who credits it, and who does not.",
    discussion: """
      Examples:
        shingle audit data/wire-story
        shingle audit feed.jsonl --format csv --table matrix > matrix.csv
        shingle audit feed.jsonl --quiet --fail-on uncredited,credits-other
        shingle audit --from report
        shingle audit feed.jsonl --from report --annotations passages.jsonld

      Prints for each cluster its origin and who carried it when, from whom and with what credit; \
      how much each outlet copied of each origin and credited; records that contradict their \
      texts; and quotations that were changed or lost their speaker or credit.

      With --from DIR the findings are those that 'scan --output DIR' wrote. The directory holds \
      no texts: without the articles too, quotations are not compared.

      Exit codes: 0 done; 1 done, and --fail-on holds, whatever else; 2 done, but some input was \
      unreadable, now or for the scan; 64 usage; 74 input or output failed.
      """)

  @Argument(
    help: "JSON Lines files, text files, folders of them, or - for standard input.",
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: "Take the findings from a directory that 'scan --output' wrote.",
    completion: .directory)
  var from: String?

  @Option(help: "What to print: text, csv, jsonl, markdown or w3c (Web Annotations).")
  var format: Format = .text

  @Option(help: "The table of --format csv: members, matrix, quotations or contradictions.")
  var table: Table = .members

  @Option(
    help: "Write the copied passages and the credits to FILE as W3C Web Annotations (JSON-LD).",
    completion: .file())
  var annotations: String?

  @Option(
    help: ArgumentHelp(
      """
      End with code 1 if a member has one of these attributions, parted by commas: \
      \(Attribution.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
      valueName: "attributions"),
    completion: .list(Attribution.allCases.map(\.rawValue)), transform: Attributions.init)
  var failOn: [Attributions] = []

  @Option(
    help: """
      For --fail-on, the confidence (0 to 1) that the cluster's origin must have; members whose \
      attribution is unknown count at any.
      """)
  var leastConfidence = 0.5

  @Flag(
    name: [.short, .long],
    help: "Print nothing but errors; for --fail-on and --annotations.")
  var quiet = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var detection: DetectionOptions
  @OptionGroup var clusters: ClusterOptions

  @Option(help: "When to write colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// A format of the audit.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case jsonl
    case markdown
    case w3c
  }

  /// A table of an audit.
  enum Table: String, ExpressibleByArgument, CaseIterable {
    case members
    case matrix
    case quotations
    case contradictions
  }

  func validate() throws {
    if inputs.isEmpty, from == nil {
      throw ValidationError("Name the articles, or a directory of 'scan --output' with --from.")
    }
    if !detection.passages {
      throw ValidationError("--no-passages leaves nothing to audit.")
    }
    if let annotations {
      let report = from.map { from in ReportFiles.names.map { "\(from)/\($0)" } } ?? []
      try refuse(
        writing: [annotations],
        overInputs: reading.files(of: inputs) + report + detection.parameters.files)
    }
    let clustering = clusters.representative == nil ? [] : ["--representative"]
    if from != nil, let option = (detection.changed + clustering).first {
      throw ValidationError(
        "\(option) is for a scan, and --from takes what one found: give it to 'scan' instead.")
    }
    if table != .members, format != .csv {
      throw ValidationError("--table is for --format csv.")
    }
    try check(
      (0...1).contains(leastConfidence), "--least-confidence", leastConfidence, "0 to 1")
  }

  func run() throws {
    let subject = try subject()
    let audit = Audit(subject.report, hasTexts: subject.hasTexts)
    if let annotations { try write(audit, subject, to: annotations) }
    if !quiet { try Terminal.print(bytes(audit, subject)) }
    try fail(audit, subject.report)
    if subject.isPartial { throw ExitCode.unreadableInput }
  }

  /// What is audited.
  private struct Subject {
    var report: Report
    var hasTexts = true
    var isPartial = false
  }

  private func subject() throws -> Subject {
    var configuration = try detection.configuration()
    clusters.apply(to: &configuration)
    var clock = RunClock(showsProgress: Terminal.showsProgress && !quiet)
    clock.begin("read")
    defer { clock.end() }
    let intake = inputs.isEmpty ? nil : try reading.read(inputs)
    guard let from else {
      let documents = intake?.documents ?? []
      clusters.sayUnknownSources(among: documents)
      let spill = SpillFile()
      defer { spill.sayFailure() }
      let detector = Detector(configuration: configuration, spill: spill)
      let report = detector.report(on: documents) { clock.begin($0.rawValue) }
      return Subject(report: report, isPartial: intake?.isPartial ?? false)
    }
    do {
      let stored = try ReportReader.report(in: from)
      var report = stored.report
      report.configuration.threads = configuration.threads
      let hasTexts = try intake.map { try report.takeTexts(of: $0.documents) } != nil
      if let leftOut = stored.leftOut {
        Terminal.say("shingle: warning: the scan of '\(from)' left out \(leftOut)")
      }
      return Subject(
        report: report, hasTexts: hasTexts,
        isPartial: stored.leftOut != nil || intake?.isPartial ?? false)
    } catch let problem as ReportReader.Problem {
      throw CommandFailure.inputOutput(problem.description)
    }
  }

  private func bytes(_ audit: Audit, _ subject: Subject) -> [UInt8] {
    let report = subject.report
    switch format {
    case .text:
      return AuditTextPrinter.bytes(
        audit, of: report, width: Terminal.width, usesColors: color.usesColors)
    case .jsonl: return AuditLinesPrinter.bytes(audit, of: report)
    case .markdown: return AuditMarkdownPrinter.bytes(audit, of: report)
    case .w3c: return AnnotationsPrinter.bytes(audit, of: report, hasTexts: subject.hasTexts)
    case .csv:
      return switch table {
      case .members: AuditCSVPrinter.members(audit, of: report)
      case .matrix: AuditCSVPrinter.matrix(audit)
      case .quotations: AuditCSVPrinter.quotations(audit, of: report)
      case .contradictions: AuditCSVPrinter.contradictions(audit, of: report)
      }
    }
  }

  private func write(_ audit: Audit, _ subject: Subject, to path: String) throws {
    let bytes = AnnotationsPrinter.bytes(
      audit, of: subject.report, hasTexts: subject.hasTexts)
    do {
      try WholeFileWriter.write(bytes, to: path)
    } catch {
      throw CommandFailure.inputOutput(error.description)
    }
  }

  /// Ends with code 1 where what --fail-on asks for holds, and says of how many articles.
  private func fail(_ audit: Audit, _ report: Report) throws {
    guard !failOn.isEmpty else { return }
    let wanted = Attribution.allCases.filter { attribution in
      failOn.contains { $0.attributions.contains(attribution) }
    }
    let found = audit.members(wanted, of: report, leastConfidence: leastConfidence)
    sayUnsure(audit.members(wanted, of: report, leastConfidence: 0).count - found.count)
    guard !found.isEmpty else { return }
    let names = wanted.map(\.rawValue).joined(separator: " or ")
    if !quiet { Terminal.say("shingle: \(Self.articlesAre(found.count)) \(names)") }
    throw ExitCode.conditionHolds
  }

  /// Says how many articles --fail-on leaves out because their origin is too unsure.
  private func sayUnsure(_ count: Int) {
    guard count > 0, !quiet else { return }
    Terminal.say(
      "shingle: \(Self.articlesAre(count)) not counted, since the origin is less sure than \(leastConfidence) "
        + "(--least-confidence)")
  }

  private static func articlesAre(_ count: Int) -> String {
    count == 1 ? "1 article is" : "\(count) articles are"
  }
}

/// Attributions as an option names them: `uncredited,credits-other`, with or without spaces.
struct Attributions {
  var attributions: [Attribution]

  init(_ argument: String) throws {
    attributions = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.split(separator: " ").joined(separator: " ")
      guard let attribution = Attribution(rawValue: name) else {
        let known = Attribution.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(name)' is no attribution; they are \(known)")
      }
      attributions.append(attribution)
    }
  }
}
