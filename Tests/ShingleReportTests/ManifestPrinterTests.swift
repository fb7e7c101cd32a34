import Foundation
import Shingle
import ShingleReport
import Testing

@Suite("Manifest")
struct ManifestPrinterTests {
  @Test("The manifest is what its golden file has")
  func golden() throws {
    let bytes = ManifestPrinter.bytes(
      of: ReportFixture.report(), run: ReportFixture.description())
    try expectGolden(bytes, "manifest.json")
  }

  @Test("No parameter and no count is missing")
  func complete() throws {
    let manifest = try parsed(ReportFixture.description())
    let parameters = try #require(manifest["parameters"] as? [String: Any])
    let counts = try #require(manifest["counts"] as? [String: Any])
    let expected = Set(labels(of: Configuration())).subtracting(["threads", "memory"])
    #expect(Set(parameters.keys) == expected)
    let elsewhere: Set = ["expected_recall", "largest_buckets"]
    let missing = Set(labels(of: RunStatistics())).subtracting(counts.keys)
    #expect(missing == elsewhere)
    #expect(elsewhere.isSubset(of: manifest.keys))
  }

  @Test("Times and threads change nothing outside the run block")
  func run() throws {
    let description = ReportFixture.description()
    var later = description
    later.run = RunMeasurements(started: Timestamp(secondsSince1970: 1), seconds: 9)
    var report = ReportFixture.report()
    report.configuration.threads = 8
    var one = try parsed(description)
    var other = try parsed(later, report)
    #expect(one.removeValue(forKey: "run") != nil)
    #expect(other.removeValue(forKey: "run") != nil)
    #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: other))
  }

  private func parsed(
    _ description: RunDescription, _ report: Report = ReportFixture.report()
  ) throws -> [String: Any] {
    let bytes = ManifestPrinter.bytes(of: report, run: description)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The stored properties of a value, in snake_case.
  private func labels(of value: Any) -> [String] {
    Mirror(reflecting: value).children.compactMap(\.label).map { label in
      label.reduce(into: "") { name, letter in
        if letter.isUppercase { name += "_" }
        name += letter.lowercased()
      }
    }
  }
}
