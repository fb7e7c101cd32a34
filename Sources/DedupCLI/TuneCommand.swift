import ArgumentParser
import Shingle
import ShingleFeeds
import ShingleReport

/// Learns a relation model from labelled pairs.
struct TuneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tune",
    abstract: "Learn a relation model from your own labels.",
    discussion: """
      Examples:
        shingle tune --gold labels.jsonl feed.jsonl --output model.json
        shingle scan feed.jsonl --model model.json --output report
        shingle evidence other.jsonl --gold other-labels.jsonl > also.jsonl
        shingle tune --gold labels.jsonl --also also.jsonl feed.jsonl

      Learns the weights of the evidence by logistic regression, and measures them on pairs that \
      they were not learned from: a group of pairs, such as an event, is in one fold. Groups are \
      the labels' field 'group', or a field of the articles (--group-by), or else what labels \
      connect. Figures go to standard output, and the model with --output to a file that scan, \
      compare and explain take.

      Learned are the weights of the evidence for a common copy. Those of the evidence for a form \
      with other facts (such as dividend notices) are copied from the model in use: that of \
      --model, or the one compiled in. Labelled pairs that it takes for such a form, and that are no \
      copy, are measured but not learned from.

      Exit codes: 0 done; 2 done, but some labels or articles were unreadable; 64 usage, too few \
      labels or those of other articles among it; 74 input or output failed.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var labels: GoldOptions

  @Option(
    help: """
      Labelled evidence to learn from and not to measure by, as shingle evidence --gold prints it; \
      may be given more than once.
      """,
    completion: .file())
  var also: [String] = []

  @Option(help: "The field of the articles that names their group.")
  var groupBy: String?

  @Option(help: "The most folds of cross-validation; with 1000 one group is left out at a time.")
  var folds = TuningOptions().folds

  @Option(help: "The inverse strength of regularisation, C, 0.0001 to 10000.")
  var strength = TuningOptions().strength

  @Option(
    help: """
      The threshold of the same copy. (default: 0.35, or one of 0.2, 0.25 ... 0.7 that is clearly \
      better)
      """)
  var threshold: Double?

  @Option(
    name: [.short, .long], help: "The file to write the model to.", completion: .file())
  var output: String?

  @OptionGroup var detection: DetectionOptions

  func validate() throws {
    try check(folds >= 2, "--folds", folds, "2 or more")
    try check((0.0001...10_000).contains(strength), "--strength", strength, "0.0001 to 10000")
    guard detection.passages else {
      throw ValidationError("--no-passages leaves nothing to learn from.")
    }
    try check(
      (0...1).contains(threshold ?? 0), "--threshold", threshold.map { "\($0)" } ?? "", "0 to 1")
    if let output {
      let read = input.reading.files(of: input.inputs) + labels.files + also
      try refuse(writing: [output], overInputs: read + detection.parameters.files)
    }
  }

  func run() throws {
    let configuration = try detection.configuration()
    // Learning may take minutes; a file that cannot be written is better known before.
    if let output { try checkWritable(output) }
    let (gold, isPartial) = try labels.read()
    let extra = try readAlso()
    let intake = try input.read()
    let tuning = try tune(intake, gold, extra.pairs, configuration)
    try Terminal.print(TuningPrinter.text(of: tuning))
    if let output {
      try write(RelationModelPrinter.bytes(of: tuning, options: options), to: output)
    }
    if isPartial || intake.isPartial || extra.account.linesSkipped > 0 {
      throw ExitCode.unreadableInput
    }
  }

  private func tune(
    _ intake: Intake, _ gold: GoldStandard, _ also: [PairEvidence], _ configuration: Configuration
  ) throws(CommandFailure) -> Tuning {
    let names = try groupNames(intake.documents)
    let lacks = try gold.checkKnown(among: intake.documents.map(\.id), labels.gold)
    do {
      return try Detector(configuration: configuration).tune(
        on: intake.documents, by: gold, groupNames: names, also: also, options: options)
    } catch {
      let reasons = [error.description, lacks].compactMap(\.self)
      throw .usage("\(labels.gold): \(reasons.joined(separator: "; "))")
    }
  }

  private var options: TuningOptions {
    var options = TuningOptions()
    options.folds = folds
    options.strength = strength
    options.threshold = threshold
    return options
  }

  private func readAlso() throws(CommandFailure) -> LabelledEvidence {
    var evidence = LabelledEvidence()
    do {
      for path in also { try evidence.read(path: path) }
    } catch {
      throw .inputOutput(error.description)
    }
    evidence.account.sayProblems()
    return evidence
  }

  /// The value of the field that `--group-by` names; a field that no article has is a slip.
  private func groupNames(
    _ documents: [Document]
  ) throws(CommandFailure) -> ((Document) -> String?)? {
    guard let groupBy else { return nil }
    let value = { (document: Document) in
      document.metadata.first { $0.name.utf8.elementsEqual(groupBy.utf8) }?.json
    }
    guard documents.contains(where: { value($0) != nil }) else {
      throw .usage("no article has the field '\(groupBy)' of --group-by")
    }
    return value
  }

  private func checkWritable(_ output: String) throws(CommandFailure) {
    do {
      try WholeFileWriter.check(output)
    } catch {
      throw .inputOutput(error.description)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try WholeFileWriter.write(bytes, to: path)
    } catch {
      throw .inputOutput(error.description)
    }
  }
}
