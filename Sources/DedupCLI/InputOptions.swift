import ArgumentParser
import ShingleFeeds

/// The articles to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "JSON Lines files, text files, folders of them, or - for standard input.",
    completion: .file())
  var inputs: [String]

  @OptionGroup var reading: ReadingOptions

  /// Reads all inputs, and reports on standard error what could not be read; fails where nothing
  /// could; `rest` tells where more problems are listed.
  func read(rest: String = "") throws(CommandFailure) -> Intake {
    var reader = reading.reader
    for input in inputs { reader.read(path: input) }
    let intake = reader.finish()
    intake.sayProblems(rest: rest)
    if intake.documents.isEmpty, intake.isPartial {
      throw .inputOutput("no article could be read")
    }
    return intake
  }
}
