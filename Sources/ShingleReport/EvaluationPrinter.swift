public import Shingle

/// Prints how well a run did, for a reader: figures, and the pairs that went worst.
public struct EvaluationPrinter {
  let evaluation: Evaluation
  let worst: Int
  let texts: PassageTexts

  /// Creates a printer.
  ///
  /// - Parameters:
  ///   - evaluation: what to print.
  ///   - worst: how many wrong and how many missed pairs to show.
  ///   - articles: the articles of the run, as far as the texts of passages are to be shown.
  public init(_ evaluation: Evaluation, worst: Int, articles: [Document]) {
    self.evaluation = evaluation
    self.worst = worst
    texts = PassageTexts(articles)
  }

  /// The tables and lists in columns, in lines of `width` columns where they quote an article.
  public func text(width: Int) -> [UInt8] {
    var text = evaluation.basis.map { "\($0)\n" }.joined()
    for table in evaluation.tables { text += "\n" + table.text }
    for list in lists where !list.misses.isEmpty {
      text += "\n\(list.title)\n"
      for miss in list.shown {
        text += "  \(visibleLine(miss.pair.a))  \(visibleLine(miss.pair.b))\n"
        text += "    \(miss.verdict)\n"
        for passage in texts.passages(of: miss.pair) {
          text += "    " + cut(passage, toColumns: max(20, width - 4)) + "\n"
        }
      }
    }
    return Array(text.utf8)
  }

  /// The tables and lists in CommonMark.
  public var markdown: [UInt8] {
    var text = "# Evaluation\n\n"
    text += evaluation.basis.map { "- \(escapedMarkdown($0))\n" }.joined()
    for table in evaluation.tables { text += "\n" + table.markdown }
    for list in lists where !list.misses.isEmpty {
      text += "\n## \(list.title)\n\n"
      for miss in list.shown {
        text += "- \(escapedMarkdown(miss.pair.a)) and \(escapedMarkdown(miss.pair.b)): "
        text += escapedMarkdown(miss.verdict) + "\n"
        for passage in texts.passages(of: miss.pair) {
          text += "  - \(escapedMarkdown(passage))\n"
        }
      }
    }
    return Array(text.utf8)
  }

  private struct List {
    var title: String
    var misses: [Evaluation.Miss]
    var shown: ArraySlice<Evaluation.Miss>
  }

  private var lists: [List] {
    [
      ("Wrongly called the same copy, the most confident first", evaluation.wrong),
      ("The same copy and not called so, the least confident first", evaluation.missed),
    ].map { title, misses in
      let shown = misses.prefix(worst)
      return List(
        title: "\(title) (\(shown.count) of \(misses.count))", misses: misses, shown: shown)
    }
  }
}

extension Evaluation.Miss {
  /// The run's words beside the labeller's.
  fileprivate var verdict: String {
    let found =
      isWritten
      ? "\(pair.relation.rawValue), confidence \(percent(pair.confidence))" : "not written"
    return "\(found); held to be \(label.rawValue)"
  }
}

/// The texts of passages, as far as their articles are at hand.
struct PassageTexts {
  private var texts: [[UInt8]: String] = [:]

  init(_ articles: [Document]) {
    for article in articles { texts[Array(article.id.utf8)] = article.text }
  }

  /// The longest passages of a pair, in the words of the article that is at hand.
  func passages(of pair: RunResult.Pair) -> [String] {
    let a = texts[Array(pair.a.utf8)]
    guard let text = a ?? texts[Array(pair.b.utf8)] else { return [] }
    let points = CodePoints(text)
    let longest = pair.passages.enumerated().sorted {
      $0.element.words != $1.element.words
        ? $0.element.words > $1.element.words : $0.offset < $1.offset
    }
    return longest.prefix(Self.shown).map { _, passage in
      "\(counted(passage.words, "word")): “\(visibleLine(points[a == nil ? passage.b : passage.a]))”"
    }
  }

  /// The passages shown of a pair: the longest ones tell what it is about.
  private static let shown = 3
}
