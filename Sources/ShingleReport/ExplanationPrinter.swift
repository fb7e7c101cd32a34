public import Shingle

/// Prints everything that decided about a pair, section by section, for a reader.
public enum ExplanationPrinter {
  /// Prints the explanation, with running text wrapped to `width` columns.
  ///
  /// - Parameters:
  ///   - explanation: What was found of the pair.
  ///   - width: The terminal's columns; at least 40 are used.
  ///   - usesColors: Whether ANSI colours may be written.
  /// - Returns: The text in UTF-8.
  public static func bytes(
    of explanation: Explanation, width: Int = 80, usesColors: Bool = false
  ) -> [UInt8] {
    let page = ExplanationPage(
      explanation: explanation, width: max(width, 40), style: Style(isOn: usesColors))
    let sections = [
      ("Texts", page.texts), ("Similarity", page.similarity), ("Candidates", page.candidates),
      ("Passages", page.passages), ("Credits", page.credits), ("Decision", page.decision),
    ]
    let text = sections.map { name, lines in
      ([page.style.bold(name)] + lines).joined(separator: "\n")
    }
    return Array((text.joined(separator: "\n\n") + "\n").utf8)
  }
}

/// What a pair on its own cannot show.
let pairAloneNote =
  "(A scan also cuts fingerprints that too many of its documents have, and leaves out "
  + "paragraphs that recur across a source; one pair cannot show that.)"

private struct ExplanationPage {
  let explanation: Explanation
  let width: Int
  let style: Style
  let first: CodePoints
  let second: CodePoints

  init(explanation: Explanation, width: Int, style: Style) {
    self.explanation = explanation
    self.width = width
    self.style = style
    first = CodePoints(explanation.a.document.text)
    second = CodePoints(explanation.b.document.text)
  }

  private func line(_ text: String, indent: Int = 2) -> [String] {
    item("", text, indent: indent, width: width)
  }

  var texts: [String] {
    [("A", explanation.a), ("B", explanation.b)].flatMap { letter, text in
      var facts = "\(counted(text.tokens, "word")), "
      facts += "\(counted(text.shingles, "distinct shingle")) of "
      facts += "\(explanation.configuration.shingleLength) words, "
      facts += counted(text.fingerprints, "fingerprint")
      if text.boilerplateTokens > 0 {
        facts += "; \(counted(text.boilerplateTokens, "word")) of page furniture weigh nothing"
      }
      return ["  " + title(letter, text.document, width: width - 2, style)]
        + line(facts, indent: 5)
    }
  }

  var similarity: [String] {
    let pair = explanation.pair
    let exact =
      "\(counted(explanation.sharedShingles, "shingle")) in common: "
      + "Jaccard \(decimalText(pair.jaccard, decimals: 3)), "
      + "\(percent(pair.containmentA)) of A's and \(percent(pair.containmentB)) of B's"
    guard let estimate = explanation.bands.estimatedSimilarity else {
      return line(exact) + line("no signature: a text is shorter than a shingle")
    }
    let slots = explanation.configuration.signatureSize
    return line(exact)
      + line("signatures of \(slots) slots estimate Jaccard \(decimalText(estimate, decimals: 3))")
  }

  var candidates: [String] {
    bands + fingerprints + line(proposal)
      + line(pairAloneNote)
  }

  private var bands: [String] {
    let bands = explanation.bands
    let similarity = decimalText(explanation.configuration.similarity)
    let collideAll = bands.colliding.count == bands.bands
    let numbers = collideAll ? [] : bands.colliding.map { String($0 + 1) }
    return line(
      "bands: \(bands.colliding.count) of \(bands.bands) collide, of "
        + counted(bands.rows, "slot") + " each"
        + (numbers.isEmpty ? "" : ": " + numbers.joined(separator: ", ")))
      + line(
        "at similarity \(similarity) a pair collides with probability "
          + "\(decimalText(bands.expectedRecall, decimals: 4)); at this pair's, "
          + decimalText(bands.probability, decimals: 4), indent: 4)
  }

