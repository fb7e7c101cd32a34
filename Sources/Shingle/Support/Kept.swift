/// What can be laid into bytes for a ``SpillStorage`` and taken out of them again.
protocol Spillable: Sendable {
  /// The bytes that the value takes in memory, but for a small fixed part.
  var byteCount: Int { get }
  /// The value as bytes.
  var spilled: [UInt8] { get }
  /// Takes a value from the bytes that ``spilled`` made of it.
  init(spilled bytes: [UInt8])
}

/// A value that is in memory, or left in a spill storage.
enum Kept<Value: Spillable>: Sendable {
  case held(Value)
  case left(in: any SpillStorage, at: Int, byteCount: Int)

  /// The value, or nil where the storage has lost it.
  var value: Value? {
    switch self {
    case .held(let value): value
    case .left(let storage, let place, let count):
      storage.bytes(at: place, count: count).map { Value(spilled: $0) }
    }
  }
}

/// Memory for values, and a storage for those that do not fit.
struct Room: Sendable {
  /// The bytes that are left.
  private(set) var bytes: Int
  private let spill: (any SpillStorage)?

  /// Holds values of up to `bytes`, and without a storage, or where that has no room, all others too.
  init(bytes: Int, spill: (any SpillStorage)?) {
    self.bytes = bytes
    self.spill = spill
  }

  /// Keeps a value.
  mutating func keep<Value>(_ value: Value) -> Kept<Value> {
    if value.byteCount > bytes, let spill {
      let laid = value.spilled
      if let place = spill.put(laid) {
        return .left(in: spill, at: place, byteCount: laid.count)
      }
    }
    bytes -= value.byteCount
    return .held(value)
  }
}
