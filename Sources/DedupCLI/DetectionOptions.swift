import ArgumentParser
import Glibc
import Shingle

/// The parameters of a detection.
struct DetectionOptions: ParsableArguments {
  @Option(help: "The Jaccard similarity (0 to 1) that banding must find.")
  var similarity = Configuration().similarity

  @Option(help: "The probability (0 to 1) with which banding must find it.")
  var recall = Configuration().recall

  @Option(help: "Tokens per shingle.")
  var shingleLength = Configuration().shingleLength

  @Option(help: "Shingles per winnowing window: a common run of shingle-length + window - 1 words is found.")
  var window = Configuration().winnowingWindow

  @Option(help: "Documents in which a fingerprint may stand before it is cut as too common.")
  var maximumFrequency = Configuration().maximumDocumentFrequency

  @Flag(
    inversion: .prefixedNo,
    help: "Look for shared passages; without them only exact similarity is computed.")
  var passages = true

  @Option(help: "Threads; the output does not depend on it. (default: one per processor)")
  var threads: Int?

  func validate() throws {
    try check(similarity > 0 && similarity <= 1, "--similarity", similarity, "above 0, up to 1")
    try check(recall > 0 && recall < 1, "--recall", recall, "between 0 and 1")
    try check((1...64).contains(shingleLength), "--shingle-length", shingleLength, "1 to 64")
    try check((1...256).contains(window), "--window", window, "1 to 256")
    try check(maximumFrequency >= 2, "--maximum-frequency", maximumFrequency, "2 or more")
    try check((threads ?? 1) >= 1, "--threads", threads ?? 1, "1 or more")
  }

  private func check(
    _ holds: Bool, _ option: String, _ value: some CustomStringConvertible, _ range: String
  ) throws {
    guard !holds else { return }
    throw ValidationError("The value '\(value)' of \(option) is out of range: \(range).")
  }

  /// The parameters as the library takes them.
  var configuration: Configuration {
    var configuration = Configuration()
    configuration.similarity = similarity
    configuration.recall = recall
    configuration.shingleLength = shingleLength
    configuration.winnowingWindow = window
    configuration.maximumDocumentFrequency = maximumFrequency
    configuration.findsPassages = passages
    configuration.threads = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return configuration
  }
}
