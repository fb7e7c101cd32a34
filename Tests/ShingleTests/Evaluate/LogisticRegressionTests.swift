import Foundation
import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `A logistic regression` {
  /// Rows drawn from a known model, with features of very different scales.
  private func sample(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> (rows: [[Double]], labels: [Bool]) {
    let rows = (0..<count).map { _ in
      [
        Double.random(in: -3...3, using: &generator),
        Double.random(in: 0...1000, using: &generator),
        Double.random(in: 0...0.01, using: &generator),
      ]
    }
    let labels = rows.map { row in
      let score = 0.5 + 1.5 * row[0] - 0.004 * row[1] + 200 * row[2]
      return Double.random(in: 0..<1, using: &generator) < 1 / (1 + exp(-score))
    }
    return (rows, labels)
  }

  private func problem(
    _ rows: [[Double]], _ labels: [Bool], strength: Double
  ) -> LogisticRegression.Problem {
    let scale = LogisticRegression.Standardisation(rows)
    return LogisticRegression.Problem(
      rows: rows.map { scale.standardised($0) + [1] }, signs: labels.map { $0 ? 1 : -1 },
      strength: strength)
  }

  @Test(arguments: 0..<10)
  func `ends where the objective is flat and least`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, labels) = sample(60, &generator)
    let problem = problem(rows, labels, strength: 0.3)
    let minimum = problem.minimum()
    let least = problem.objective(minimum)
    #expect(problem.derivatives(minimum).gradient.allSatisfy { abs($0) < 1e-8 })
    for _ in 0..<50 {
      let other = minimum.map { $0 + Double.random(in: -0.5...0.5, using: &generator) }
      #expect(problem.objective(other) > least)
    }
  }

  @Test(arguments: 0..<10)
  func `has the derivatives that differences give`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (rows, labels) = sample(30, &generator)
    let problem = problem(rows, labels, strength: 2)
    let weights = (0..<4).map { _ in Double.random(in: -1...1, using: &generator) }
    let (gradient, hessian) = problem.derivatives(weights)
    let step = 1e-5
    for index in weights.indices {
      var (above, below) = (weights, weights)
      above[index] += step
      below[index] -= step
      let slope = (problem.objective(above) - problem.objective(below)) / (2 * step)
      #expect(abs(slope - gradient[index]) < 1e-6)
      let slopes = (problem.derivatives(above).gradient, problem.derivatives(below).gradient)
      for other in 0...index {
        let curvature = (slopes.0[other] - slopes.1[other]) / (2 * step)
        #expect(abs(curvature - hessian[index][other]) < 1e-5)
      }
    }
  }

  @Test func `finds the model that made many labels`() {
    var generator = SeededGenerator(seed: 7)
    let (rows, labels) = sample(40_000, &generator)
    let fit = LogisticRegression(rows: rows, labels: labels, strength: 1)
    #expect(abs(fit.weights[0] - 1.5) < 0.1)
    #expect(abs(fit.weights[1] + 0.004) < 0.0003)
    #expect(abs(fit.weights[2] - 200) < 20)
    #expect(abs(fit.intercept - 0.5) < 0.2)
  }

  @Test func `solves by hand what can be solved by hand`() {
    // One feature of ±1 and as many labels against it as for it in no group: with s labels of m
    // agreeing, the optimum of w²/2 + C·m·loss has w = C·m·(s/m − σ(w)).
    let rows = [[1.0], [1], [1], [-1], [-1], [-1]]
    let labels = [true, true, false, false, false, true]
    let fit = LogisticRegression(rows: rows, labels: labels, strength: 0.5)
    let weight = fit.weights[0]
    #expect(abs(weight - 0.5 * 6 * (4.0 / 6 - 1 / (1 + exp(-weight)))) < 1e-9)
    #expect(abs(fit.intercept) < 1e-9)
  }

  @Test(arguments: [
    (0.3, [0.15972504, 0.02386344], -0.8269950508), (2, [0.34715915, 0.07742849], -1.9219372569),
  ])
  func `agrees with scikit-learn 1.9 run to a tolerance of 1e-13`(
    strength: Double, weights: [Double], intercept: Double
  ) {
    let rows: [[Double]] = [
      [0, 5], [1, 3], [2, 8], [3, 1], [4, 9], [5, 2], [6, 7], [7, 4], [8, 6], [9, 0],
    ]
    let labels = [false, false, true, false, false, true, true, false, true, true]
    let fit = LogisticRegression(rows: rows, labels: labels, strength: strength)
    #expect(zip(fit.weights, weights).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(abs(fit.intercept - intercept) < 1e-8)
  }

  @Test(arguments: [0.01, 0.3, 1, 1000])
  func `has finite weights where a plane parts the labels`(strength: Double) {
    let rows = (0..<40).map { [Double($0)] }
    let labels = (0..<40).map { $0 >= 20 }
    let fit = LogisticRegression(rows: rows, labels: labels, strength: strength)
    #expect(fit.weights[0].isFinite && fit.weights[0] > 0)
    // The middle is as likely as not.
    #expect(abs(fit.intercept + 19.5 * fit.weights[0]) < 1e-6)
  }

  @Test func `gives a feature that never varies no weight`() {
    var generator = SeededGenerator(seed: 3)
    let (rows, labels) = sample(50, &generator)
    let fit = LogisticRegression(rows: rows, labels: labels, strength: 0.3)
    let more = LogisticRegression(
      rows: rows.map { $0 + [7] }, labels: labels, strength: 0.3)
    #expect(abs(more.weights[3]) < 1e-12)
    #expect(zip(fit.weights, more.weights).allSatisfy { abs($0 - $1) < 1e-6 * (1 + abs($0)) })
  }
}
