/// Returns up to five names that a mistyped one may have meant, the likeliest first: those that
/// hold it, and those at most a third of its length in edits away.
///
/// - Complexity: O(*n* · *l*²) for *n* names of *l* bytes, cut after 100.
package func similarNames(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.utf8.prefix(100))
  let most = max(2, wanted.count / 3)
  let near = names.compactMap { candidate -> (distance: Int, name: String)? in
    let bytes = Array(candidate.utf8.prefix(100))
    if wanted.count >= 3, candidate.utf8.count > wanted.count, holds(candidate, name) {
      return (0, candidate)
    }
    guard abs(bytes.count - wanted.count) <= most else { return nil }
    let distance = editDistance(wanted, bytes)
    return distance <= most ? (distance, candidate) : nil
  }
  let sorted = near.sorted {
    $0.distance != $1.distance
      ? $0.distance < $1.distance : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
  }
  return sorted.prefix(5).map(\.name)
}

/// Returns a name as a message shows it: '' for an empty one, and of a long one the beginning.
package func shortened(_ name: String) -> String {
  if name.isEmpty { return "''" }
  let scalars = name.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 60, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return name }
  return String(scalars[..<end]) + "..."
}

/// Returns a hint for a name that is none of a few known ones: the one that it may have meant, a
/// mistyped or shortened one, or else all of them.
func hint(for name: String, among known: [String]) -> String {
  let similar = name.isEmpty ? [] : similarNames(to: name, among: known)
  let meant = similar.first ?? known.first { isAbbreviation(name, of: $0) }
  return meant.map { "did you mean '\($0)'?" }
    ?? "known are \(known.map { "'\($0)'" }.joined(separator: ", "))"
}

/// Whether a name is what is left of another when letters behind the first are left out: 'tmpl'.
private func isAbbreviation(_ name: String, of known: String) -> Bool {
  guard name.utf8.count > 1, name.utf8.first == known.utf8.first else { return false }
  var rest = known.utf8[...]
  return name.utf8.allSatisfy { byte in
    guard let place = rest.firstIndex(of: byte) else { return false }
    rest = rest[rest.index(after: place)...]
    return true
  }
}

/// Whether the bytes of a name stand in another's, in the first 1,000 of which they are looked for.
private func holds(_ candidate: String, _ name: String) -> Bool {
  let (text, part) = (Array(candidate.utf8.prefix(1000)), Array(name.utf8))
  return text.indices.contains { text[$0...].starts(with: part) }
}

/// Returns the least number of bytes to insert, delete or replace.
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var row = Array(0...second.count)
  for (i, byte) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let replaced = diagonal + (byte == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[second.count]
}
