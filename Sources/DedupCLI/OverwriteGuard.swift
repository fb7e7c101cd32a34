import ArgumentParser
import Glibc

/// Refuses to write a file that is read too, under whatever name: the articles would be lost.
func refuse(writing outputs: [String], overInputs inputs: [String]) throws {
  let read = Set(inputs.compactMap(FileIdentity.init))
  for output in outputs {
    guard let identity = FileIdentity(output), read.contains(identity) else { continue }
    throw ValidationError("'\(output)' is read too, and would be overwritten: write elsewhere.")
  }
}

/// Refuses to write a report into a folder that is an input or holds one: a folder with a report in
/// it is passed over by the next run, and the articles with it.
func refuse(reportIn folder: String, holding inputs: [String]) throws {
  guard let folder = realPath(folder) else { return }
  let within = folder == "/" ? folder : folder + "/"
  for input in inputs where input != "-" {
    guard let path = realPath(input), "\(path)/".utf8.starts(with: within.utf8) else { continue }
    throw ValidationError(
      "The report would be written beside the articles of '\(input)', and a folder that holds a "
        + "report is not read: write to a folder of its own, such as '\(within)report'.")
  }
}

/// What tells a regular file from all others, by whatever path it is named.
private struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  /// Nil where there is no such file, or none that writing would destroy.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}

/// The path without symbolic links; nil where it leads nowhere.
private func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}
