/// Slow and obvious counterparts of the library's algorithms, to compare it with.
///
/// They work on arrays of words, without hashes, indexes or sorting.
public enum BruteForce {
  /// A run that two texts have in common, as first word in each and number of words.
  public struct Run: Sendable, Hashable {
    /// Its first word in the first text.
    public var a: Int
    /// Its first word in the second text.
    public var b: Int
    /// Its words.
    public var length: Int

    /// Creates a run.
    public init(a: Int, b: Int, length: Int) {
      self.a = a
      self.b = b
      self.length = length
    }
  }

  /// Returns the words of a text of ASCII letters and digits, lower-cased.
  public static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { String($0) }
  }

  /// Returns the set of all runs of `length` words.
  public static func shingles<Word: Hashable>(_ words: [Word], length: Int = 5) -> Set<[Word]> {
    guard words.count >= length else { return [] }
    return Set((0...(words.count - length)).map { Array(words[$0..<($0 + length)]) })
  }

  /// Returns |A ∩ B| / |A ∪ B| of two texts' shingles; 0 where both have none.
  public static func jaccard<Word: Hashable>(_ first: [Word], _ second: [Word]) -> Double {
    let (one, other) = (shingles(first), shingles(second))
    let union = one.union(other).count
    return union == 0 ? 0 : Double(one.intersection(other).count) / Double(union)
  }

  /// Returns every run of at least `least` equal words that can be lengthened at neither end.
  public static func maximalCommonRuns<Word: Hashable>(
    _ first: [Word], _ second: [Word], least: Int
  ) -> Set<Run> {
    var runs: Set<Run> = []
    for a in first.indices {
      for b in second.indices where first[a] == second[b] {
        if a > 0, b > 0, first[a - 1] == second[b - 1] { continue }
        var length = 1
        while a + length < first.count, b + length < second.count,
          first[a + length] == second[b + length]
        {
          length += 1
        }
        if length >= least { runs.insert(Run(a: a, b: b, length: length)) }
      }
    }
    return runs
  }

  /// Returns the length of the longest common subsequence.
  public static func commonSubsequence<Word: Hashable>(_ first: [Word], _ second: [Word]) -> Int {
    guard let one = first.last, let other = second.last else { return 0 }
    if one == other {
      return 1 + commonSubsequence(Array(first.dropLast()), Array(second.dropLast()))
    }
    return max(
      commonSubsequence(Array(first.dropLast()), second),
      commonSubsequence(first, Array(second.dropLast())))
  }

  /// Returns the pairs of texts, first before second, whose Jaccard similarity is `least` or more.
  public static func pairs(_ texts: [[String]], least: Double) -> [(Int, Int, Double)] {
    let sets = texts.map { shingles($0) }
    var pairs: [(Int, Int, Double)] = []
    for first in sets.indices {
      for second in sets.indices where second > first {
        let shared = sets[first].intersection(sets[second]).count
        let union = sets[first].count + sets[second].count - shared
        let jaccard = union == 0 ? 0 : Double(shared) / Double(union)
        if jaccard >= least, shared > 0 { pairs.append((first, second, jaccard)) }
      }
    }
    return pairs
  }
}

extension BruteForce {
  /// Returns the least of each of `permutations` hashes of a set's members: plain MinHash.
  public static func minHash(_ members: [UInt64], permutations: Int) -> [UInt64] {
    (0..<permutations).map { number in
      members.reduce(UInt64.max) { least, member in
        var generator = SeededGenerator(seed: member ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
        return min(least, generator.next())
      }
    }
  }
}
