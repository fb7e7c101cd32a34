/// A text with places in it that are marked with keycap digits: `"1️⃣The committee said2️⃣ so"`.
public struct MarkedText: Sendable {
  /// The text without its markers.
  public let text: String
  /// The UTF-8 byte offset of each marker in `text`, by its digit.
  public let places: [Int: Int]

  /// Creates a text from one with markers.
  public init(_ marked: String) {
    var text = ""
    var places: [Int: Int] = [:]
    for character in marked {
      let scalars = character.unicodeScalars
      if scalars.last?.value == 0x20E3, let first = scalars.first, ("0"..."9").contains(first) {
        places[Int(first.value) - 0x30] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }

  /// The byte ranges between the markers 1 and 2, 3 and 4, and so on.
  public var ranges: [Range<Int>] {
    stride(from: 1, to: 9, by: 2).compactMap { digit in
      guard let lower = places[digit], let upper = places[digit + 1] else { return nil }
      return lower..<upper
    }
  }
}
