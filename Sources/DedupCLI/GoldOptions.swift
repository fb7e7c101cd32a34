public import ArgumentParser
public import Shingle
import ShingleFeeds

/// The labels to measure or learn by.
struct GoldOptions: ParsableArguments {
  @Option(help: Self.help, completion: .file())
  var gold: String

  @OptionGroup var meaning: GoldMeaningOptions

  static let help = ArgumentHelp(
    """
    Labelled pairs, one a line: {"a":ID,"b":ID,"relation":...}, or columns between tabs below a \
    heading. A relation is one that a scan writes, independent, or ambiguous.
    """)

  /// The files that are read.
  var files: [String] { [gold, meaning.families].compactMap(\.self) }

  /// Reads the labels, says on standard error what is none, and whether there was any.
  func read() throws(CommandFailure) -> (gold: GoldStandard, isPartial: Bool) {
    try meaning.read(gold)
  }
}

/// Labels that may be left out.
struct OptionalGoldOptions: ParsableArguments {
  @Option(help: GoldOptions.help, completion: .file())
  var gold: String?

  @OptionGroup var meaning: GoldMeaningOptions

  func validate() throws {
    guard gold == nil, meaning.families != nil || meaning.unlisted != .ignore else { return }
    throw ValidationError("--families and --unlisted go with --gold.")
  }

  /// Reads the labels, if there are any.
  func read() throws(CommandFailure) -> (gold: GoldStandard, isPartial: Bool)? {
    guard let gold else { return nil }
    return try meaning.read(gold)
  }
}

/// What labels mean beyond the pairs that they name.
struct GoldMeaningOptions: ParsableArguments {
  @Option(
    help: """
      Families of articles from the same copy, one a line: {"members":[ID,ID]}. An article may be \
      in two.
      """,
    completion: .file())
  var families: String?

  @Option(
    help: """
      What a pair means that is neither labelled nor of one family: ignore (nothing is known of \
      it), group (independent, where the labels name one 'group' for both), or none (independent).
      """)
  var unlisted: GoldStandard.Unlisted = .ignore

  /// Reads the labels of a file, and says on standard error what is none.
  func read(_ path: String) throws(CommandFailure) -> (gold: GoldStandard, isPartial: Bool) {
    var reader = GoldReader()
    do {
      try reader.readPairs(path: path)
      if let families { try reader.readFamilies(path: families) }
    } catch {
      throw .inputOutput(error.description)
    }
    reader.account.sayProblems()
    return (reader.goldStandard(unlisted: unlisted), reader.account.linesSkipped > 0)
  }
}

extension GoldStandard {
  /// Without a label there is nothing to do, and labels of other articles are a wrong file: fails
  /// where none names two of the articles at hand, and otherwise returns what to say of unknown ids,
  /// if there are any.
  func checkKnown(among ids: [String], _ path: String) throws(CommandFailure) -> String? {
    let (labels, unknownIDs) = known(among: ids)
    guard !unknownIDs.isEmpty else {
      guard labels > 0 || unlisted == .none else { throw .usage("\(path): no label in it") }
      return nil
    }
    let named = unknownIDs.prefix(5).map { "'\(shortened($0))'" }.joined(separator: ", ")
    let names = named + (unknownIDs.count > 5 ? " and \(unknownIDs.count - 5) more" : "")
    guard labels > 0 else {
      throw .usage("\(path): no label names two articles of the input; unknown are \(names)")
    }
    return "the input lacks ids of the labels: \(names)"
  }
}

extension LabelAccount {
  /// Says on standard error which lines are no labels.
  func sayProblems() {
    for problem in problems.prefix(20) { Terminal.say("shingle: skipped: \(problem.description)") }
    guard linesSkipped > 20 else { return }
    Terminal.say("shingle: and \(linesSkipped - 20) more of \(linesRead) lines of labels")
  }
}

extension GoldStandard.Unlisted: ExpressibleByArgument {}
