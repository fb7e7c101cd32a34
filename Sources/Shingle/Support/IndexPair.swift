/// Two different numbers, of texts or documents, the lower first.
struct IndexPair: Hashable, Sendable {
  let a: Int
  let b: Int

  /// Creates a pair of two numbers in either order.
  init(_ first: Int, _ second: Int) {
    precondition(first != second, "a pair of \(first) with itself")
    a = min(first, second)
    b = max(first, second)
  }
}
