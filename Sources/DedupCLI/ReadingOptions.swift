public import ArgumentParser
public import ShingleFeeds

/// How to read articles, whatever they are read for.
struct ReadingOptions: ParsableArguments {
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

  /// A reader that reads so.
  var reader: ArticleReader {
    ArticleReader(fieldNames: fieldNames, format: inputFormat)
  }

  /// The files that the inputs name, and those of the folders among them.
  func files(of inputs: [String]) -> [String] { inputs.flatMap { reader.files(of: $0) } }

  /// Reads all inputs, and reports on standard error what could not be read; fails where nothing
  /// could; `rest` tells where more problems are listed. For the others see ``ArticleReader``.
  /// Inputs without an article, such as the feed of a quiet day, get a warning.
  func read(
    _ inputs: [String], rest: String = "", leavesTexts: Bool = false, threads: Int = 1
  ) throws(CommandFailure) -> Intake {
    var reader = reader
    reader.leavesTexts = leavesTexts
    reader.threads = threads
    for input in inputs { reader.read(path: input) }
    let intake = reader.finish()
    intake.sayProblems(rest: rest)
    if intake.documents.isEmpty, intake.isPartial {
      throw .inputOutput("no article could be read")
    }
    if intake.documents.isEmpty {
      Terminal.say("shingle: warning: no articles in \(Self.list(inputs))")
    }
    return intake
  }

  /// Inputs as a message names them: the first three, and how many more there are.
  private static func list(_ inputs: [String]) -> String {
    let named = inputs.prefix(3).map { $0 == "-" ? "standard input" : "'\($0)'" }
    let rest = inputs.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

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

extension Intake {
  /// Says on standard error what could not be read, and then what was doubtful; `rest` tells where
  /// more problems are listed.
  func sayProblems(rest: String = "") {
    let skipped = problems.filter { $0.severity == .skipped }
    let warnings = problems.filter { $0.severity == .warning }
    for problem in (skipped + warnings).prefix(Self.shownProblems) {
      Terminal.say("shingle: \(problem.severity.rawValue): \(problem.description)")
    }
    let total = problemCounts.values.reduce(0, +)
    if total > Self.shownProblems {
      Terminal.say("shingle: and \(total - Self.shownProblems) more problems\(rest)")
    }
  }

  /// The problems that are spelt out on standard error.
  private static let shownProblems = 20
}

extension InputFormat: ExpressibleByArgument {}
