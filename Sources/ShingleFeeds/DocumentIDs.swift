import CXXHash

/// Gives each document of a run an id of its own.
///
/// The second document of an id becomes `id#` and the hash of its text, so that its name does not
/// depend on how many others came between; further ones of the same text get `#2`, `#3` ...
struct DocumentIDs {
  private var taken: Set<ByteString> = []
  private var repeats: [ByteString: Int] = [:]

  /// Claims an id, or the one derived from it where it is taken and so not new.
  mutating func claim(_ id: String, text: @autoclosure () -> String) -> (id: String, isNew: Bool) {
    guard !taken.insert(ByteString(id)).inserted else { return (id, true) }
    let hashed = "\(id)#\(Self.hash(of: text()))"
    guard !taken.insert(ByteString(hashed)).inserted else { return (hashed, false) }
    var number = repeats[ByteString(hashed), default: 1]
    var name: String
    repeat {
      number += 1
      name = "\(hashed)#\(number)"
    } while !taken.insert(ByteString(name)).inserted
    repeats[ByteString(hashed)] = number
    return (name, false)
  }

  /// The XXH3 hash of a text's UTF-8 bytes, as 16 hexadecimal digits.
  static func hash(of text: String) -> String {
    let digits = String(hashOfBytes(text), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// A string that is equal to another only byte by byte.
///
/// `String` compares and hashes by canonical equivalence, which would take two ids for one, and
/// takes quadratic time on runs of combining marks.
struct ByteString: Hashable {
  private let string: String
  private let digest: UInt64

  init(_ string: String) {
    self.string = string
    digest = hashOfBytes(string)
  }

  static func == (left: ByteString, right: ByteString) -> Bool {
    left.digest == right.digest && left.string.utf8.elementsEqual(right.string.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(digest)
  }
}

private func hashOfBytes(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { unsafe shingle_xxh3($0.baseAddress, $0.count) }
}
