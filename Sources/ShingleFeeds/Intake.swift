public import Shingle

/// What a reader took in: the documents in the order of reading, and an account of the rest.
///
/// `documents.count + recordsSkipped == recordsRead`.
public struct Intake: Sendable, Equatable {
  /// The documents, each with an id of its own.
  public internal(set) var documents: [Document] = []
  /// The first problems of each severity, as many as ``ReaderLimits/maximumProblems``, in the order
  /// of the input.
  public internal(set) var problems: [InputProblem] = []
  /// How often each kind of problem arose, those beyond `problems` included.
  public internal(set) var problemCounts: [InputProblem.Code: Int] = [:]
  /// The records found, good or bad: lines that are not blank, and text files.
  public internal(set) var recordsRead = 0
  /// The records left out.
  public internal(set) var recordsSkipped = 0
  /// The warnings: doubts about records that were read all the same.
  public internal(set) var warnings = 0
  /// The files opened, standard input among them.
  public internal(set) var filesRead = 0
  /// The files and folders left out as a whole.
  public internal(set) var filesSkipped = 0
  /// The bytes read.
  public internal(set) var bytesRead = 0
  private var kept: [InputProblem.Severity: Int] = [:]
  /// The files in which texts were left.
  var sources = TextSources()

  /// Creates an intake of nothing.
  public init() {}

  /// The first file in which texts were left that has been written to since: what was made of its
  /// articles is of no use, or not of all.
  public var changedFile: String? { sources.files.first { $0.hasChanged }?.path }

  /// Whether anything was left out.
  public var isPartial: Bool { recordsSkipped > 0 || filesSkipped > 0 }

  /// Counts a problem and keeps it while there is room for its severity: a thousand odd dates must
  /// not crowd out the one record that was left out.
  mutating func note(_ problem: InputProblem, keepingAtMost maximum: Int) {
    problemCounts[problem.code, default: 0] += 1
    if problem.severity == .warning { warnings += 1 }
    guard kept[problem.severity, default: 0] < maximum else { return }
    kept[problem.severity, default: 0] += 1
    problems.append(problem)
  }
}

/// The files in which texts were left. Where texts stand makes no difference between two intakes.
struct TextSources: Sendable, Equatable {
  var files: [RecordTexts] = []

  /// The files that are kept open at most: of more, as an archive may have, texts are held. A
  /// process may have 1,024 files open by default.
  static let mostOpen = 64

  static func == (left: TextSources, right: TextSources) -> Bool { true }
}
