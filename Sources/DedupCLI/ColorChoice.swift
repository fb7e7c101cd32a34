import ArgumentParser

/// When to write colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  /// Always, also to a file or a pager.
  case always
  /// Never.
  case never

  /// Whether standard output is to be coloured.
  var usesColors: Bool {
    switch self {
    case .auto: Terminal.usesColors
    case .always: true
    case .never: false
    }
  }
}
