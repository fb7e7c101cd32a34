import Glibc

/// Lists the articles of a folder and of those within it, in the order of their names.
struct InputFolder {
  private let format: InputFormat
  private var visited: Set<Identity> = []
  /// The files to read.
  private(set) var files: [String] = []
  /// The folders that could not be listed and the entries that lead nowhere, and why.
  private(set) var failures: [(path: String, reason: String)] = []

  /// The folders left out because they hold a report of ours, which is no feed.
  private(set) var reports: [String] = []

  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt
  }

  /// Lists a folder's files of a format.
  ///
  /// Hidden ones are left out, and so is a folder seen before: a symbolic link may lead in a
  /// circle. Compressed articles are listed, so that they are reported and not passed over.
  init(_ path: String, format: InputFormat) {
    self.format = format
    list(path)
  }

  private mutating func list(_ path: String) {
    guard let status = status(of: path) else { return }
    guard visited.insert(Identity(device: status.device, inode: status.inode)).inserted else {
      return
    }
    let (names, error) = Self.names(in: path)
    if Self.reportNames.allSatisfy({ names.contains(Array($0.utf8)) }) {
      reports.append(path)
      return
    }
    for name in names where name.first != UInt8(ascii: ".") {
      let prefix = path.hasSuffix("/") ? path : path + "/"
      if let name = String(validating: name, as: UTF8.self) {
        visit(prefix + name)
      } else {
        let shown = prefix + String(decoding: name, as: UTF8.self)
        failures.append((shown, "cannot be read: its name is not UTF-8"))
      }
    }
    if let error { failures.append((path, error.reason)) }
  }

  /// The files by which a folder is known to hold a report.
  private static let reportNames = ["clusters.jsonl", "manifest.json", "pairs.jsonl"]

  /// Asks what a path leads to; a failure where it leads nowhere.
  private mutating func status(of path: String) -> FileStatus? {
    do throws(SystemError) {
      return try FileStatus(path)
    } catch {
      failures.append((path, error.reason))
      return nil
    }
  }

  private mutating func visit(_ path: String) {
    switch status(of: path)?.kind {
    case .folder: list(path)
    case .file where isWanted(path): files.append(path)
    default: break
    }
  }

  private func isWanted(_ path: String) -> Bool {
    switch fileExtension(path) {
    case "txt": format != .jsonLines
    case "jsonl", "ndjson": format != .text
    case "gz", "zst", "xz", "bz2": isWanted(String(path.prefix(upTo: lastDot(path))))
    default: false
    }
  }

  private func lastDot(_ path: String) -> String.Index {
    path.lastIndex(of: ".") ?? path.endIndex
  }

  /// The names in a folder, sorted by their bytes, up to the error that ended the list.
  private static func names(in path: String) -> (names: [[UInt8]], error: SystemError?) {
    guard let stream = unsafe opendir(path) else { return ([], SystemError.last) }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      names.append(name)
      errno = 0
    }
    let error = errno == 0 ? nil : SystemError.last
    return (names.sorted { $0.lexicographicallyPrecedes($1) }, error)
  }
}

/// What a path leads to, symbolic links followed.
struct FileStatus {
  enum Kind {
    case file
    case folder
    case other
  }

  let kind: Kind
  let device: UInt
  let inode: UInt

  /// Asks the system; fails where the path leads nowhere.
  init(_ path: String) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SystemError.last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
