import Glibc
import ShingleReport

/// Standard output and error, and what they are connected to.
enum Terminal {
  /// Writes a line to standard error, in place of the progress line if there is one.
  ///
  /// Ids and paths stand in messages as the feed has them, so nothing hidden gets through here.
  static func say(_ line: String) {
    tell((showsProgress ? "\r\u{1B}[K" : "") + visibleMessage(line) + "\n")
  }

  /// Writes text to standard error.
  static func tell(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes bytes to standard output; a closed pipe is not an error.
  static func print(_ bytes: [UInt8]) throws(CommandFailure) {
    guard let failure = write(bytes, to: STDOUT_FILENO), failure != EPIPE else { return }
    throw .inputOutput("cannot write to standard output: \(String(systemError: failure))")
  }

  /// Writes all bytes, and returns the error that stopped it.
  @discardableResult
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe $0.baseAddress.map { unsafe $0 + written }
        return unsafe Glibc.write(descriptor, rest, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      written += count
    }
    return nil
  }

  /// Whether standard error is a terminal that can replace a line, where progress may be shown.
  static var showsProgress: Bool {
    isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"
  }

  /// Whether standard output may be coloured: a terminal, and NO_COLOR is not set (no-color.org).
  static var usesColors: Bool {
    isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// The columns to print to, 20 to 1,000: those of the terminal, or 80 where they are not known.
  static var width: Int { min(max(columns, 20), 1000) }

  /// The columns by COLUMNS or the terminal itself.
  private static var columns: Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// The value of an environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// The system's words for an error number.
  init(systemError number: Int32) {
    self = unsafe String(cString: strerror(number))
  }
}
