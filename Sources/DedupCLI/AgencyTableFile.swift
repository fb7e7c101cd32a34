import FoundationEssentials
import Shingle

/// Returns the shipped agencies with those of a file added.
func agencyTable(path: String) throws(CommandFailure) -> AgencyTable {
  guard let bytes = FileManager.default.contents(atPath: path) else {
    throw .inputOutput("\(path): the file of agencies cannot be read")
  }
  do {
    return try AgencyTable.shipped.adding(agencies: Array(bytes))
  } catch {
    let place = [path, error.line.map { String($0) }].compactMap(\.self).joined(separator: ":")
    let key = error.key.map { "\($0): " } ?? ""
    throw .usage("\(place): \(key)\(error.reason); \(error.hint)")
  }
}
