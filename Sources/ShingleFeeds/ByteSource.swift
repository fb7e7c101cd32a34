import Glibc

/// Why bytes could not be read: the system's number and words for it.
struct SystemError: Error, Equatable {
  let number: Int32

  /// The error of the call that just failed.
  static var last: SystemError { SystemError(number: errno) }

  var text: String {
    // In lower case as all reasons: 'no such file or directory'.
    let words = unsafe String(cString: strerror(number))
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// Why a file was left out: 'cannot be read: permission denied'.
  var reason: String { "cannot be read: \(text)" }
}

/// Where bytes come from: an open file, or memory.
enum ByteSource {
  case descriptor(Int32)
  case memory(ArraySlice<UInt8>)

  /// Reads some bytes to the start of the buffer; none at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    switch self {
    case .descriptor(let descriptor):
      while true {
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        guard errno == EINTR else { throw SystemError.last }
      }
    case .memory(let bytes):
      let part = bytes.prefix(buffer.count)
      unsafe part.withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
      self = .memory(bytes.dropFirst(part.count))
      return part.count
    }
  }
}
