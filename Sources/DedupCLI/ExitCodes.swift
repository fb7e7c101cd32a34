import ArgumentParser

extension ExitCode {
  /// Done, and what `--fail-on` asks for holds.
  static let conditionHolds = ExitCode(1)
  /// Done, but some input was unreadable.
  static let unreadableInput = ExitCode(2)
  /// The command line asks for what cannot be (EX_USAGE).
  static let usage = ExitCode(64)
  /// Input or output failed (EX_IOERR).
  static let inputOutput = ExitCode(74)
}

/// The end of a command that could not do its work.
struct CommandFailure: Error {
  var message: String
  var code: ExitCode

  /// A failure of input or output.
  static func inputOutput(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: .inputOutput)
  }

  /// A request that cannot be met, such as an unknown id.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: .usage)
  }
}
