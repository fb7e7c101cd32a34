extension Array {
  /// The first place from which on `isAfter` holds, as it must to the end.
  ///
  /// - Complexity: O(log *n*) for *n* elements.
  func partitionPoint(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
