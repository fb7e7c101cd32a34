import ArgumentParser
import ShingleFeeds

/// The articles to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "JSON Lines files, text files, folders of them, or - for standard input.",
    completion: .file())
  var inputs: [String]

  @OptionGroup var reading: ReadingOptions

  /// Reads all inputs (see ``ReadingOptions/read(_:rest:leavesTexts:threads:)``).
  func read(
    rest: String = "", leavesTexts: Bool = false, threads: Int = 1
  ) throws(CommandFailure) -> Intake {
    try reading.read(inputs, rest: rest, leavesTexts: leavesTexts, threads: threads)
  }
}
