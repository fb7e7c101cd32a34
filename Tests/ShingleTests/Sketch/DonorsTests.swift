import ShingleTestSupport
import Testing

@testable import Shingle

@Suite struct `An empty slot borrows from the first full one that is named` {
  /// The finaliser of MurmurHash3, from which the names come.
  private func mix(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    mixed = (mixed ^ mixed >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return mixed ^ mixed >> 33
  }

  /// Follows the names one by one.
  private func filled(_ slots: [UInt32], empty: UInt32) -> [UInt32] {
    slots.indices.map { slot in
      var place = slot
      var attempt: UInt64 = 1
      while slots[place] == empty {
        let name = mix(UInt64(slot) << 32 | attempt)
        place = Int(name >> UInt64(64 - slots.count.trailingZeroBitCount))
        attempt += 1
      }
      return slots[place]
    }
  }

  @Test(arguments: [2, 8, 128, 256, 512], 0..<8 as Range<UInt64>)
  func `whether few are full or many`(size: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let donors = Donors(size: size)
    for full in [1, 2, 3, 6, 10, 22, 23, 60, 100, 127, 128, 500] where full <= size {
      var slots = [UInt32](repeating: .max, count: size)
      for slot in (0..<size).shuffled(using: &random).prefix(full) {
        slots[slot] = UInt32.random(in: 0..<1000, using: &random)
      }
      let expected = filled(slots, empty: .max)
      donors.fill(&slots, empty: .max)
      #expect(slots == expected)
    }
  }

  @Test func `a signature of nothing stays empty`() {
    var slots = [UInt32](repeating: .max, count: 128)
    Donors(size: 128).fill(&slots, empty: .max)
    #expect(slots == [UInt32](repeating: .max, count: 128))
  }
}
