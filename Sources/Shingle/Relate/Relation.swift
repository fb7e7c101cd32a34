/// How two documents relate; the first five are "the same copy".
public enum Relation: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Equal tokens.
  case identical
  /// At least about half of the shorter is the other's text.
  case reprint
  /// One lies within a longer one.
  case excerpt
  /// A later version of the same item.
  case update
  /// The same copy, mostly reworded.
  case rewrite
  /// Only quotations or official statements in common.
  case quote
  /// Nothing that counts in common.
  case none

  /// Whether documents so related come from the same copy.
  public var isSameCopy: Bool { self != .quote && self != .none }
}
