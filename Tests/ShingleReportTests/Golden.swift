import Foundation
import Testing

/// Compares bytes with a file of `Golden`; with `SHINGLE_RECORD=1` writes the file and fails, so
/// that a recording never passes for a test.
func expectGolden(_ bytes: [UInt8], _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["SHINGLE_RECORD"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let golden = try Data(contentsOf: file)
  #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: golden, as: UTF8.self))
}

/// The lines of JSON Lines, each parsed by Foundation.
func parsedLines(_ bytes: [UInt8]) throws -> [[String: Any]] {
  try bytes.split(separator: UInt8(ascii: "\n")).map { line in
    try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }
}
