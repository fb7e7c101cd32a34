/// Names of outlets that are written as one word: addresses, call signs, letters.
extension OutletSpotter {
  /// `harbourtown.com`, or `Harbourtown. com` as tokenised texts print it.
  func address(endingAt position: Int) -> Spotted? {
    guard position > floor, isDomain(position) else { return nil }
    var lower = position - 1
    while lower > floor, gaps.gap(before: lower).elementsEqual([0x2E]), position - lower < 3 {
      lower -= 1
    }
    // An address in full, with its path, is a link and nobody who says something.
    guard !gaps.gap(before: lower).contains(0x2F), !gaps.gap(before: position + 1).contains(0x2F),
      !gaps.word(lower, is: "www")
    else { return nil }
    let range = TokenRange(lower, position + 1)
    return Spotted(name: range, tokens: range, trait: .address)
  }

  /// `7News`, `MailOnline`: a head within one word that has a digit or a capital inside; or the
  /// call sign of an American station, `WXYZ-TV`.
  func glued(at position: Int) -> Spotted? {
    guard gaps.hasInnerMark(position) else { return nil }
    let range = TokenRange(position, position + 1)
    // `WSB-TV`: letters too few for a call sign by themselves.
    if gaps.isShortCallSign(position), isBroadcast(position + 1),
      gaps.gap(before: position + 1).contains(0x2D)
    {
      let name = TokenRange(position, position + 2)
      return Spotted(name: name, tokens: name, trait: .strongHead)
    }
    if gaps.isCallSign(position), !words.noCallSigns.contains(tokens.hashes[position]) {
      let next = position + 1
      let isStation = isBroadcast(next)
      let name = isStation ? TokenRange(position, next + 1) : range
      return Spotted(name: name, tokens: name, trait: isStation ? .strongHead : .station)
    }
    if gaps.isNumberedStation(position) {
      return Spotted(name: range, tokens: range, trait: .station)
    }
    if gaps.isLetters(position), followsTold(position) {
      return Spotted(name: range, tokens: range, trait: .letters)
    }
    let lastWord = gaps.lastWordLength(position)
    let isGlued =
      words.suffixes.contains { gaps.ends(position, with: $0) }
      || lastWord > 1
        && words.weakSuffixes.contains {
          $0.count == lastWord && gaps.ends(position, with: $0)
        }
    guard isGlued, !isDomain(position + 1) else { return nil }
    return Spotted(name: range, tokens: range, trait: .glued)
  }

  /// Whether `told` stands right before a token, without an article: `told WQX`. Authorities are
  /// told things too, but "the FBI" is.
  private func followsTold(_ position: Int) -> Bool {
    position > floor && gaps.isSpace(before: position)
      && gaps.word(position - 1, isOneOf: ["told", "tells", "telling"])
      && !(position + 1 < tokens.count && gaps.isSpace(before: position + 1)
        && gaps.isCapital(position + 1))
  }

  private func isBroadcast(_ position: Int) -> Bool {
    position < tokens.count && gaps.word(position, isOneOf: ["TV", "FM", "AM"])
      && joins(position)
  }

  /// Whether a token ends a web address that the one before is part of.
  func isDomain(_ position: Int) -> Bool {
    guard position < tokens.count, let domain = words.domains[tokens.hashes[position]],
      gaps.isLowerCase(position)
    else { return false }
    let gap = gaps.gap(before: position)
    return gap.elementsEqual([0x2E]) || domain == .general && gap.elementsEqual([0x2E, 0x20])
  }
}
