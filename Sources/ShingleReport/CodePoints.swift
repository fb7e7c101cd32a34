import Shingle

/// A text whose code points can be reached by their offset in constant time.
///
/// A `String` counts from its start each time; reports cut many ranges out of few texts.
struct CodePoints {
  private let scalars: [Unicode.Scalar]

  /// Takes at most the first `limit` code points.
  init(_ text: String, limit: Int = .max) {
    scalars = Array(limit == .max ? text.unicodeScalars[...] : text.unicodeScalars.prefix(limit))
  }

  var count: Int { scalars.count }

  subscript(offset: Int) -> Unicode.Scalar { scalars[offset] }

  /// The text of a range, as far as it lies within this one.
  subscript(range: CodePointRange) -> String {
    String(String.UnicodeScalarView(scalars[clamped(range)]))
  }

  /// Appends the UTF-8 of a range, as far as it lies within this one.
  func append(_ range: CodePointRange, to bytes: inout [UInt8]) {
    for scalar in scalars[clamped(range)] {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .encodedReplacementCharacter)
      }
    }
  }

  private func clamped(_ range: CodePointRange) -> Range<Int> {
    let start = min(max(range.start, 0), count)
    return start..<max(start, min(range.end, count))
  }
}

extension Report {
  /// The text of a passage as one visible line of at most `limit` code points and an ellipsis.
  ///
  /// - Complexity: O(*n*), where *n* is the offset of the passage's end.
  func excerpt(_ range: CodePointRange, of document: Int, limit: Int = 400) -> String {
    let scalars = documents[document].text.unicodeScalars
    let count = min(range.end - range.start, limit)
    let passage = scalars.dropFirst(range.start).prefix(count)
    let line = String(String.UnicodeScalarView(visibleScalars(passage)))
    return count < range.end - range.start ? line + "…" : line
  }
}
