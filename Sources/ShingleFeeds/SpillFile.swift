import Glibc
public import Shingle
import Synchronization

/// A spill storage in a temporary file without a name, which is gone when the program ends, however
/// it ends. It is made when something is put there first; where that fails, there is no room.
public final class SpillFile: SpillStorage {
  private let directory: String
  private let file = Mutex(File())

  private struct File {
    /// Negative before it is opened.
    var descriptor: Int32 = -1
    /// The system's reason for which the file could not be made, written or read.
    var failure: Int32?
    var end = 0
  }

  /// Will make its file in a directory.
  public init(in directory: String) { self.directory = directory }

  /// Why the file could not be made, written or read, for a reader; nil where nothing went wrong.
  public var failure: String? {
    file.withLock(\.failure).map {
      "a temporary file in '\(directory)' failed: \(unsafe String(cString: strerror($0)))"
    }
  }

  deinit {
    file.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Appends bytes to the file; nil once a write or its making has failed.
  public func put(_ bytes: [UInt8]) -> Int? {
    let place = file.withLock { file -> (descriptor: Int32, start: Int)? in
      if file.descriptor < 0, file.failure == nil {
        file.descriptor = Self.open(in: directory)
        if file.descriptor < 0 { file.failure = errno }
      }
      guard file.failure == nil else { return nil }
      defer { file.end += bytes.count }
      return (file.descriptor, file.end)
    }
    guard let place else { return nil }
    if let failure = write(bytes, to: place.descriptor, at: place.start) {
      file.withLock { $0.failure = failure }
      return nil
    }
    return place.start
  }

  /// Reads bytes of the file; nil where it has not so many there.
  public func bytes(at place: Int, count: Int) -> [UInt8]? {
    let descriptor = file.withLock { $0.descriptor }
    let read = readBytes(of: descriptor, at: place, count: count)
    if read.count == count { return read }
    file.withLock { $0.failure = $0.failure ?? EIO }
    return nil
  }

  private static func open(in directory: String) -> Int32 {
    var name = Array("\(directory)/shingle.XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { return descriptor }
    unsafe unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  /// Returns the reason for which it failed.
  private func write(_ bytes: [UInt8], to descriptor: Int32, at start: Int) -> Int32? {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[written...])
        return unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(start + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      written += count
    }
    return nil
  }
}

/// Reads bytes at a place of a file, fewer where it ends before.
func readBytes(of descriptor: Int32, at start: Int, count: Int) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count {
      let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
      let read = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(start + filled))
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return }
      filled += read
    }
  }
}
