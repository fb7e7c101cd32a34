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

  func validate() throws {
    try check(maximumFrequency >= 2, "--maximum-frequency", maximumFrequency, "2 or more")
    try check((threads ?? 1) >= 1, "--threads", threads ?? 1, "1 or more")
  }

  /// The parameters as the library takes them.
  var configuration: Configuration {
    var configuration = parameters.configuration
    configuration.maximumDocumentFrequency = maximumFrequency
    configuration.findsPassages = passages
    configuration.threads = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return configuration
  }
}
