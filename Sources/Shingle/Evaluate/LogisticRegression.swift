internal import Glibc

/// A logistic regression with L2 regularisation on standardised features.
///
/// Minimised is ½|*w*|² + *C* Σ ln(1 + e⁻ʸˢ), where *s* = *b* + *w*·*z* for the features *z* with
/// their mean taken off and divided by their standard deviation, and *y* = ±1; the intercept *b* is
/// not held back. It is the objective of scikit-learn's `LogisticRegression` behind a
/// `StandardScaler`, minimised by Newton's method with step halving (iteratively reweighted least
/// squares: McCullagh and Nelder, "Generalized Linear Models", 1989). The objective is strictly
/// convex in *w*, so labels that a plane separates have finite weights too.
struct LogisticRegression: Sendable {
  /// The score of features that are all 0.
  let intercept: Double
  /// The weights, on the features' own scale.
  let weights: [Double]

  /// Learns from rows of equal length with a label each, of which there is one of either kind at
  /// least. A feature that never varies has the weight 0.
  ///
  /// - Complexity: O(*n* · *d*²) for each of some ten steps, with *n* rows of *d* features.
  init(rows: [[Double]], labels: [Bool], strength: Double) {
    precondition(rows.count == labels.count, "\(rows.count) rows, \(labels.count) labels")
    precondition(Set(labels).count == 2, "labels of one kind only")
    precondition(Set(rows.map(\.count)).count == 1, "rows of different lengths")
    precondition(strength > 0, "a strength of \(strength)")
    let scale = Standardisation(rows)
    let problem = Problem(
      rows: rows.map { scale.standardised($0) + [1] }, signs: labels.map { $0 ? 1 : -1 },
      strength: strength)
    let solution = problem.minimum()
    let slopes = zip(solution.dropLast(), scale.deviations).map { $0 / $1 }
    weights = slopes
    intercept = zip(slopes, scale.means).reduce(solution[slopes.count]) { $0 - $1.0 * $1.1 }
  }
}

extension LogisticRegression {
  /// The mean and standard deviation of each feature.
  struct Standardisation {
    let means: [Double]
    /// The standard deviations over all rows; 1 for a feature that never varies.
    let deviations: [Double]

    init(_ rows: [[Double]]) {
      let count = Double(rows.count)
      let columns = rows[0].indices
      let means = columns.map { column in rows.reduce(0) { $0 + $1[column] } / count }
      deviations = columns.map { column in
        let variance = rows.reduce(0) { sum, row in
          sum + (row[column] - means[column]) * (row[column] - means[column])
        }
        let deviation = (variance / count).squareRoot()
        return deviation > 0 ? deviation : 1
      }
      self.means = means
    }

    func standardised(_ row: [Double]) -> [Double] {
      row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
    }
  }

  /// What is minimised, over weights of which the last is the intercept.
  struct Problem {
    /// The rows, each with a 1 at its end.
    let rows: [[Double]]
    /// 1 or -1 for each row.
    let signs: [Double]
    let strength: Double

    func objective(_ weights: [Double]) -> Double {
      var loss = 0.0
      for (row, sign) in zip(rows, signs) {
        let margin = sign * score(row, weights)
        // ln(1 + e⁻ᵐ) without overflow.
        loss += margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
      }
      return weights.dropLast().reduce(0) { $0 + $1 * $1 } / 2 + strength * loss
    }

    /// The first and second derivatives.
    func derivatives(_ weights: [Double]) -> (gradient: [Double], hessian: [[Double]]) {
      let size = weights.count
      var gradient = weights
      gradient[size - 1] = 0
      var hessian = [[Double]](repeating: Array(repeating: 0, count: size), count: size)
      for index in 0..<(size - 1) { hessian[index][index] = 1 }
      for (row, sign) in zip(rows, signs) {
        let probability = 1 / (1 + exp(-score(row, weights)))
        let slope = strength * (probability - (sign > 0 ? 1 : 0))
        let curvature = strength * probability * (1 - probability)
        for i in 0..<size {
          gradient[i] += slope * row[i]
          for j in 0...i { hessian[i][j] += curvature * row[i] * row[j] }
        }
      }
      return (gradient, hessian)
    }

    private func score(_ row: [Double], _ weights: [Double]) -> Double {
      var sum = 0.0
      for index in row.indices { sum += row[index] * weights[index] }
      return sum
    }

    /// The weights at which the objective is least.
    func minimum() -> [Double] {
      var weights = [Double](repeating: 0, count: rows[0].count)
      var value = objective(weights)
      for _ in 0..<Self.mostSteps {
        let (gradient, hessian) = derivatives(weights)
        let size = gradient.reduce(0) { max($0, abs($1)) }
        guard size > Self.tolerance * (1 + strength * Double(rows.count)) else { break }
        let step = Cholesky.solve(hessian, gradient)
        var length = 1.0
        var next = weights
        var nextValue = value
        repeat {
          next = zip(weights, step).map { $0 - length * $1 }
          nextValue = objective(next)
          length /= 2
        } while nextValue > value && length > Self.leastStep
        // No step leads down: this is the minimum, as far as numbers can tell.
        guard nextValue <= value else { break }
        (weights, value) = (next, nextValue)
      }
      return weights
    }

    /// Newton's method takes some ten steps; more than this is no progress.
    private static let mostSteps = 100
    /// A gradient this small, beside the sum of losses, moves no weight in the sixth digit.
    private static let tolerance = 1e-12
    private static let leastStep = 1e-10
  }
}

/// Solves linear equations with a symmetric positive definite matrix.
private enum Cholesky {
  /// Solves *Ax* = *b*, given the lower triangle of *A*.
  static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    let size = vector.count
    var lower = matrix
    for i in 0..<size {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        // Rounding may leave nothing of a curvature that is all but none.
        lower[i][j] = i == j ? max(sum, .leastNormalMagnitude).squareRoot() : sum / lower[j][j]
      }
    }
    var solution = vector
    for i in 0..<size {
      for k in 0..<i { solution[i] -= lower[i][k] * solution[k] }
      solution[i] /= lower[i][i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { solution[i] -= lower[k][i] * solution[k] }
      solution[i] /= lower[i][i]
    }
    return solution
  }
}
