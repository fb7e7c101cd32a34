public import Shingle

internal import Foundation

/// The files that tests read, found from the place of this one.
public enum TestFiles {
  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The root of the package.
  public static var package: String { tests.deletingLastPathComponent().path }

  /// The labelled sets that stand beside the package where they are at hand.
  public static var labelledSets: String {
    tests.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/eval").path
  }

  /// Whether a file or folder exists.
  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Returns the path of a file in `Tests/Fixtures`.
  public static func fixture(_ name: String) -> String {
    tests.appendingPathComponent("Fixtures/\(name)").path
  }

  /// Returns the text of a file.
  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// Returns the lines of a file as fields between tabs, without the heading.
  public static func table(_ path: String) throws -> [[String]] {
    try text(path).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  /// Returns the articles of a file of JSON lines, each with its fields of strings.
  public static func articles(_ path: String) throws -> [Article] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      return Article(fields: (object ?? [:]).compactMapValues { $0 as? String })
    }
  }

  /// One article of a fixture.
  public struct Article: Sendable, CustomStringConvertible {
    /// Its fields of strings by name.
    public var fields: [String: String]

    /// Its id, by which a failing test names it.
    public var description: String { self["id"] }

    /// Returns a field, or nothing for one that is missing.
    public subscript(_ name: String) -> String { fields[name] ?? "" }

    /// The document that a reader makes of it.
    public var document: Document {
      Document(
        id: self["id"], text: self["text"], title: fields["title"], source: fields["source"],
        published: published, byline: fields["byline"], language: fields["language"],
        version: fields["version"])
    }

    /// The date, which may be a bare day.
    private var published: Timestamp? {
      let isDay = self["published"].count == 10
      let literal = self["published"] + (isDay ? "T00:00:00Z" : "")
      return ISO8601DateFormatter().date(from: literal).map {
        Timestamp(secondsSince1970: Int64($0.timeIntervalSince1970), isDayOnly: isDay)
      }
    }
  }
}
