import Glibc

/// A report's file or directory that could not be written.
public struct ReportFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path.
  public let path: String
  /// What was tried.
  public let action: Action
  /// The system's error number.
  public let errno: Int32

  /// What was tried on a path.
  public enum Action: String, Sendable {
    /// To create the directory.
    case createDirectory = "create the directory"
    /// To create a file.
    case create = "create"
    /// To write to a file.
    case write = "write"
    /// To give a file its name.
    case rename = "rename"
  }

  /// Creates an error.
  public init(path: String, action: Action, errno: Int32) {
    self.path = path
    self.action = action
    self.errno = errno
  }

  /// The error in words: `cannot create the directory 'out': Not a directory`.
  public var description: String {
    "cannot \(action.rawValue) '\(path)': \(reason)"
  }

  /// The system's words for the error number, for instance `No space left on device`.
  public var reason: String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }
}
