import ArgumentParser
import Shingle
import ShingleFeeds
import ShingleReport

/// Measures a report against labelled pairs.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure a report against your own labels.",
    discussion: """
      Examples:
        shingle scan feed.jsonl --output report
        shingle evaluate --gold labels.jsonl report
        shingle evaluate --gold labels.jsonl --families families.jsonl \\
          --unlisted none --articles feed.jsonl --format markdown report

      DIR is a folder that scan --output wrote. Printed are precision, recall and F1 of each \
      relation and of the same copy, a table of labels against relations, the agreement of \
      clusters (pairs, B-cubed, adjusted Rand index), whether confidence is a probability, and the \
      pairs that went worst. A pair without a label is in no figure, unless --unlisted says what \
      it means.

      Exit codes: 0 done; 2 done, but some lines of labels or articles were unreadable; 64 usage, \
      labels of other articles among it; 74 a file could not be read.
      """)

  @Argument(help: "The folder of a report.", completion: .directory)
  var dir: String

  @OptionGroup var labels: GoldOptions

  @Option(
    help: "Articles of the run, for the texts of passages; may be given more than once.",
    completion: .file())
  var articles: [String] = []

  @OptionGroup var reading: ReadingOptions

  @Option(help: "How many of the wrong and of the missed pairs to show.")
  var worst = 5

  @Option(help: "What to print: text, json or markdown.")
  var format: Format = .text

  /// A format of the figures.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  func validate() throws {
    try check(worst >= 0, "--worst", worst, "0 or more")
  }

  func run() throws {
    let (gold, isPartial) = try labels.read()
    let intake = readArticles()
    let evaluation = Evaluation(of: try run(), by: gold)
    if gold.unlisted != .none { try evaluation.checkKnown(labels.gold) }
    let printer = EvaluationPrinter(evaluation, worst: worst, articles: intake.documents)
    switch format {
    case .text: try Terminal.print(printer.text(width: Terminal.width))
    case .json: try Terminal.print(printer.json)
    case .markdown: try Terminal.print(printer.markdown)
    }
    if isPartial || intake.isPartial { throw ExitCode.unreadableInput }
  }

  private func run() throws(CommandFailure) -> RunResult {
    do {
      return try ReportFolder.run(at: dir)
    } catch {
      throw .inputOutput(error.description)
    }
  }

  private func readArticles() -> Intake {
    var reader = reading.reader
    for input in articles { reader.read(path: input) }
    let intake = reader.finish()
    intake.sayProblems()
    return intake
  }
}

extension Evaluation {
  /// Without a label there is nothing to measure; labels of other articles are a wrong file.
  fileprivate func checkKnown(_ path: String) throws(CommandFailure) {
    guard labelledPairs == 0, families == 0 else { return }
    guard let id = unknownIDs.first else { throw .usage("\(path): no label in it") }
    throw .usage("\(path): no label names two articles of the run; it names '\(shortened(id))'")
  }
}
