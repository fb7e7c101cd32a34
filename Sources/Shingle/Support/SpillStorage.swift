/// Where a run leaves what it will want again and has no memory for; the library itself writes no
/// files.
public protocol SpillStorage: AnyObject, Sendable {
  /// Keeps bytes, from any thread.
  ///
  /// - Returns: where they were put, or nil if there is no room.
  func put(_ bytes: [UInt8]) -> Int?

  /// Returns bytes that were put somewhere, from any thread, or nil if they cannot be read.
  func bytes(at place: Int, count: Int) -> [UInt8]?
}

/// Lays columns of integers one after the other into bytes, each after its length.
struct ColumnWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ column: [some BitwiseCopyable]) {
    append(bytesOf: [UInt64(column.count)])
    append(bytesOf: column)
  }

  private mutating func append(bytesOf column: [some BitwiseCopyable]) {
    unsafe column.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}

/// Takes columns out of bytes again, in the order in which a ``ColumnWriter`` laid them there.
struct ColumnReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next<Element: BitwiseCopyable>(_ element: Element.Type) -> [Element] {
    let length = take(UInt64.self, count: 1)
    return take(element, count: Int(length[0]))
  }

  private mutating func take<Element: BitwiseCopyable>(
    _: Element.Type, count: Int
  ) -> [Element] {
    let size = count * MemoryLayout<Element>.stride
    let source = position..<position + size
    position += size
    precondition(position <= bytes.count, "columns are taken as they were laid")
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe bytes.withUnsafeBytes { all in
        let part = unsafe UnsafeRawBufferPointer(rebasing: all[source])
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: part)
      }
      filled = count
    }
  }
}
