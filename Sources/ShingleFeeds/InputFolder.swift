import Glibc

/// Lists the articles of a folder and of those within it, in the order of their names.
struct InputFolder {
  private let format: InputFormat
  private var visited: Set<Identity> = []
  /// The files to read.
  private(set) var files: [String] = []
  /// The folders that could not be listed, and why.
  private(set) var failures: [(path: String, error: SystemError)] = []

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
    guard let status = FileStatus(path) else { return }
    guard visited.insert(Identity(device: status.device, inode: status.inode)).inserted else {
      return
    }
    do throws(SystemError) {
      for name in try Self.names(in: path) where !name.hasPrefix(".") {
        visit(path.hasSuffix("/") ? path + name : "\(path)/\(name)")
      }
    } catch {
      failures.append((path, error))
    }
  }

  private mutating func visit(_ path: String) {
    switch FileStatus(path)?.kind {
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

  /// The names in a folder, sorted by their bytes.
  private static func names(in path: String) throws(SystemError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw SystemError.last }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  /// Asks the system; nothing where the path leads nowhere.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
