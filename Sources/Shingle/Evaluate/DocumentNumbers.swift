/// Numbers for the ids of a batch, in its order. Ids are equal only byte by byte.
struct DocumentNumbers: Sendable {
  private var numbers: [[UInt8]: Int] = [:]

  init(_ ids: [String]) {
    for (number, id) in ids.enumerated() { numbers[Array(id.utf8)] = number }
  }

  /// The number of an id, if the batch has it.
  subscript(id: String) -> Int? { numbers[Array(id.utf8)] }
}
