import ArgumentParser
import Glibc

/// Refuses to write a file that is read too, under whatever name: the articles would be lost.
func refuse(writing outputs: [String], overInputs inputs: [String]) throws {
  let read = inputs.compactMap(FileIdentity.init)
  for output in outputs {
    guard let identity = FileIdentity(output), read.contains(identity) else { continue }
    throw ValidationError("'\(output)' is read too, and would be overwritten: write elsewhere.")
  }
}

/// What tells a regular file from all others, by whatever path it is named.
private struct FileIdentity: Equatable {
  private let device: dev_t
  private let number: ino_t

  /// Nil where there is no such file, or none that writing would destroy.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
  }
}
