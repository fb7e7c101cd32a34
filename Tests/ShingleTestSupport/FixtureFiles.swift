public import Foundation
public import Shingle

/// The root folder of the repository.
public let repositoryRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// An article of `Tests/Fixtures`.
private struct FixtureRecord: Decodable {
  var id: String
  var text: String
  var title: String?
  var source: String?
  var language: String?
}

/// Returns the articles of a JSON Lines file in `Tests/Fixtures`, for instance
/// `languages/en.jsonl`.
public func fixture(_ path: String) throws -> [Document] {
  let file = repositoryRoot.appending(path: "Tests/Fixtures").appending(path: path)
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
    let record = try JSONDecoder().decode(FixtureRecord.self, from: Data(line.utf8))
    return Document(
      id: record.id, text: record.text, title: record.title, source: record.source,
      language: record.language)
  }
}

/// The languages of `Tests/Fixtures/languages`.
public let fixtureLanguages = ["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"]
