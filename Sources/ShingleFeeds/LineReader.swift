import CSimdJSON
import Glibc

/// Cuts a stream into lines without copying them, in one buffer that grows with the longest line.
///
/// The bytes of a line stay in place until the next call, and ``padding`` bytes can be read
/// beyond them, as simdjson wants.
struct LineReader {
  /// A line without its line feed.
  struct Line: Equatable {
    /// Where the line stands in the buffer, empty for one that is too long to be held.
    var range: Range<Int>
    /// The line's number, counted from 1.
    var number: Int
    /// The line's offset in the stream, in bytes.
    var byte: Int
    /// The line's length, in bytes.
    var length: Int
    /// Whether no line feed ends it.
    var isLast: Bool

    var isTooLong: Bool { range.count < length }
  }

  static let padding = Int(SHINGLE_JSON_PADDING)
  /// The buffer's first size. Most text files fit, and from here to 8 MiB the throughput of
  /// JSON Lines is the same within the noise (284 MB of news, records of 2 kB on average).
  private static let firstBlock = 64 << 10
  /// The size to grow to at least, when a long line comes.
  private static let laterBlock = 1 << 20

  private var source: ByteSource
  private let maximumLineBytes: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  /// The offset of the buffer's first byte in the stream.
  private var base = 0
  private var number = 0

  init(source: ByteSource, maximumLineBytes: Int) {
    self.source = source
    self.maximumLineBytes = ReaderLimits.allowedRecordBytes(maximumLineBytes)
    buffer = Array(repeating: 0, count: Self.firstBlock + Self.padding)
  }

  /// The bytes read so far.
  var bytesRead: Int { base + end }

  /// The offset of the buffer's first byte in the stream.
  var bufferStart: Int { base }

  /// The bytes in the buffer that are not consumed yet.
  var pending: Range<Int> { start..<end }

  /// The bytes of a range of the buffer; to be dropped before the next line, or they are copied.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { buffer[range] }

  /// Lends the bytes of a range of the buffer, and the padding behind them.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try unsafe buffer.withUnsafeBufferPointer { bytes in
      try unsafe body(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Consumes bytes of the pending ones.
  mutating func skip(_ count: Int) {
    start += min(count, end - start)
  }

  /// Reads more bytes behind the pending ones, which may move; false at the end.
  mutating func fill() throws(SystemError) -> Bool {
    makeRoom()
    var source = self.source
    let room = end..<(buffer.count - Self.padding)
    let outcome = unsafe buffer.withUnsafeMutableBytes { bytes in
      Result { () throws(SystemError) in
        unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[room]))
      }
    }
    self.source = source
    let count = try outcome.get()
    end += count
    return count > 0
  }

  /// Moves the pending bytes to the front, and grows the buffer where they fill half of it.
  private mutating func makeRoom() {
    let capacity = buffer.count - Self.padding
    // No line is held that is longer than the limit, so a block beyond it is always free.
    let largest = max(Self.firstBlock, maximumLineBytes + Self.laterBlock)
    let isCrowded = end - start > capacity / 2 && capacity < largest
    guard start > 0 || isCrowded else { return }
    if isCrowded {
      let size = min(largest, max(Self.laterBlock, 2 * capacity)) + Self.padding
      return replaceBuffer(by: grown(to: size))
    }
    let pending = self.pending
    unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let first = bytes.baseAddress else { return }
      unsafe memmove(first, first + pending.lowerBound, pending.count)
    }
    dropConsumed()
  }

  /// Goes on in a buffer that begins with the pending bytes.
  private mutating func replaceBuffer(by other: [UInt8]) {
    buffer = other
    dropConsumed()
  }

  /// Counts the pending bytes from the buffer's first.
  private mutating func dropConsumed() {
    base += start
    end -= start
    start = 0
  }

  /// A larger buffer that begins with the pending bytes.
  private func grown(to size: Int) -> [UInt8] {
    let pending = self.pending
    return unsafe buffer.withUnsafeBytes { old in
      unsafe [UInt8](unsafeUninitializedCapacity: size) { new, count in
        guard let source = old.baseAddress, let target = new.baseAddress else { return }
        unsafe memcpy(target, source + pending.lowerBound, pending.count)
        unsafe memset(target + pending.count, 0, size - pending.count)
        count = size
      }
    }
  }

  /// The next line, or nothing at the end.
  mutating func next() throws(SystemError) -> Line? {
    var scanned = 0
    while true {
      if let length = lineFeed(after: scanned) {
        return take(length: length, isLast: false)
      }
      scanned = end - start
      if scanned > maximumLineBytes { return try discard() }
      guard try fill() else {
        return scanned == 0 ? nil : take(length: scanned, isLast: true)
      }
    }
  }

  /// The next line and, up to `most`, those behind it that are whole in the buffer already; none at
  /// the end. The bytes of all stay in place until the next call.
  mutating func nextLines(most: Int) throws(SystemError) -> [Line] {
    guard let first = try next() else { return [] }
    var lines = [first]
    while lines.count < most, let length = lineFeed(after: 0) {
      lines.append(take(length: length, isLast: false))
    }
    return lines
  }

  /// Makes the buffer large enough that many lines fit.
  mutating func widen() {
    guard buffer.count < Self.laterBlock else { return }
    replaceBuffer(by: grown(to: Self.laterBlock + Self.padding))
  }

  /// The distance from the pending bytes' start to the first line feed.
  private func lineFeed(after scanned: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress, start + scanned < end,
        let found = unsafe memchr(first + start + scanned, 0x0A, end - start - scanned)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - first - start
    }
  }

  private mutating func take(length: Int, isLast: Bool) -> Line {
    number += 1
    let isTooLong = length > maximumLineBytes
    let line = Line(
      range: start..<(isTooLong ? start : start + length), number: number, byte: base + start,
      length: length, isLast: isLast)
    start += isLast ? length : length + 1
    return line
  }

  /// Reads to the end of a line that is too long, and keeps nothing of it.
  private mutating func discard() throws(SystemError) -> Line {
    let byte = base + start
    number += 1
    while true {
      let feed = lineFeed(after: 0)
      if let feed { start += feed } else { start = end }
      let length = base + start - byte
      if feed == nil, try fill() { continue }
      start += feed == nil ? 0 : 1
      return Line(
        range: start..<start, number: number, byte: byte, length: length, isLast: feed == nil)
    }
  }
}
