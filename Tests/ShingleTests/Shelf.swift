import Synchronization
import Testing

@testable import Shingle

/// A storage in memory, which may fail now and then.
final class Shelf: SpillStorage {
  private let kept = Mutex<[[UInt8]]>([])
  private let fails: Bool

  init(fails: Bool) { self.fails = fails }

  func put(_ bytes: [UInt8]) -> Int? {
    kept.withLock { kept in
      if fails, kept.count % 3 == 1 {
        kept.append([])
        return nil
      }
      kept.append(bytes)
      return kept.count - 1
    }
  }

  func bytes(at place: Int, count: Int) -> [UInt8]? {
    kept.withLock { kept in
      #expect(kept[place].count == count)
      return fails && place % 3 == 2 ? nil : kept[place]
    }
  }

  var isEmpty: Bool { kept.withLock { $0.isEmpty } }
}
