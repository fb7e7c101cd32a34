import Foundation
import Testing

/// Runs a test in a folder of its own, which is removed afterwards.
func withScratchFolder(_ body: (String) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("shingle-feeds-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url.path)
}

/// Writes a file, and the folders that lead to it.
func write(_ contents: String, to path: String) throws {
  try write(Array(contents.utf8), to: path)
}

/// Writes a file, and the folders that lead to it.
func write(_ contents: [UInt8], to path: String) throws {
  let url = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(contents).write(to: url)
}

/// Writes over a file in its place, and cuts it to the new length.
func overwrite(_ path: String, with contents: String) throws {
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  try file.truncate(atOffset: 0)
  try file.write(contentsOf: Data(contents.utf8))
  try file.close()
}

/// The labelled data beside the package, which is not part of it.
let evaluationFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("../shared/eval").standardizedFileURL.path

/// Whether a folder of the labelled data is there.
func hasEvaluationData(_ name: String) -> Bool {
  FileManager.default.fileExists(atPath: evaluationFolder + "/" + name)
}
