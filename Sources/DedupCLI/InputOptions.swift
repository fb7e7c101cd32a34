public import ArgumentParser
public import ShingleFeeds

/// The articles to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "JSON Lines files, text files, folders of them, or - for standard input.",
    completion: .file())
  var inputs: [String]

  @Option(help: "How to read the inputs: auto, jsonl or text.")
  var inputFormat: InputFormat = .auto

  @Option(help: "The JSON field that holds the id.")
  var idField = FieldNames().id

  @Option(help: "The JSON field that holds the text.")
  var textField = FieldNames().text

  @Option(help: "The JSON field that holds the headline.")
  var titleField = FieldNames().title

  @Option(help: "The JSON field that holds the outlet.")
  var sourceField = FieldNames().source

  @Option(help: "The JSON field that holds the address.")
  var urlField = FieldNames().url

  @Option(help: "The JSON field that holds the date of publication.")
  var publishedField = FieldNames().published

  @Option(help: "The JSON field that holds the byline.")
  var bylineField = FieldNames().byline

  @Option(help: "The JSON field that holds the language tag.")
  var languageField = FieldNames().language

  @Option(help: "The JSON field that holds the version of the item.")
  var versionField = FieldNames().version

  /// Reads all inputs, and reports on standard error what could not be read.
  func read() -> Intake {
    var reader = ArticleReader(fieldNames: fieldNames, format: inputFormat)
    for input in inputs { reader.read(path: input) }
    let intake = reader.finish()
    for problem in intake.problems.prefix(Self.shownProblems) {
      Terminal.say("shingle: \(problem.severity.rawValue): \(problem.description)")
    }
    let total = intake.problemCounts.values.reduce(0, +)
    if total > Self.shownProblems {
      Terminal.say("shingle: and \(total - Self.shownProblems) more problems; see the manifest")
    }
    return intake
  }

  /// The problems that are spelt out on standard error.
  private static let shownProblems = 20

  private var fieldNames: FieldNames {
    var names = FieldNames()
    names.id = idField
    names.text = textField
    names.title = titleField
    names.source = sourceField
    names.url = urlField
    names.published = publishedField
    names.byline = bylineField
    names.language = languageField
    names.version = versionField
    return names
  }
}

extension InputFormat: ExpressibleByArgument {}
