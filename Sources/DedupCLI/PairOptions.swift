import ArgumentParser
import Shingle
import ShingleFeeds

/// The two articles that `compare` and `explain` look at, and how.
struct PairOptions: ParsableArguments {
  @Argument(
    help: "The first article: a text file, or with --from an id.", completion: .file())
  var a: String

  @Argument(help: "The second article.", completion: .file())
  var b: String

  @Option(
    help: "Take the two articles by their ids out of a file, a folder, or - for standard input.",
    completion: .file())
  var from: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var parameters: ParameterOptions

  @Option(help: "When to write colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// Reads the two articles and explains them.
  func explanation() throws(CommandFailure) -> Explanation {
    let configuration = try parameters.configuration()
    let (a, b) = try read()
    return Detector(configuration: configuration).explain(a, b)
  }

  private func read() throws(CommandFailure) -> (Document, Document) {
    try from.isEmpty ? readFiles() : readFeed()
  }

  private func readFiles() throws(CommandFailure) -> (Document, Document) {
    guard a != "-" || b != "-" else {
      throw .usage("standard input holds one article, not two")
    }
    var reader = reading.reader
    reader.read(path: a)
    let first = reader.finish()
    reader.read(path: b)
    let both = reader.finish()
    try checkFiles(both)
    try checkSingle(first.documents.count, in: a)
    try checkSingle(both.documents.count - first.documents.count, in: b)
    return (both.documents[0], both.documents[1])
  }

  /// A file that could not be read ends the command: it is one of the two.
  private func checkFiles(_ intake: Intake) throws(CommandFailure) {
    intake.sayWarnings()
    if let problem = intake.problems.first(where: { $0.severity == .skipped }) {
      throw .inputOutput(problem.description)
    }
  }

  private func checkSingle(_ count: Int, in path: String) throws(CommandFailure) {
    guard count != 1 else { return }
    guard count > 1 else { throw .inputOutput("\(path): no article in it") }
    throw .usage("\(path) holds \(count) articles; name two of them: --from \(path) ID1 ID2")
  }

  private func readFeed() throws(CommandFailure) -> (Document, Document) {
    var reader = reading.reader
    for input in from { reader.read(path: input) }
    let intake = reader.finish()
    intake.sayProblems()
    if intake.documents.isEmpty { throw .inputOutput("no article could be read") }
    return (try document(a, in: intake), try document(b, in: intake))
  }

  private func document(_ id: String, in intake: Intake) throws(CommandFailure) -> Document {
    // Ids are equal only byte by byte.
    if let found = intake.documents.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
      return found
    }
    let similar = similarNames(to: id, among: intake.documents.map(\.id))
    let hint =
      similar.isEmpty
      ? "" : "; did you mean " + similar.map { "'\($0)'" }.joined(separator: ", ") + "?"
    throw .usage("no article has the id '\(id)'" + hint)
  }
}

extension Intake {
  /// Says on standard error what was doubtful.
  fileprivate func sayWarnings() {
    for problem in problems where problem.severity == .warning && problem.code != .duplicateID {
      Terminal.say("shingle: warning: \(problem.description)")
    }
  }
}
