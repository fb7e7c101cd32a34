public import Shingle

/// Documents with the ids `d0`, `d1`, ... and the given texts.
public func documents(_ texts: [String]) -> [Document] {
  texts.enumerated().map { Document(id: "d\($0.offset)", text: $0.element) }
}
