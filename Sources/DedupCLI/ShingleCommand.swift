import ArgumentParser
import Glibc

/// The version that `--version` prints and the manifest names.
let shingleVersion = "0.1.0"

@main
struct ShingleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shingle",
    abstract: "Find news articles that come from the same copy, and say who credits whom.",
    discussion: """
      Examples:
        shingle scan data/wire-story --output report
        shingle audit data/wire-story
        shingle compare a.txt b.txt
        shingle explain a.txt b.txt
        shingle evaluate --gold labels.jsonl report
        shingle tune --gold labels.jsonl feed.jsonl --output model.json

      Completions for bash, zsh and fish:
        shingle --generate-completion-script bash > /etc/bash_completion.d/shingle
      """,
    version: shingleVersion,
    subcommands: [
      ScanCommand.self, AuditCommand.self, CompareCommand.self, ExplainCommand.self,
      EvidenceCommand.self, EvaluateCommand.self, TuneCommand.self,
    ])

  static func main() {
    // A reader that closes the pipe has seen enough: writing then ends the run without complaint.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      Terminal.say("shingle: \(failure.message)")
      Glibc.exit(failure.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
