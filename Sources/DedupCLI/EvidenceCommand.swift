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
        shingle evidence feed.jsonl --gold labels.jsonl > also.jsonl

      Each line holds the ids of a pair and its features, as the relation
      model weighs them. With --gold only pairs are printed of which the
      labels decide whether they are the same copy ('same_copy'): shingle
      tune --also learns from such lines.

      Exit codes: 0 done; 2 done, but some input was unreadable; 64 usage,
      labels of other articles among it; 74 input or output failed.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var labels: OptionalGoldOptions
  @OptionGroup var detection: DetectionOptions

  @Flag(help: "Compare every pair, and not those alone that a scan would.")
  var everyPair = false

  func run() throws {
    let spill = SpillFile()
    defer { spill.sayFailure() }
    let detector = Detector(
      configuration: try detection.configuration(), spill: spill)
    let labelled = try labels.read()
    let intake = try input.read()
    if let labelled, let gold = labels.gold,
      let lacks = try labelled.gold.checkKnown(among: intake.documents.map(\.id), gold)
    {
      Terminal.say("shingle: \(lacks)")
    }
    let evidence =
      labelled.map { detector.evidence(on: intake.documents, by: $0.gold) }
      ?? detector.evidence(on: intake.documents, everyPair: everyPair)
    try EvidencePrinter.print(evidence, to: Terminal.print)
    if intake.isPartial || labelled?.isPartial == true { throw ExitCode.unreadableInput }
  }
}
