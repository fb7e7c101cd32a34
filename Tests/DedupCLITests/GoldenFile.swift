import Foundation
import Testing

/// Expects text to equal a file of `Golden`. With `SHINGLE_RECORD=1` the file is written instead,
/// and the test fails, so that nobody records without looking.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["SHINGLE_RECORD"] == "1" {
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(name): look at the difference", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
    Issue.record(
      "\(name):\(number + 1): '\(pair.0)' instead of '\(pair.1)'", sourceLocation: sourceLocation)
    return
  }
  #expect(lines.count == expected.count, sourceLocation: sourceLocation)
}
