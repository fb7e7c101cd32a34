/// Two documents by their numbers, the lower first.
struct DocumentPair: Hashable, Sendable, Comparable {
  let a: Int
  let b: Int

  init(_ first: Int, _ second: Int) {
    a = min(first, second)
    b = max(first, second)
  }

  static func < (left: DocumentPair, right: DocumentPair) -> Bool {
    (left.a, left.b) < (right.a, right.b)
  }
}
