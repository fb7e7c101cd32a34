internal import FoundationEssentials
public import Shingle

/// Reads back the report that `scan --output DIR` wrote, without its texts and counts.
///
/// Foundation's parser does here, since the files are our own: nothing in them is ill formed.
public enum ReportReader {
  /// Why a directory is no report.
  public struct Problem: Error, Equatable {
    /// The file, and the line where it is known.
    public var place: String
    /// What is wrong with it.
    public var reason: String

    /// The problem in one line.
    public var description: String {
      "\(place): \(reason); --from takes a directory that 'scan --output' wrote"
    }
  }

  /// A report read back, and what its scan could not read.
  public struct Stored {
    /// The report.
    public var report: Report
    /// Records that the scan left out.
    public var recordsSkipped: Int
    /// Files and folders that it left out as a whole.
    public var filesSkipped: Int

    /// What the scan left out, in words, or nil where it read everything.
    public var leftOut: String? {
      let parts = [(recordsSkipped, "record"), (filesSkipped, "file")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
      return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }
  }

  /// Returns the report in a directory; its documents have neither text nor headline.
  ///
  /// - Complexity: O(*n*) for files of *n* bytes, which are held in memory one after the other.
  public static func report(in directory: String) throws(Problem) -> Stored {
    let documents: [DocumentLine] = try lines("documents.jsonl", in: directory)
    let clusters: [ClusterLine] = try lines("clusters.jsonl", in: directory)
    let pairs: [PairLine] = try lines("pairs.jsonl", in: directory)
    let manifest = try manifest(
      of: (documents.count, pairs.count, clusters.count), in: directory)
    do {
      let index = try ReportIndex(documents: documents, clusters: clusters)
      let report = Report(
        documents: documents.map(\.document),
        findings: try documents.map { try $0.finding(index) },
        pairs: PairFindings(try pairs.map { try $0.finding(index) }),
        clusters: try clusters.map { try $0.finding(index) }, statistics: RunStatistics(),
        configuration: Configuration())
      try report.checkMembership()
      return Stored(
        report: report, recordsSkipped: manifest.counts.recordsSkipped ?? 0,
        filesSkipped: manifest.counts.filesSkipped ?? 0)
    } catch let fault as ReportFault {
      throw Problem(place: directory, reason: fault.description)
    } catch {
      throw Problem(place: directory, reason: "cannot be read")
    }
  }

  /// Returns the manifest, checked against the lines of the files. It comes last: without it a scan
  /// was not finished.
  private static func manifest(
    of found: (documents: Int, pairs: Int, clusters: Int), in directory: String
  ) throws(Problem) -> ManifestLine {
    let path = path("manifest.json", in: directory)
    guard let manifest = try? decoder.decode(ManifestLine.self, from: bytes(path)) else {
      throw Problem(place: path, reason: "is no manifest of a finished scan")
    }
    guard manifest.parameters.findsPassages else {
      throw Problem(place: path, reason: "the scan looked for no passages, nor for credits")
    }
    let counts = manifest.counts
    guard (counts.documents, counts.pairs, counts.clusters) == found else {
      throw Problem(
        place: path,
        reason: "counts \(inWords((counts.documents, counts.pairs, counts.clusters))), "
          + "and the files have \(inWords(found))")
    }
    return manifest
  }

  private static func inWords(_ counts: (documents: Int, pairs: Int, clusters: Int)) -> String {
    "\(counts.documents) articles, \(counts.pairs) pairs and \(counts.clusters) clusters"
  }

  private struct ManifestLine: Decodable {
    struct Parameters: Decodable {
      var findsPassages: Bool
    }

    struct Counts: Decodable {
      var documents: Int
      var pairs: Int
      var clusters: Int
      /// A manifest without them is of a scan that read everything.
      var recordsSkipped: Int?
      var filesSkipped: Int?
    }

    var shingle: String
    var parameters: Parameters
    var counts: Counts
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }

  private static func path(_ name: String, in directory: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }

  private static func bytes(_ path: String) throws(Problem) -> Data {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw Problem(place: path, reason: "cannot be read")
    }
    return data
  }

  private static func lines<Line: Decodable>(
    _ name: String, in directory: String
  ) throws(Problem) -> [Line] {
    let path = path(name, in: directory)
    let data = try bytes(path)
    let decoder = decoder
    var result: [Line] = []
    for (number, line) in data.split(separator: 0x0A).enumerated() {
      guard let value = try? decoder.decode(Line.self, from: line) else {
        throw Problem(place: "\(path):\(number + 1)", reason: "is no line of a report")
      }
      result.append(value)
    }
    return result
  }
}

extension Report {
  /// Throws where an article is in two clusters or twice in one, or a pair stands there twice.
  fileprivate func checkMembership() throws {
    var seen = [Bool](repeating: false, count: documents.count)
    for (number, cluster) in clusters.enumerated() {
      for member in cluster.members {
        let id = documents[member.document].id
        guard !seen[member.document] else { throw ReportFault.repeated("member '\(id)'") }
        guard findings[member.document].cluster == number else {
          throw ReportFault.unknown("member '\(id)' of cluster '\(cluster.id)'")
        }
        seen[member.document] = true
      }
    }
    var known: Set<[Int]> = []
    for pair in pairs where !known.insert([min(pair.a, pair.b), max(pair.a, pair.b)]).inserted {
      let ids = [pair.a, pair.b].map { "'\(documents[$0].id)'" }.joined(separator: " and ")
      throw ReportFault.repeated("pair of \(ids)")
    }
  }

  /// Takes the texts and the other fields of a report's documents from the articles it was made of.
  ///
  /// - Throws: ``ReportReader/Problem`` where an article is missing, or has another text than the
  ///   one that was scanned.
  public mutating func takeTexts(of articles: [Document]) throws(ReportReader.Problem) {
    var places: [[UInt8]: Int] = [:]
    for (place, article) in articles.enumerated() { places[Array(article.id.utf8)] = place }
    for index in documents.indices {
      let id = documents[index].id
      guard let place = places[Array(id.utf8)] else {
        throw .init(place: "'\(id)'", reason: "is in the report and not among the articles")
      }
      let scalars = Array(articles[place].text.unicodeScalars)
      for credit in findings[index].credits where credit.kind != .metadata {
        guard credit.range.end <= scalars.count,
          credit.quote.unicodeScalars.elementsEqual(scalars[credit.range.start..<credit.range.end])
        else {
          throw .init(place: "'\(id)'", reason: "has another text than the one that was scanned")
        }
      }
      documents[index] = articles[place]
    }
  }
}
