import Glibc
import Shingle
import ShingleFeeds
import Testing

@Suite struct `timing` {
  @Test func `a big file`() {
    guard let p = getenv("SHINGLE_BIG") else { return }
    var reader = ArticleReader()
    let clock = ContinuousClock()
    let t = clock.measure { reader.read(path: String(cString: p)) }
    let intake = reader.finish()
    print(t, intake.documents.count, intake.recordsRead, intake.bytesRead, intake.problemCounts)
  }
}
