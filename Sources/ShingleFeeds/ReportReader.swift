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

  /// Returns the report in a directory; its documents have neither text nor headline.
  ///
  /// - Complexity: O(*n*) for files of *n* bytes, which are held in memory one after the other.
  public static func report(in directory: String) throws(Problem) -> Report {
    let documents: [DocumentLine] = try lines("documents.jsonl", in: directory)
    let clusters: [ClusterLine] = try lines("clusters.jsonl", in: directory)
    let pairs: [PairLine] = try lines("pairs.jsonl", in: directory)
    let index = ReportIndex(documents: documents, clusters: clusters)
    do {
      return Report(
        documents: documents.map(\.document),
        findings: try documents.map { try $0.finding(index) },
        pairs: try pairs.map { try $0.finding(index) },
        clusters: try clusters.map { try $0.finding(index) }, statistics: RunStatistics(),
        configuration: Configuration())
    } catch let unknown as UnknownName {
      throw Problem(place: directory, reason: "its files name an unknown \(unknown.what)")
    } catch {
      throw Problem(place: directory, reason: "cannot be read")
    }
  }

  private static func lines<Line: Decodable>(
    _ name: String, in directory: String
  ) throws(Problem) -> [Line] {
    let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw Problem(place: path, reason: "cannot be read")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
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
