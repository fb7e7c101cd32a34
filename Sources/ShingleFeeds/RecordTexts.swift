import CSimdJSON
import CXXHash
import Glibc
import Shingle
import Synchronization

/// The texts of the records of one file, read from it again whenever they are asked for.
///
/// Read by `pread` and not mapped: where the file shrinks meanwhile a read ends early, and a look
/// at mapped memory ends the program. The file stays open, so another one under its name changes
/// nothing. One that is written to does: its size or time of change tells, and each text is known
/// again by its hash.
final class RecordTexts: TextSource {
  private let descriptor: Int32
  private let isChanged = Atomic(false)
  /// What the file was like before it was read.
  private let first: State
  /// The file's path.
  let path: String

  /// Keeps a file open; nil where it cannot be read at any place, as a pipe cannot.
  init?(descriptor: Int32, path: String) {
    guard let first = State(descriptor) else { return nil }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    self.descriptor = copy
    self.path = path
    self.first = first
  }

  /// What shows that a file was written to.
  private struct State: Equatable {
    var bytes: Int
    var seconds: Int
    var nanoseconds: Int

    /// Asks the system; nil for what is no regular file.
    init?(_ descriptor: Int32) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      bytes = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  deinit { close(descriptor) }

  /// Whether the file was written to since it was opened, or a text was no longer what it had been.
  var hasChanged: Bool { isChanged.load(ordering: .relaxed) || State(descriptor) != first }

  func text(at place: TextPlace) -> String {
    let raw = readBytes(of: descriptor, at: place.start, count: Int(place.byteCount))
    let decoded = unsafe [UInt8](unsafeUninitializedCapacity: raw.count) { output, count in
      count = unsafe shingle_json_unescape(raw, raw.count, output.baseAddress)
    }
    if decoded.count == Int(place.textByteCount), Self.digest(decoded) == place.digest {
      return String(decoding: decoded, as: UTF8.self)
    }
    isChanged.store(true, ordering: .relaxed)
    return String(repeating: " ", count: Int(place.textByteCount))
  }

  private static func digest(_ text: [UInt8]) -> UInt64 {
    unsafe shingle_xxh3(text, text.count)
  }
}

/// A record of a file whose texts can be read again.
struct RecordPlace {
  var texts: RecordTexts
  /// The offset of the record's first byte in the file.
  var start: Int

  /// Where the inside of a string field stands in the file; nil where that is not known, or the
  /// string is so long that it is held rather.
  func place(of field: JSONField) -> TextPlace? {
    guard let inside = field.inside, let byteCount = UInt32(exactly: inside.count) else {
      return nil
    }
    let (textByteCount, digest) = field.fingerprint
    return TextPlace(
      start: start + inside.lowerBound, byteCount: byteCount,
      textByteCount: UInt32(textByteCount), digest: digest)
  }
}
