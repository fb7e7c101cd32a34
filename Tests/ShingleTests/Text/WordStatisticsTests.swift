import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct WordStatisticsTests {
  private func bits(_ word: String, _ statistics: WordStatistics) -> Float {
    statistics.bits(hashes(word).first ?? 0)
  }

  @Test("a word tells the logarithm of how seldom it is")
  func measuresBits() {
    let statistics = WordStatistics(table: "the\t6\nsaid\t2\nharbour\t1\nferry\t1\n")
    #expect(abs(bits("harbour", statistics) - log2(10)) < 0.001)
    #expect(abs(bits("said", statistics) - log2(5)) < 0.001)
    #expect(abs(bits("unheard", statistics) - log2(20)) < 0.001)
  }

  @Test("rare words tell more than common ones, and unknown words most")
  func shippedTable() {
    let shipped = WordStatistics.shipped
    #expect(bits("the", shipped) < 6)
    #expect(bits("the", shipped) < bits("president", shipped))
    #expect(bits("president", shipped) < bits("xyzzyplugh", shipped))
    #expect(bits("xyzzyplugh", shipped) < 30)
  }

  @Test("no known word tells more than an unknown one")
  func unknownIsMost() {
    let unknown = bits("xyzzyplugh", .shipped)
    for line in ShippedData.words.split(separator: "\n") where !line.hasPrefix("#") {
      let word = line.split(separator: "\t")[0]
      #expect(bits(String(word), .shipped) < unknown, "\(word)")
    }
  }

  @Test("every line of the shipped table is one word and its count")
  func tableParses() {
    var tokenizer = Tokenizer()
    for line in ShippedData.words.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      #expect(fields.count == 2 && Int(fields[1]) ?? 0 > 0, "\(line)")
      #expect(tokenizer.tokenize(String(fields[0])).count == 1, "\(line)")
    }
  }

  @Test("lines that are no entries are passed over")
  func skipsOtherLines() {
    let table = "# word\t9\n\nthe\t3\nno count\nthree\tfields\there\nword\tmany\ntwo words\t4\n"
    let statistics = WordStatistics(table: table)
    #expect(abs(bits("the", statistics)) < 0.001)
    #expect(abs(bits("word", statistics) - log2(6)) < 0.001)
  }

  @Test("an empty table makes all words equal")
  func emptyTable() {
    let statistics = WordStatistics(table: "")
    #expect(bits("the", statistics) == bits("harbour", statistics))
    #expect(bits("the", statistics).isFinite)
  }

  @Test("a table with many words finds each", arguments: [1, 7, 8, 9, 3000])
  func findsEach(count: Int) {
    let table = (1...count).map { "w\($0)\t\($0)\n" }.joined()
    let statistics = WordStatistics(table: table)
    let total = Double(count * (count + 1) / 2)
    for number in 1...count {
      #expect(abs(Double(bits("w\(number)", statistics)) + log2(Double(number) / total)) < 0.01)
    }
  }
}
