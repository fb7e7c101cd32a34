import ArgumentParser

/// An amount of memory as it is written on the command line: `512M`, `1.5G`, `512 MB`, or a number
/// of bytes.
struct MemorySize: Equatable {
  var bytes: Int

  /// The letters for powers of 1,024.
  private static let units: [(letter: Character, shift: Int)] = [
    ("K", 10), ("M", 20), ("G", 30), ("T", 40),
  ]
  /// The least that is worth the name, and the most that an address has bits for.
  private static let range = 1 << 20...1 << 48

  init(bytes: Int) { self.bytes = bytes }

  /// Reads a number, which may have a point in it, and a unit: a letter with or without `B` or
  /// `iB` behind it, all of which are powers of 1,024.
  init(_ argument: String) throws {
    let number = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = argument.dropFirst(number.count).drop { $0 == " " }
    guard let shift = Self.shift(unit), let count = Double(number), number.first != "." else {
      throw ValidationError(
        "a size is a number with K, M, G or T behind it, such as 512M or 1.5G")
    }
    let exact = count * Double(1 << shift)
    guard exact <= Double(Self.range.upperBound), Self.range.contains(Int(exact)) else {
      throw ValidationError("sizes go from 1M to 256T")
    }
    bytes = Int(exact)
  }

  /// The power of two of a unit: 0 for none and for `B`, nil for what is no unit.
  private static func shift(_ unit: Substring) -> Int? {
    let name = unit.uppercased()
    if ["", "B"].contains(name) { return 0 }
    let ends = ["", "B", "IB"]
    return units.first { unit in
      name.first == unit.letter && ends.contains(String(name.dropFirst()))
    }?.shift
  }
}

extension MemorySize: CustomStringConvertible {
  /// The size in the largest unit of which it is a whole number: `1G`.
  var description: String {
    let unit = Self.units.last { bytes % (1 << $0.shift) == 0 }
    return unit.map { "\(bytes >> $0.shift)\($0.letter)" } ?? "\(bytes)"
  }
}
