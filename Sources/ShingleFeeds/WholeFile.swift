import Glibc

/// Reads small files at once, such as settings and models.
public enum WholeFile {
  /// The bytes of a file of settings at most. The largest of ours, the table of agencies, has a
  /// twentieth of that.
  public static let mostBytes = 1 << 20

  /// Returns the bytes of a file, or of standard input for `-`; fails where it cannot be read or
  /// has more than `limit` bytes.
  public static func contents(
    of path: String, limit: Int = mostBytes
  ) throws(InputProblem) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputProblem(path: path, unreadable: .last) }
    defer { if path != "-" { close(descriptor) } }
    var lines = LineReader(source: .descriptor(descriptor), maximumLineBytes: limit)
    do throws(SystemError) {
      while lines.pending.count <= limit, try lines.fill() {}
    } catch {
      throw InputProblem(path: path, unreadable: error)
    }
    guard lines.pending.count <= limit else {
      throw InputProblem(
        path: path, code: .recordTooLong, severity: .skipped,
        reason: "the file is longer than \(limit) bytes")
    }
    return Array(lines[lines.pending])
  }
}

extension InputProblem {
  /// A file that the system does not let us read.
  fileprivate init(path: String, unreadable error: SystemError) {
    self.init(path: path, code: .unreadable, severity: .skipped, reason: error.reason)
  }
}
