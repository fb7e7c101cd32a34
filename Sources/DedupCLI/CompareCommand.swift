import ArgumentParser
import Shingle
import ShingleReport

/// Shows two articles side by side, with the passages they share marked.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show two articles side by side, with what they share marked.",
    discussion: """
      Examples:
        shingle compare ours.txt theirs.txt
        shingle compare --from feed.jsonl case-05-a case-05-b
        shingle compare a.txt b.txt --color always | less -R

      Shared passages have a number and a colour; without colours they stand in brackets: \
      ⟦1 passage⟧, ⟦2” passage in a quotation⟧, ⟨page furniture⟩, _credit_. On terminals of \
      fewer than 60 columns one text follows the other.

      Exit codes: 0 done; 64 usage, an unknown id among it; 74 a file could not be read.
      """)

  @OptionGroup var pair: PairOptions

  @Option(help: "What to print: text, jsonl (the pair as in pairs.jsonl) or markdown.")
  var format: Format = .text

  /// A format of the comparison.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
    case markdown
  }

  func run() throws {
    let explanation = try pair.explanation()
    switch format {
    case .text:
      try Terminal.print(
        ComparisonPrinter.bytes(
          of: explanation, width: Terminal.width, usesColors: pair.color.usesColors))
    case .jsonl: try Terminal.print(PairsPrinter.bytes(of: explanation.report))
    case .markdown: try Terminal.print(ComparisonMarkdown.bytes(of: explanation))
    }
  }
}
