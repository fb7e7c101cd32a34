import ArgumentParser
import Shingle
import ShingleFeeds
import ShingleReport

/// Prints the evidence on every pair that shares a passage, for learning a relation model.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Print the features of every pair that shares a passage.",
    discussion: """
      Example:
        shingle evidence feed.jsonl > evidence.jsonl

      Each line holds the ids of a pair and its features, as the relation
      model weighs them. scripts/learn-relations learns the weights of the
      model from such lines and labels.

      Exit codes: 0 done; 2 done, but some input was unreadable; 64 usage;
      74 input or output failed.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var detection: DetectionOptions

  @Flag(help: "Compare every pair, though a scan would not.") var everyPair = false

  func run() throws {
    let configuration = try detection.configuration()
    let intake = try input.read()
    let evidence = Detector(configuration: configuration).evidence(
      on: intake.documents, everyPair: everyPair)
    try EvidencePrinter.print(evidence, to: Terminal.print)
    if intake.isPartial { throw ExitCode.unreadableInput }
  }
}
