public import Shingle

/// Prints `manifest.json`: versions, parameters, counts, skipped records and the run's times.
///
/// Everything outside `run` is the same for the same input, whatever the machine.
public enum ManifestPrinter {
  /// Returns the manifest, indented by 2 spaces.
  public static func bytes(of report: Report, run description: RunDescription) -> [UInt8] {
    var json = JSONWriter(isPretty: true)
    json.beginObject()
    json.key("shingle")
    json.string(description.version)
    json.key("parameters")
    json.quantities(report.configuration.quantities)
    json.key("counts")
    json.counts(report.statistics, description)
    json.key("expected_recall")
    json.real(report.statistics.expectedRecall)
    json.key("largest_buckets")
    json.array(report.statistics.largestBuckets) { $0.integer($1) }
    json.key("skipped")
    json.array(description.skipped) { $0.skipped($1) }
    json.key("warnings")
    json.array(description.warnings) { $0.string($1) }
    json.key("run")
    json.measurements(description.run, threads: report.configuration.threads)
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ statistics: RunStatistics, _ description: RunDescription) {
    beginObject()
    key("documents_read")
    integer(description.documentsRead)
    key("records_skipped")
    integer(description.recordsSkipped)
    key("files_skipped")
    integer(description.filesSkipped)
    quantityMembers(statistics.quantities)
    key("pairs_by_relation")
    beginObject()
    for (relation, count) in statistics.relationCounts {
      key(relation.rawValue)
      integer(count)
    }
    endObject()
    endObject()
  }

  fileprivate mutating func skipped(_ input: SkippedInput) {
    beginObject()
    key("path")
    string(input.path)
    key("line")
    optional(input.line)
    key("byte")
    optional(input.byte)
    key("code")
    string(input.code)
    key("reason")
    string(input.reason)
    key("hint")
    optional(input.hint)
    endObject()
  }

  fileprivate mutating func measurements(_ run: RunMeasurements, threads: Int) {
    beginObject()
    key("started")
    optional(run.started?.description)
    key("seconds")
    real(run.seconds)
    key("stages")
    beginObject()
    for stage in run.stages {
      key(stage.name)
      real(stage.seconds)
    }
    endObject()
    key("threads")
    integer(threads)
    key("peak_rss_bytes")
    optional(run.peakResidentBytes)
    key("host")
    beginObject()
    key("cores")
    optional(run.cores)
    key("memory_bytes")
    optional(run.memoryBytes)
    endObject()
    endObject()
  }

  private mutating func optional(_ value: Int?) {
    guard let value else { return null() }
    integer(value)
  }
}
