import ArgumentParser
import Shingle

/// The parameters that decide about a single pair.
struct ParameterOptions: ParsableArguments {
  @Option(help: "The Jaccard similarity (0 to 1) that banding must find.")
  var similarity = Configuration().similarity

  @Option(help: "The probability (0 to 1) with which banding must find it.")
  var recall = Configuration().recall

  @Option(help: "Tokens per shingle.")
  var shingleLength = Configuration().shingleLength

  @Option(
    help: """
      Shingles per winnowing window: a common run of shingle-length + 2 * window - 1 words is \
      found.
      """)
  var window = Configuration().winnowingWindow

  @Option(
    help: "A relation model to weigh the evidence by. (default: the one that is compiled in)",
    completion: .file())
  var model: String?

  @Option(
    help: "A JSON file of news agencies to add to those known; as data/agencies.json.",
    completion: .file(extensions: ["json"]))
  var agencies: String?

  func validate() throws {
    try check(similarity > 0 && similarity <= 1, "--similarity", similarity, "above 0, up to 1")
    try check(recall > 0 && recall < 1, "--recall", recall, "between 0 and 1")
    try check((1...64).contains(shingleLength), "--shingle-length", shingleLength, "1 to 64")
    try check((1...256).contains(window), "--window", window, "1 to 256")
  }

  /// The files that are read for them.
  var files: [String] { [model, agencies].compactMap(\.self) }

  /// Reads the model and the agencies, and returns the parameters as the library takes them.
  func configuration() throws(CommandFailure) -> Configuration {
    var configuration = Configuration()
    configuration.similarity = similarity
    configuration.recall = recall
    configuration.shingleLength = shingleLength
    configuration.winnowingWindow = window
    if let model { configuration.relationModel = try RelationModel(path: model) }
    if let agencies { configuration.agencies = try agencyTable(path: agencies) }
    return configuration
  }
}

/// How clusters are told.
struct ClusterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      By what the article is chosen that stands for its cluster: criteria between commas, each \
      among those that the ones before it left. origin (the origin's own article), credited, \
      source:NAME, earliest, latest, longest, id (the first). (default: \
      \(RepresentativeRule.standard))
      """, valueName: "rule"),
    transform: RepresentativeRule.init(_:))
  var representative: RepresentativeRule?

  /// Sets the rule where one was given.
  func apply(to configuration: inout Configuration) {
    if let representative { configuration.representativeRule = representative }
  }

  /// Warns of an outlet in the rule that no article is from.
  func sayUnknownSources(among documents: [Document]) {
    let wanted = representative?.sources ?? []
    guard !wanted.isEmpty, !documents.isEmpty else { return }
    var present: [[UInt8]: String] = [:]
    for case let source? in documents.map(\.source) { present[Array(source.utf8)] = source }
    for name in wanted where present[Array(name.utf8)] == nil {
      let same = present.values.filter {
        $0.lowercased().utf8.elementsEqual(name.lowercased().utf8)
      }
      let near = similarNames(to: name, among: present.values.sorted(by: isBefore))
      let meant = same.sorted(by: isBefore).first ?? near.first
      Terminal.say(
        "shingle: warning: no article has the source '\(name)'"
          + (meant.map { "; did you mean '\(shortened($0))'?" } ?? ""))
    }
  }

  private func isBefore(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// Throws a usage error that names the option, its value and the range, unless `holds`.
func check(
  _ holds: Bool, _ option: String, _ value: some CustomStringConvertible, _ range: String
) throws {
  guard !holds else { return }
  throw ValidationError("The value '\(value)' of \(option) is out of range: \(range).")
}
