import Shingle

/// What a range of an article's text is marked as.
enum Annotation: Equatable {
  /// A shared passage, by its place in the list of passages.
  case passage(Int)
  /// A credit, by its place in the document's credits.
  case credit(Int)
  /// A place that a finding leads to, by its place in the list of places.
  case place(Int)
  /// Text that weighs nothing.
  case boilerplate
}

/// A marked range of a text.
struct AnnotatedRange {
  var range: CodePointRange
  var annotation: Annotation
}

/// A stretch of text throughout which the same annotations hold.
struct TextSegment: Equatable {
  var range: CodePointRange
  /// In the order of the ranges they come from.
  var annotations: [Annotation]

  /// Cuts a text at every boundary of ranges that may overlap in any way.
  ///
  /// The segments follow each other without gaps from 0 to `length`; what lies beyond is dropped.
  ///
  /// - Complexity: O(*r* log *r* + *r* *d*), where *r* is the number of ranges and *d* how many of
  ///   them overlap at most.
  static func cut(length: Int, at ranges: [AnnotatedRange]) -> [TextSegment] {
    var segments: [TextSegment] = []
    var active: [Int] = []
    var start = 0
    for boundary in boundaries(of: ranges, within: length) {
      if boundary.offset > start {
        segments.append(segment(start, boundary.offset, active, ranges))
        start = boundary.offset
      }
      if boundary.isStart {
        let place = active.firstIndex { $0 > boundary.index } ?? active.count
        active.insert(boundary.index, at: place)
      } else {
        active.removeAll { $0 == boundary.index }
      }
    }
    if start < length { segments.append(segment(start, length, active, ranges)) }
    return segments
  }

  private struct Boundary {
    var offset: Int
    var isStart: Bool
    var index: Int
  }

  private static func boundaries(
    of ranges: [AnnotatedRange], within length: Int
  ) -> [Boundary] {
    var boundaries: [Boundary] = []
    for (index, annotated) in ranges.enumerated() {
      let start = max(annotated.range.start, 0)
      let end = min(annotated.range.end, length)
      guard start < end else { continue }
      boundaries.append(Boundary(offset: start, isStart: true, index: index))
      boundaries.append(Boundary(offset: end, isStart: false, index: index))
    }
    return boundaries.sorted { left, right in
      (left.offset, left.isStart ? 1 : 0, left.index)
        < (right.offset, right.isStart ? 1 : 0, right.index)
    }
  }

  private static func segment(
    _ start: Int, _ end: Int, _ active: [Int], _ ranges: [AnnotatedRange]
  ) -> TextSegment {
    TextSegment(
      range: CodePointRange(start: start, end: end),
      annotations: active.map { ranges[$0].annotation })
  }
}
