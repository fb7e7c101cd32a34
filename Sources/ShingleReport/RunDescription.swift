public import Shingle

/// What the manifest says of a run beside its report: versions, input problems, times and sizes.
public struct RunDescription: Sendable, Equatable {
  /// Shingle's version, for instance `1.0.0`.
  public var version: String
  /// Records that became documents.
  public var documentsRead: Int
  /// Records that were skipped.
  public var recordsSkipped: Int
  /// Files and folders that were skipped as a whole.
  public var filesSkipped: Int
  /// The skipped records and files in the order of the input, or the first of them.
  public var skipped: [SkippedInput]
  /// Sentences for the reader of the report, for instance that recall is below what was asked.
  public var warnings: [String]
  /// Times and sizes, the only part that differs between two runs on the same input.
  public var run: RunMeasurements

  /// Creates a description; records skipped are counted from `skipped` unless given.
  public init(
    version: String, documentsRead: Int, recordsSkipped: Int? = nil, filesSkipped: Int = 0,
    skipped: [SkippedInput] = [], warnings: [String] = [],
    run: RunMeasurements = RunMeasurements()
  ) {
    self.version = version
    self.documentsRead = documentsRead
    self.recordsSkipped = recordsSkipped ?? (skipped.count - filesSkipped)
    self.filesSkipped = filesSkipped
    self.skipped = skipped
    self.warnings = warnings
    self.run = run
  }

  /// Records and files that were skipped; more than `skipped` where their list was cut.
  public var skippedCount: Int { recordsSkipped + filesSkipped }
}

/// A record or file that could not be read.
public struct SkippedInput: Sendable, Equatable {
  /// The file, or `-` for standard input.
  public var path: String
  /// The line, counted from 1.
  public var line: Int?
  /// The byte offset, counted from 0.
  public var byte: Int?
  /// A stable word for scripts, for instance `malformed-record`.
  public var code: String
  /// What is wrong, in lower case, without a full stop.
  public var reason: String
  /// What would help.
  public var hint: String?

  /// Creates an account of one.
  public init(
    path: String, line: Int? = nil, byte: Int? = nil, code: String, reason: String,
    hint: String? = nil
  ) {
    self.path = path
    self.line = line
    self.byte = byte
    self.code = code
    self.reason = reason
    self.hint = hint
  }
}

/// Times and sizes of one run, the manifest's `run` block.
public struct RunMeasurements: Sendable, Equatable {
  /// When the run began.
  public var started: Timestamp?
  /// Wall time in seconds.
  public var seconds: Double
  /// Wall time by stage, in the order of the pipeline.
  public var stages: [StageTime]
  /// The largest resident set, in bytes.
  public var peakResidentBytes: Int?
  /// Processors of the host.
  public var cores: Int?
  /// Main memory of the host, in bytes.
  public var memoryBytes: Int?

  /// Creates measurements.
  public init(
    started: Timestamp? = nil, seconds: Double = 0, stages: [StageTime] = [],
    peakResidentBytes: Int? = nil, cores: Int? = nil, memoryBytes: Int? = nil
  ) {
    self.started = started
    self.seconds = seconds
    self.stages = stages
    self.peakResidentBytes = peakResidentBytes
    self.cores = cores
    self.memoryBytes = memoryBytes
  }
}

/// The wall time of one stage.
public struct StageTime: Sendable, Equatable {
  /// The stage, for instance `sketch`.
  public var name: String
  /// Its wall time in seconds.
  public var seconds: Double

  /// Creates a time.
  public init(name: String, seconds: Double) {
    self.name = name
    self.seconds = seconds
  }
}
