internal import FoundationEssentials
import Shingle

/// What is wrong with a report's files, beyond the form of their lines.
enum ReportFault: Error {
  /// A name that nothing in the files has.
  case unknown(String)
  /// What stands there twice and must once.
  case repeated(String)

  var description: String {
    switch self {
    case .unknown(let what): "its files name an unknown \(what)"
    case .repeated(let what): "its files have the \(what) twice"
    }
  }
}

/// The places of a report's documents and clusters by their ids.
struct ReportIndex {
  private var documents: [[UInt8]: Int] = [:]
  private var clusters: [[UInt8]: Int] = [:]

  init(documents: [DocumentLine], clusters: [ClusterLine]) throws {
    for (place, line) in documents.enumerated()
    where self.documents.updateValue(place, forKey: Array(line.id.utf8)) != nil {
      throw ReportFault.repeated("article '\(line.id)'")
    }
    for (place, line) in clusters.enumerated()
    where self.clusters.updateValue(place, forKey: Array(line.id.utf8)) != nil {
      throw ReportFault.repeated("cluster '\(line.id)'")
    }
  }

  func document(_ id: String) throws -> Int {
    guard let place = documents[Array(id.utf8)] else {
      throw ReportFault.unknown("article '\(id)'")
    }
    return place
  }

  func document(_ id: String?) throws -> Int? { try id.map { try document($0) } }

  func cluster(_ id: String) throws -> Int {
    guard let place = clusters[Array(id.utf8)] else {
      throw ReportFault.unknown("cluster '\(id)'")
    }
    return place
  }
}

/// Returns the case that a report's file names.
private func known<Value: RawRepresentable<String>>(_ name: String) throws -> Value {
  guard let value = Value(rawValue: name) else { throw ReportFault.unknown("word '\(name)'") }
  return value
}

/// Returns a share or confidence, which lies in 0...1.
private func share(_ value: Double) throws -> Double {
  guard (0...1).contains(value) else { throw ReportFault.unknown("share \(value)") }
  return value
}

struct RangeLine: Decodable {
  var start: Int
  var end: Int

  func range() throws -> CodePointRange {
    guard start >= 0, start <= end else { throw ReportFault.unknown("range \(start)-\(end)") }
    return CodePointRange(start: start, end: end)
  }
}

struct CreditLine: Decodable {
  var id: String?
  var agency: String
  var type: String?
  var kind: String
  var start: Int
  var end: Int
  var quote: String
  var field: String?

  func credit() throws -> Credit {
    Credit(
      name: agency, type: try type.map { try known($0) } ?? .agency, kind: try known(kind),
      range: try RangeLine(start: start, end: end).range(), quote: quote, field: field)
  }
}

struct DocumentLine: Decodable {
  var id: String
  var source: String?
  var published: String?
  var cluster: String?
  var credits: [CreditLine]
  var boilerplate: [RangeLine]
  var sameTextAs: String?

  var document: Document {
    Document(
      id: id, text: "", source: source, published: published.flatMap { FeedDate.timestamp($0) })
  }

  func finding(_ index: ReportIndex) throws -> DocumentFinding {
    DocumentFinding(
      cluster: try cluster.map { try index.cluster($0) },
      credits: try credits.map { try $0.credit() },
      boilerplate: try boilerplate.map { try $0.range() },
      sameTextAs: try index.document(sameTextAs))
  }
}

struct PairLine: Decodable {
  var a: String
  var b: String
  var relation: String
  var confidence: Double
  var jaccard: Double
  var containmentA: Double
  var containmentB: Double
  var reasons: [String]
  var passages: [MatchLine]
  var via: String?
  var direction: DirectionLine?
  var commonSource: String?

  struct MatchLine: Decodable {
    var a: RangeLine
    var b: RangeLine
    var words: Int
    var bits: Double
    var verbatim: Bool
    var quoted: Bool
  }

  struct DirectionLine: Decodable {
    var from: String
    var to: String
    var basis: [String]
  }

  func finding(_ index: ReportIndex) throws -> PairFinding {
    PairFinding(
      a: try index.document(a), b: try index.document(b), relation: try known(relation),
      confidence: try share(confidence), jaccard: try share(jaccard),
      containmentA: try share(containmentA), containmentB: try share(containmentB),
      reasons: reasons,
      matches: try passages.map { match in
        MatchFinding(
          a: try match.a.range(), b: try match.b.range(), words: match.words, bits: match.bits,
          verbatim: match.verbatim, quoted: match.quoted)
      }, via: try index.document(via),
      direction: try direction.map { line in
        Direction(
          from: try index.document(line.from), to: try index.document(line.to),
          basis: try line.basis.map { try known($0) })
      }, commonSource: commonSource)
  }
}

struct ClusterLine: Decodable {
  var id: String
  var origin: OriginLine
  var representative: String
  var representativeReason: String?
  var firstPublished: String?
  var members: [MemberLine]

  struct MemberLine: Decodable {
    var id: String
    var role: String
    var relation: String
    var coverage: Double
    var attribution: String
    var through: String?
    var alsoSharesWith: [String]?
  }

  func finding(_ index: ReportIndex) throws -> ClusterFinding {
    ClusterFinding(
      id: id, origin: try origin.origin(index),
      representative: try index.document(representative),
      representativeReason: representativeReason ?? "",
      firstPublished: firstPublished.flatMap { FeedDate.timestamp($0) },
      members: try members.map { line in
        MemberFinding(
          document: try index.document(line.id), role: try known(line.role),
          relation: try known(line.relation), coverage: try share(line.coverage),
          attribution: try known(line.attribution), through: try index.document(line.through),
          alsoSharesWith: line.alsoSharesWith ?? [])
      })
  }
}

struct OriginLine: Decodable {
  var name: String?
  var kind: String
  var document: String?
  var confidence: Double
  var reasons: [String]
  var evidence: [CreditLine]
  var competing: [OriginLine]?

  func origin(_ index: ReportIndex) throws -> Origin {
    Origin(
      name: name, kind: try known(kind), document: try index.document(document),
      confidence: try share(confidence), reasons: reasons,
      evidence: try evidence.map { line in
        OriginEvidence(document: try index.document(line.id ?? ""), credit: try line.credit())
      }, competing: try (competing ?? []).map { try $0.origin(index) })
  }
}
