import Benchmark
import Foundation
import Shingle
import ShingleFeeds
import ShingleReport

/// What the stages are measured on: JSON Lines of `SHINGLE_CORPUS`, or the articles of
/// `data/wire-story`, each forty times under a number of its own, so that no two are the same.
private enum Corpus {
  static let bytes: [UInt8] = {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["SHINGLE_CORPUS"] { return Array(contents(path)) }
    return wireStory()
  }()

  static let documents: [Document] = {
    var reader = ArticleReader()
    reader.read(contents: bytes, path: "corpus.jsonl")
    return reader.finish().documents
  }()

  static let textBytes = documents.reduce(0) { $0 + $1.text.utf8.count }

  private static func contents(_ path: String) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      fatalError("'\(path)' cannot be read")
    }
    return data
  }

  private static func wireStory() -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../../data/wire-story")
      .standardizedFileURL.path
    var lines: [UInt8] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".txt") {
      let text = String(decoding: contents("\(folder)/\(name)"), as: UTF8.self)
      for number in 0..<40 {
        let record = ["id": "\(number)-\(name)", "text": "\(text)\n\nStory number \(number)."]
        lines += (try? JSONEncoder().encode(record)) ?? Data()
        lines.append(0x0A)
      }
    }
    return lines
  }
}

private func report(findsPassages: Bool) -> Report {
  var configuration = Configuration()
  configuration.findsPassages = findsPassages
  return Detector(configuration: configuration).report(on: Corpus.documents)
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 1, maxDuration: .seconds(3),
    maxIterations: 1_000)

  Benchmark("read JSON Lines") { _ in
    var reader = ArticleReader()
    reader.read(contents: Corpus.bytes, path: "corpus.jsonl")
    blackHole(reader.finish())
  } setup: {
    print("\(Corpus.documents.count) documents, \(Corpus.textBytes) bytes of text")
  }

  Benchmark("find words, quotations and paragraphs") { _ in
    var tokenizer = Tokenizer()
    for document in Corpus.documents { blackHole(tokenizer.tokenize(document.text).count) }
  }

  Benchmark("scan without passages") { _ in
    blackHole(report(findsPassages: false))
  }

  Benchmark("scan") { _ in
    blackHole(report(findsPassages: true))
  }

  let scanned = report(findsPassages: true)
  Benchmark("print pairs") { _ in
    blackHole(PairsPrinter.bytes(of: scanned))
  }

  Benchmark("print documents") { _ in
    blackHole(DocumentsPrinter.bytes(of: scanned))
  }
}