  private var fingerprints: [String] {
    let evidence = explanation.fingerprints
    let examples = evidence.examples.enumerated().map { index, example in
      let number = "     \(index + 1). "
      let places = "  A \(place(example.a)), B \(place(example.b))"
      let room = max(12, width - number.count - places.count - 2)
      let text = cut(visibleLine(first[example.a]), toColumns: room)
      return "\(number)“\(text)”" + style.dim(places)
    }
    return line(
      "fingerprints: \(evidence.shared) in common; a common run of "
        + "\(counted(evidence.certainRun, "word")) leaves at least one") + examples
  }

  private var proposal: String {
    switch explanation.proposal {
    case .identical: return "a scan needs no comparison: they have the same words throughout"
    case .tooShort: return "a scan does not compare them: one is shorter than a shingle"
    case .none:
      return "a scan does not compare them: no band collides, too few fingerprints in common"
    case .candidate(let sharesBand, let fingerprints):
      let through = [
        sharesBand ? "a band collides" : nil,
        fingerprints > 0 ? "\(counted(fingerprints, "fingerprint")) in common" : nil,
      ].compactMap(\.self).joined(separator: ", ")
      return "a scan compares them: " + through
    }
  }

  private func place(_ range: CodePointRange) -> String { "\(range.start)–\(range.end)" }
}

extension ExplanationPage {
  var passages: [String] {
    let matches = explanation.pair.matches
    guard !matches.isEmpty else { return line("none") }
    return matches.indices.flatMap { passage(matches[$0], number: $0 + 1) }
      + line("prose: " + weight(explanation.prose))
      + line("quotations: " + weight(explanation.quoted))
      + line(
        "\(percent(explanation.a.coverage)) of A's words and \(percent(explanation.b.coverage)) "
          + "of B's stand in these passages, page furniture left out")
  }

  private func passage(_ match: MatchFinding, number: Int) -> [String] {
    let facts =
      "\(counted(match.words, "word")), \(decimalText(match.bits, decimals: 0)) bits, "
      + "\(explanation.manner(of: match)); A \(place(match.a)), B \(place(match.b))"
    var lines = line("[\(number)] " + facts)
    lines += quotation(first[match.a], match.verbatim ? "" : "A ")
    if !match.verbatim { lines += quotation(second[match.b], "B ") }
    return lines
  }

  private func quotation(_ text: String, _ lead: String) -> [String] {
    let indent = "      "
    return wrap("\(lead)“\(visibleLine(text))”", toColumns: width - indent.count).map {
      indent + style.green($0)
    }
  }

  private func weight(_ words: Explanation.SharedWords) -> String {
    guard words.words > 0 else { return "none" }
    return "\(counted(words.words, "word")), \(decimalText(words.bits, decimals: 0)) bits, "
      + "at most \(counted(words.longest, "word")) in one passage"
  }

  var credits: [String] {
    [("A", explanation.a), ("B", explanation.b)].flatMap { letter, text in
      text.credits.isEmpty
        ? line("\(letter)  none")
        : text.credits.flatMap { credit in
          let place = credit.range.end > credit.range.start ? ", \(self.place(credit.range))" : ""
          return line(
            "\(letter)  \(credit.name), \(credit.type.rawValue), \(credit.kind.rawValue): "
              + "“\(visibleLine(credit.quote))”\(place)")
        }
    }
  }

  /// The sums behind the confidence, feature by feature.
  private var score: [String] {
    sum("score", explanation.features) + sum("template score", explanation.templateFeatures)
  }

  private func sum(_ name: String, _ features: [Explanation.WeighedFeature]) -> [String] {
    guard !features.isEmpty else { return [] }
    let sum = features.reduce(0) { $0 + $1.score }
    let parts = features.filter { $0.score != 0 }.map { "\($0.name) \(signed($0.score))" }
    return line("\(name) \(signed(sum)): " + parts.joined(separator: ", "))
  }

  private func signed(_ value: Double) -> String {
    (value < 0 ? "−" : "+") + decimalText(abs(value), decimals: 2)
  }

  var decision: [String] {
    let pair = explanation.pair
    let verdict =
      "  " + style.bold(pair.relation.rawValue)
      + ", confidence \(percent(pair.confidence)) that the two are the same copy"
    return [verdict] + score + pair.reasons.flatMap { item("- ", $0, width: width) }
      + explanation.obstacles.flatMap { item("- but ", $0, width: width) }
      + line("a scan of these two \(explanation.isWritten ? "writes" : "does not write") the pair")
  }
}
