import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `The reliability of confidence` {
  @Test func `of nothing is nothing`() { #expect(Reliability([]) == nil) }

  @Test func `of four pairs is what one works out by hand`() throws {
    let reliability = try #require(
      Reliability([(0.1, false), (0.12, true), (0.9, true), (1, true)]))
    #expect(reliability.bins.map(\.count) == [2, 2])
    #expect(reliability.bins.map(\.lower) == [0.1, 0.9])
    #expect(reliability.bins.map(\.observed) == [0.5, 1])
    // |0.11 - 0.5| / 2 + |0.95 - 1| / 2, and (0.01 + 0.7744 + 0.01 + 0) / 4.
    #expect(abs(reliability.expectedCalibrationError - 0.22) < 1e-12)
    #expect(abs(reliability.brierScore - 0.1986) < 1e-12)
  }

  @Test func `of pairs whose truth follows their confidence has a small error`() throws {
    var generator = SeededGenerator(seed: 4)
    let pairs = (0..<20_000).map { _ in
      let confidence = Double.random(in: 0...1, using: &generator)
      return (
        confidence: confidence, isSameCopy: Double.random(in: 0..<1, using: &generator) < confidence
      )
    }
    let reliability = try #require(Reliability(pairs))
    #expect(reliability.count == 20_000)
    #expect(reliability.expectedCalibrationError < 0.02)
    // The mean of p(1 - p) over 0...1.
    #expect(abs(reliability.brierScore - 1.0 / 6) < 0.01)
  }
}
