import Glibc
public import Shingle

/// Writes a report's files so that each appears whole or not at all.
///
/// Every file is written under a hidden name in the same directory and renamed once all five are
/// complete, `manifest.json` last: who sees a new manifest sees the files it speaks of. There is
/// no `fsync`: after a power cut a run is repeated, not recovered.
public enum ReportFiles {
  /// The names of the files, in the order in which they appear.
  public static let names = [
    "pairs.jsonl", "clusters.jsonl", "documents.jsonl", "report.html", "manifest.json",
  ]

  /// Writes the five files into a directory, which is created where it is absent.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - description: The run's version, problems and times.
  ///   - directory: The directory's path.
  ///   - options: What the page shows in full.
  ///   - isSound: Asked once all files are complete; where it says no, none of them appears.
  /// - Throws: ``ReportFileError`` with the path and the system's reason; the temporary files are
  ///   removed, and files of an earlier run stay as they were unless a rename itself failed.
  public static func write(
    _ report: Report, _ description: RunDescription, to directory: String,
    options: HTMLPrinter.Options = HTMLPrinter.Options(), ifSound isSound: () -> Bool = { true }
  ) throws(ReportFileError) {
    try createDirectory(directory)
    var staged: [StagedFile] = []
    do throws(ReportFileError) {
      for name in names {
        StagedFile.removeAbandoned(name, in: directory)
        let file = try StagedFile(name, in: directory)
        staged.append(file)
        try write(name, report, description, options) { (piece) throws(ReportFileError) in
          try file.write(piece)
        }
        try file.close()
      }
      guard isSound() else { return staged.forEach { $0.discard() } }
      for file in staged { try file.publish() }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
  }

  private static func write(
    _ name: String, _ report: Report, _ description: RunDescription,
    _ options: HTMLPrinter.Options, to sink: ([UInt8]) throws(ReportFileError) -> Void
  ) throws(ReportFileError) {
    switch name {
    case "pairs.jsonl": try PairsPrinter.print(report, to: sink)
    case "clusters.jsonl": try ClustersPrinter.print(report, to: sink)
    case "documents.jsonl": try DocumentsPrinter.print(report, to: sink)
    case "report.html":
      try HTMLPrinter.print(report, run: description, options: options, to: sink)
    default: try sink(ManifestPrinter.bytes(of: report, run: description))
    }
  }

  /// Creates a directory and those above it, as `mkdir -p` does.
  private static func createDirectory(_ path: String) throws(ReportFileError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let reason = errno
    if reason == ENOENT, let slash = path.trimmedOfSlashes.lastIndex(of: "/"),
      slash != path.startIndex
    {
      try createDirectory(String(path[..<slash]))
      if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
      throw ReportFileError(path: path, action: .createDirectory, errno: errno)
    }
    guard reason == EEXIST else {
      throw ReportFileError(path: path, action: .createDirectory, errno: reason)
    }
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw ReportFileError(path: path, action: .createDirectory, errno: ENOTDIR)
    }
  }
}

extension String {
  fileprivate var trimmedOfSlashes: Substring {
    var rest = self[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    return rest
  }
}
