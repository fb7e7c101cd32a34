import Shingle
import ShingleFeeds

/// Returns the shipped agencies with those of a file added.
func agencyTable(path: String) throws(CommandFailure) -> AgencyTable {
  let bytes: [UInt8]
  do {
    bytes = try WholeFile.contents(of: path)
  } catch {
    throw .inputOutput(error.description)
  }
  do {
    return try AgencyTable.shipped.adding(agencies: bytes)
  } catch {
    let place = [path, error.line.map { String($0) }].compactMap(\.self).joined(separator: ":")
    let key = error.key.map { "\($0): " } ?? ""
    throw .usage("\(place): \(key)\(error.reason); \(error.hint)")
  }
}
