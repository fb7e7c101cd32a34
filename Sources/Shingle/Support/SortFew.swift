extension Array {
  /// The elements up to which an insertion sort is quicker than to ask for the memory of a merge.
  private static var few: Int { 32 }

  /// Sorts an array that mostly has a few elements only; equal ones keep their order.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements, and no memory for up to 32.
  @inline(__always)
  mutating func sortFew(by precedes: (Element, Element) -> Bool) {
    guard count <= Self.few else {
      sort(by: precedes)
      return
    }
    guard count > 1 else { return }
    for index in 1..<count where precedes(self[index], self[index - 1]) {
      let element = self[index]
      var hole = index
      while hole > 0, precedes(element, self[hole - 1]) {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = element
    }
  }
}
