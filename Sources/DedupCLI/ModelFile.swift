import Shingle
import ShingleFeeds

extension RelationModel {
  /// Reads a model from a file.
  init(path: String) throws(CommandFailure) {
    let contents: [UInt8]
    do {
      contents = try WholeFile.contents(of: path, limit: Self.mostBytes)
    } catch {
      throw .inputOutput(error.description)
    }
    do {
      self = try RelationModel(json: contents)
    } catch {
      throw .usage("\(path): \(error.description)")
    }
  }

  /// A model is a page of text; a file as large as this is none.
  private static let mostBytes = 1 << 20
}
