import ArgumentParser

/// An amount of memory as it is written on the command line: `512M`, `4G`, or a number of bytes.
struct MemorySize: ExpressibleByArgument, Equatable {
  var bytes: Int

  /// The letters for powers of 1,024.
  private static let units: [(letter: Character, shift: Int)] = [("K", 10), ("M", 20), ("G", 30)]
  /// The least that is worth the name, and the most that an address has bits for.
  private static let range = 1 << 20...1 << 48

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let unit = Self.units.first { argument.uppercased().last == $0.letter }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    let shift = unit?.shift ?? 0
    guard let count = Int(digits), count > 0, count <= Self.range.upperBound >> shift,
      Self.range.contains(count << shift)
    else { return nil }
    bytes = count << shift
  }

  var defaultValueDescription: String {
    let unit = Self.units.last { bytes % (1 << $0.shift) == 0 }
    return unit.map { "\(bytes >> $0.shift)\($0.letter)" } ?? "\(bytes)"
  }
}
