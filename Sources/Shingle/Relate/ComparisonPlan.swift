/// The order in which candidates are compared: the documents are cut into blocks, and the pairs of
/// two blocks are compared together, so that the texts of two blocks are in memory at a time.
struct ComparisonPlan: Sendable {
  /// Consecutive documents, all of them together.
  let blocks: [Range<Int>]
  /// The groups of documents with the same text, by their first.
  private let groups: [[UInt32]]
  private let candidates: [Candidate]
  private let blockOf: [UInt32]

  /// The bytes that a word of a text ready for comparison takes: 17 of its token, 12 of its shingle,
  /// and about 4 of the word pairs and facts. (Of a text with boilerplate, 8 more.)
  private static let bytesPerWord = 33

  /// Cuts documents into as few blocks as two of them fit into `memory` bytes, or one alone.
  ///
  /// - Parameters:
  ///   - candidates: pairs ordered by their documents.
  ///   - groups: documents with the same text, of which the first is compared with itself, in the
  ///     order of those.
  ///   - words: the number of words of each document.
  ///   - memory: the bytes that the words of all texts loaded may take.
  init(_ candidates: [Candidate], groups: [[UInt32]], words: [Int], memory: Int) {
    self.candidates = candidates
    self.groups = groups
    let needed = words.reduce(0, +) * Self.bytesPerWord
    let limit = needed <= memory ? Int.max : max(1, memory / 2 / Self.bytesPerWord)
    var blocks: [Range<Int>] = []
    var blockOf: [UInt32] = []
    blockOf.reserveCapacity(words.count)
    var (start, sum) = (0, 0)
    for (document, count) in words.enumerated() {
      if document > start, sum + count > limit {
        blocks.append(start..<document)
        (start, sum) = (document, 0)
      }
      sum += count
      blockOf.append(UInt32(blocks.count))
    }
    if start < words.count { blocks.append(start..<words.count) }
    self.blocks = blocks
    self.blockOf = blockOf
  }

  /// The candidates of one block as the first and of another as the second.
  struct Tile: Sendable {
    var column: Int
    var candidates: [Candidate]
    /// The documents whose texts are the second of a candidate, ascending.
    var seconds: [Int]
  }

  /// The tiles of a block, in the order of the blocks of the second texts, each with its candidates
  /// in order; and the documents of the block itself that are needed for them, ascending.
  func row(_ block: Int) -> (needed: [Int], tiles: [Tile]) {
    let documents = blocks[block]
    let first = candidates.partitionPoint { Int($0.a) >= documents.lowerBound }
    let end = candidates.partitionPoint { Int($0.a) >= documents.upperBound }
    var columns = [[Candidate]](repeating: [], count: blocks.count)
    var needed: Set<Int> = []
    for candidate in candidates[first..<end] {
      needed.insert(Int(candidate.a))
      columns[Int(blockOf[Int(candidate.b)])].append(candidate)
    }
    for candidate in columns[block] { needed.insert(Int(candidate.b)) }
    needed.formUnion(groups(in: block).map { Int($0[0]) })
    let tiles = columns.indices.filter { !columns[$0].isEmpty }.map { column in
      Tile(
        column: column, candidates: columns[column],
        seconds: Set(columns[column].map { Int($0.b) }).sorted())
    }
    return (needed.sorted(), tiles)
  }

  /// The groups whose first document is in a block.
  func groups(in block: Int) -> ArraySlice<[UInt32]> {
    let documents = blocks[block]
    let first = groups.partitionPoint { Int($0[0]) >= documents.lowerBound }
    return groups[first..<groups.partitionPoint { Int($0[0]) >= documents.upperBound }]
  }
}
