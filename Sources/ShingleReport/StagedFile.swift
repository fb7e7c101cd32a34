import Glibc

/// A file that is written under a hidden name and gets its own name only when it is complete.
final class StagedFile {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32

  /// Removes what killed runs left in the directory: hidden files of this name whose process is no
  /// more.
  static func removeAbandoned(_ name: String, in directory: String) {
    guard let stream = unsafe opendir(directory) else { return }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let found = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard found.hasPrefix(".\(name)."), found.hasSuffix(".tmp"),
        let process = pid_t(found.dropFirst(name.count + 2).dropLast(4)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unsafe unlink("\(directory)/\(found)")
    }
  }

  /// Creates the hidden file `.NAME.PID.tmp` in the directory; one that a killed run of the same
  /// process number left is overwritten.
  init(_ name: String, in directory: String) throws(ReportFileError) {
    path = directory + "/" + name
    temporaryPath = "\(directory)/.\(name).\(getpid()).tmp"
    unsafe unlink(temporaryPath)
    descriptor = unsafe open(
      temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw ReportFileError(path: path, action: .create, errno: errno)
    }
  }

  func write(_ bytes: [UInt8]) throws(ReportFileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw ReportFileError(path: path, action: .write, errno: errno) }
      written += count
    }
  }

  /// Closes the file; a full disk over a network may be told only here.
  func close() throws(ReportFileError) {
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw ReportFileError(path: path, action: .write, errno: errno) }
  }

  /// Gives the file its name.
  func publish() throws(ReportFileError) {
    guard unsafe rename(temporaryPath, path) == 0 else {
      throw ReportFileError(path: path, action: .rename, errno: errno)
    }
  }

  /// Removes the file where it has not got its name.
  func discard() {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = -1
    unsafe unlink(temporaryPath)
  }
}
