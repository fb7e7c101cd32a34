import Glibc

/// Writes single files, such as a model.
public enum WholeFileWriter {
  /// Writes a file, which appears whole or not at all; what is no regular file is left alone.
  public static func write(_ bytes: [UInt8], to path: String) throws(ReportFileError) {
    let file = try staged(path)
    do {
      try file.write(bytes)
      try file.close()
      try file.publish()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Fails where ``write(_:to:)`` would fail to make the file; nothing is left behind.
  public static func check(_ path: String) throws(ReportFileError) {
    try staged(path).discard()
  }

  private static func staged(_ path: String) throws(ReportFileError) -> StagedFile {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw ReportFileError(path: path, action: .create, errno: isFolder ? EISDIR : EINVAL)
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    return try StagedFile(name, in: directory)
  }
}
