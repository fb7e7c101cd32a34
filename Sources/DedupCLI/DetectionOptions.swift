import ArgumentParser
import Glibc
import Shingle

/// The parameters of a detection.
struct DetectionOptions: ParsableArguments {
  @OptionGroup var parameters: ParameterOptions

  @Option(help: "Documents in which a fingerprint may stand before it is cut as too common.")
  var maximumFrequency = Configuration().maximumDocumentFrequency

  @Flag(
    inversion: .prefixedNo,
    help: "Look for shared passages; without them only exact similarity is computed.")
  var passages = true

  @Option(help: "Threads; the output does not depend on it. (default: one per processor)")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      """
      About the memory that the run takes in all, such as 512M or 4G; what has no room goes to a \
      temporary file. The output does not depend on it. \
      (default: \(MemorySize(bytes: Configuration().memory)))
      """, valueName: "size"), transform: MemorySize.init(_:))
  var memory = MemorySize(bytes: Configuration().memory)

  func validate() throws {
    try check(maximumFrequency >= 2, "--maximum-frequency", maximumFrequency, "2 or more")
    try check((1...Self.mostThreads).contains(threads ?? 1), "--threads", threads ?? 1, "1 to 1024")
  }

  /// Reads the model and the agencies, and returns the parameters as the library takes them.
  func configuration() throws(CommandFailure) -> Configuration {
    var configuration = try parameters.configuration()
    configuration.maximumDocumentFrequency = maximumFrequency
    configuration.findsPassages = passages
    configuration.threads = threads ?? Self.processors
    configuration.memory = memory.bytes
    return configuration
  }

  /// The options that change what is found and were given other values than their own.
  var changed: [String] {
    let own = Configuration()
    let options = [
      ("--agencies", parameters.agencies != nil), ("--model", parameters.model != nil),
      ("--similarity", parameters.similarity != own.similarity),
      ("--recall", parameters.recall != own.recall),
      ("--shingle-length", parameters.shingleLength != own.shingleLength),
      ("--window", parameters.window != own.winnowingWindow),
      ("--maximum-frequency", maximumFrequency != own.maximumDocumentFrequency),
    ]
    return options.filter(\.1).map(\.0)
  }

  /// More threads than any machine at hand has processors; a slip of the finger asks for more.
  private static let mostThreads = 1024

  private static var processors: Int {
    min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), mostThreads)
  }
}
