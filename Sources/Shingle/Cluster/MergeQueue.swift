/// A sum of probabilities in fixed point, so that its value does not depend on the order of the
/// summands.
struct LinkStrength: Sendable, Comparable {
  private var units: Int64

  private static let one = Double(1 << 24)

  /// No link.
  static let zero = LinkStrength(0)
  /// One pair that is surely the same copy.
  static let certain = LinkStrength(1)

  /// A single pair's probability.
  init(_ probability: Double) { units = Int64((probability * Self.one).rounded()) }

  /// The mean over a number of pairs.
  func mean(over pairs: Int) -> Double { Double(units) / Self.one / Double(pairs) }

  static func + (left: LinkStrength, right: LinkStrength) -> LinkStrength {
    var sum = left
    sum.units += right.units
    return sum
  }

  static func < (left: LinkStrength, right: LinkStrength) -> Bool { left.units < right.units }
}

/// The pairs of clusters by falling mean link, then by their names; entries that later merges
/// outdate are left in and skipped by the caller.
struct MergeQueue: Sendable {
  private var heap: [(mean: Double, first: Int, second: Int)] = []

  /// Adds a pair of clusters.
  ///
  /// - Complexity: O(log *n*) for *n* entries.
  mutating func push(_ mean: Double, _ first: Int, _ second: Int) {
    heap.append((mean, min(first, second), max(first, second)))
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Removes and returns the first entry.
  ///
  /// - Complexity: O(log *n*) for *n* entries.
  mutating func pop() -> (first: Int, second: Int, mean: Double)? {
    guard let top = heap.first else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let child = children.min(by: precedes), precedes(child, parent) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return (top.first, top.second, top.mean)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (heap[left], heap[right])
    return (other.mean, one.first, one.second) < (one.mean, other.first, other.second)
  }
}
