/// What turns one sequence of words into another: the fewest words taken out and put in.
///
/// Myers: "An O(ND) Difference Algorithm and Its Variations" (1986), as the standard library has
/// it; neighbouring removals and insertions are one edit.
struct WordDifference: Sendable, Equatable {
  /// One edit: a range of the first sequence that a range of the second stands for.
  struct Edit: Sendable, Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The edits, in order and apart.
  private(set) var edits: [Edit] = []
  /// The words that both have, in order.
  private(set) var common: [(old: Int, new: Int)] = []

  /// - Complexity: O((*n* + *m*) · *d*) for *d* words taken out and put in.
  init(from old: [UInt64], to new: [UInt64]) {
    var isRemoved = [Bool](repeating: false, count: old.count)
    var isInserted = [Bool](repeating: false, count: new.count)
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (startOld, startNew) = (i, j)
      while i < old.count, isRemoved[i] { i += 1 }
      while j < new.count, isInserted[j] { j += 1 }
      if i > startOld || j > startNew {
        edits.append(Edit(old: startOld..<i, new: startNew..<j))
      }
      guard i < old.count, j < new.count else { continue }
      common.append((i, j))
      (i, j) = (i + 1, j + 1)
    }
  }

  static func == (left: WordDifference, right: WordDifference) -> Bool {
    left.edits == right.edits
  }

  /// Returns the first sequence with the edits applied, the words put in taken from the second.
  func applied<Word>(to old: [Word], from new: [Word]) -> [Word] {
    var result: [Word] = []
    var place = 0
    for edit in edits {
      result += old[place..<edit.old.lowerBound] + new[edit.new]
      place = edit.old.upperBound
    }
    return result + old[place...]
  }
}
