/// A pair of quotation marks.
enum QuotationStyle {
  case straight, curly, low, rightCurly, fullWidth, prime
  case guillemets, reversedGuillemets, angles
  case corners, whiteCorners
  case single, lowSingle, backtick, apostrophe

  /// Returns the style that a mark opens at its place, or nil if it opens none there.
  init?(opening mark: UInt32, _ place: GapReader.Place) {
    switch mark {
    case 0x22 where place.isAfterSpace || place.isBeforeWord: self = .straight
    case 0x27 where place.isAfterSpace && place.isBeforeLetter: self = .apostrophe
    case 0x60 where place.isBeforeWord: self = .backtick
    case 0x201C: self = .curly
    case 0x201D where place.isAfterSpace && place.isBeforeWord: self = .rightCurly
    case 0x201E: self = .low
    case 0x2018 where place.isBeforeLetter || !place.isBeforeWord: self = .single
    case 0x201A where place.isBeforeWord: self = .lowSingle
    case 0xAB: self = .guillemets
    case 0xBB where place.isAfterSpace && place.isBeforeWord: self = .reversedGuillemets
    case 0x2039: self = .angles
    case 0x300C: self = .corners
    case 0x300E: self = .whiteCorners
    case 0x301D: self = .prime
    case 0xFF02: self = .fullWidth
    default: return nil
    }
  }

  /// Whether the closing mark is also an apostrophe, so that an opening one alone says little.
  var isApostrophe: Bool {
    self == .single || self == .lowSingle || self == .backtick || self == .apostrophe
  }

  /// Whether a mark at its place closes a quotation of this style.
  func isClosed(by mark: UInt32, _ place: GapReader.Place) -> Bool {
    switch self {
    case .straight: mark == 0x201D || (mark == 0x22 && !place.looksOpening)
    case .curly: mark == 0x201D || (mark == 0x22 && !place.looksOpening)
    case .low: mark == 0x201C || mark == 0x201D || (mark == 0x22 && !place.looksOpening)
    case .rightCurly: mark == 0x201D || mark == 0x201C
    case .fullWidth: mark == 0xFF02
    case .prime: mark == 0x301E || mark == 0x301F
    case .guillemets: mark == 0xBB
    case .reversedGuillemets: mark == 0xAB
    case .angles: mark == 0x203A
    case .corners: mark == 0x300D
    case .whiteCorners: mark == 0x300F
    case .lowSingle: mark == 0x2018 || (mark == 0x2019 && !place.isBeforeWord)
    case .single, .backtick: (mark == 0x2019 || mark == 0x27) && !place.isBeforeWord
    case .apostrophe: mark == 0x27 && !place.isBeforeWord && !place.isAfterSpace
    }
  }
}
