extension String {
  /// Whether two strings are the same, byte by byte: comparing strings themselves is quadratic on
  /// runs of combining marks, and a feed writes outlets and versions.
  func isSame(as other: String?) -> Bool { other.map { utf8.elementsEqual($0.utf8) } ?? false }
}
