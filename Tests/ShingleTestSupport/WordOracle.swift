import Foundation

/// Cuts a text into words the slow way, with Foundation's normalisation and Swift's own tables of
/// Unicode properties: the oracle of the tokenizer, which uses other tables and other code.
///
/// It does not undo look-alikes and does not cut runs of marks.
public func oracleWords(_ text: String) -> [String] {
  var visible = String.UnicodeScalarView()
  visible.append(contentsOf: text.unicodeScalars.filter { !$0.isInvisible })
  let normal = String(visible).decomposedStringWithCompatibilityMapping
  let folded = String(String.UnicodeScalarView(normal.unicodeScalars.flatMap(\.folded)))
    .decomposedStringWithCompatibilityMapping
  var words: [String.UnicodeScalarView] = []
  var isOpen = false
  for scalar in folded.unicodeScalars {
    if scalar.isCombining {
      if isOpen { words[words.count - 1].append(scalar) }
    } else if scalar.standsAlone || !scalar.isWordPart {
      isOpen = scalar.standsAlone && scalar.isWordPart
      if isOpen { words.append(String.UnicodeScalarView([scalar])) }
    } else if isOpen, words.last?.first?.standsAlone != true {
      words[words.count - 1].append(scalar)
    } else {
      words.append(String.UnicodeScalarView([scalar]))
      isOpen = true
    }
  }
  return words.map { String($0) }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool { properties.isDefaultIgnorableCodePoint }

  fileprivate var isCombining: Bool {
    properties.canonicalCombiningClass != .notReordered
      || (isThai && properties.generalCategory == .nonspacingMark)
  }

  private var isThai: Bool { (0xE00..<0xE80).contains(value) }

  fileprivate var isWordPart: Bool {
    if self == "_" { return true }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  fileprivate var standsAlone: Bool {
    isThai || properties.isIdeographic || value == 0x3005 || (0x3041...0x30FF).contains(value)
  }

  /// Full case folding: the lower case of the upper case of the lower case, but for the dotless i.
  fileprivate var folded: [Unicode.Scalar] {
    if value == 0x131 { return [self] }
    return properties.lowercaseMapping.unicodeScalars
      .flatMap { $0.properties.uppercaseMapping.unicodeScalars }
      .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
  }
}
