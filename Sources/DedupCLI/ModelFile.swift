import Shingle
import ShingleFeeds

extension RelationModel {
  /// Reads a model from a file.
  init(path: String) throws(CommandFailure) {
    let contents: [UInt8]
    do {
      contents = try WholeFile.contents(of: path)
    } catch {
      throw .inputOutput(error.description)
    }
    do {
      self = try RelationModel(json: contents)
    } catch {
      throw .usage("\(path): \(error.description)")
    }
  }
}
