import ArgumentParser
import Shingle
import ShingleReport

/// Says why two articles match, or why not.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why two articles match, or why not.",
    discussion: """
      Examples:
        shingle explain ours.txt theirs.txt
        shingle explain --from feed.jsonl id-1 id-2 --format jsonl | jq .bands
        shingle explain ours.txt theirs.txt --similarity 0.7

      Shows the words, shingles, bands and fingerprints that the two share, whether a scan would \
      compare them, their passages, credits and page furniture, and the decision.

      Exit codes: 0 done; 64 usage, an unknown id among it; 74 a file could not be read.
      """)

  @OptionGroup var pair: PairOptions

  @Option(help: "What to print: text or jsonl.")
  var format: Format = .text

  /// A format of the explanation.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  func run() throws {
    let explanation = try pair.explanation()
    switch format {
    case .text:
      try Terminal.print(
        ExplanationPrinter.bytes(
          of: explanation, width: Terminal.width, usesColors: pair.color.usesColors))
    case .jsonl: try Terminal.print(ExplanationJSON.bytes(of: explanation))
    }
  }
}
