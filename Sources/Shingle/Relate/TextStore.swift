/// The texts that take part in pairs, made ready for comparison a block at a time; of each only an
/// outline stays. A text that is wanted again comes back from a spill storage, and is read anew
/// where there is none.
struct TextStore: Sendable {
  /// What is kept of each text that was made ready.
  private(set) var outlines: [TextOutline?]
  private let reader: TextReader
  private let spill: (any SpillStorage)?
  /// Where the texts were spilled.
  private var places: [SpillPlace?]

  private struct SpillPlace: Sendable {
    var start: Int
    var byteCount: Int
  }

  /// Texts that are in memory now, by their documents.
  struct Loaded: Sendable {
    fileprivate let lower: Int
    fileprivate var texts: [AnalyzedText?]

    subscript(document: some BinaryInteger) -> AnalyzedText {
      guard let text = texts[Int(document) - lower] else {
        preconditionFailure("the text of document \(document) is not loaded")
      }
      return text
    }
  }

  /// Spills the texts that may be wanted again, where a storage is given.
  init(_ reader: TextReader, spill: (any SpillStorage)?) {
    self.reader = reader
    self.spill = spill
    outlines = [TextOutline?](repeating: nil, count: reader.documents.count)
    places = [SpillPlace?](repeating: nil, count: spill == nil ? 0 : reader.documents.count)
  }

  /// Makes texts ready: those of `documents`, ascending; `again` says whether they may be wanted
  /// once more.
  ///
  /// - Complexity: O(*n* log *n*) for *n* words.
  mutating func load(_ documents: [Int], again: Bool) -> Loaded {
    guard let first = documents.first, let last = documents.last else {
      return Loaded(lower: 0, texts: [])
    }
    let (reader, spill, places, outlines) = (reader, spill, places, outlines)
    let configuration = reader.configuration
    let parts = parallelMap(
      documents.count, threads: configuration.threads, scratch: Sketcher(configuration)
    ) { sketcher, index in
      let document = documents[index]
      if let spill, let place = places[document],
        let bytes = spill.bytes(at: place.start, count: place.byteCount)
      {
        return Part(text: AnalyzedText(spilled: bytes))
      }
      let (text, outline) = reader.text(document, &sketcher)
      var part = Part(text: text, outline: outlines[document] == nil ? outline : nil)
      if again, let spill {
        let bytes = text.spilled
        part.place = spill.put(bytes).map { SpillPlace(start: $0, byteCount: bytes.count) }
      }
      return part
    }
    var loaded = Loaded(
      lower: first, texts: [AnalyzedText?](repeating: nil, count: last - first + 1))
    for (document, part) in zip(documents, parts) {
      loaded.texts[document - first] = part.text
      if let outline = part.outline { self.outlines[document] = outline }
      if let place = part.place { self.places[document] = place }
    }
    return loaded
  }

  private struct Part: Sendable {
    var text: AnalyzedText
    var outline: TextOutline?
    var place: SpillPlace?
  }

  /// Outlines the texts that were not compared and of which something is reported all the same:
  /// those that others stand for in a group, and those with recurring parts.
  mutating func outlineOthers(_ groups: [[UInt32]]) {
    let reader = reader
    guard reader.configuration.findsPassages else { return }
    var isWanted = outlines.indices.map { reader.hasRecurringParts($0) }
    for group in groups { for document in group { isWanted[Int(document)] = true } }
    let missing = outlines.indices.filter { isWanted[$0] && outlines[$0] == nil }
    let found = parallelMap(
      missing.count, threads: reader.configuration.threads,
      scratch: Sketcher(reader.configuration)
    ) { sketcher, index in reader.outline(missing[index], &sketcher) }
    for (document, outline) in zip(missing, found) { outlines[document] = outline }
  }

  /// The outline of a text that was made ready.
  subscript(document: Int) -> TextOutline {
    guard let outline = outlines[document] else {
      preconditionFailure("document \(document) takes part in no pair")
    }
    return outline
  }

  /// Reads a text once more for what only few are asked.
  func text(_ document: Int) -> AnalyzedText {
    var sketcher = Sketcher(reader.configuration)
    return reader.text(document, &sketcher).0
  }
}
