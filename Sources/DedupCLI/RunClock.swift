import Glibc
import Shingle
import ShingleReport

/// Times the stages of a run and shows them on a terminal as they begin.
struct RunClock {
  private let started: Timestamp
  private let start = ContinuousClock.now
  private var stages: [StageTime] = []
  private var current: (name: String, since: ContinuousClock.Instant)?
  private let showsProgress: Bool

  init(showsProgress: Bool) {
    started = Timestamp(secondsSince1970: Int64(time(nil)))
    self.showsProgress = showsProgress
  }

  /// Ends the stage at hand and begins another.
  mutating func begin(_ stage: String) {
    end()
    current = (stage, .now)
    if showsProgress { Terminal.progress("\(stage) ...") }
  }

  /// Ends the stage at hand.
  mutating func end() {
    guard let (name, since) = current else { return }
    stages.append(StageTime(name: name, seconds: seconds(since: since)))
    current = nil
    if showsProgress { Terminal.progress("") }
  }

  /// The times and sizes up to now.
  func measurements() -> RunMeasurements {
    var usage = rusage()
    let isKnown = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
    let pages = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return RunMeasurements(
      started: started, seconds: seconds(since: start), stages: stages,
      peakResidentBytes: isKnown ? usage.ru_maxrss * 1024 : nil,
      cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)), memoryBytes: pages)
  }

  private func seconds(since instant: ContinuousClock.Instant) -> Double {
    let duration = (ContinuousClock.now - instant).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }
}

extension Terminal {
  /// Replaces the progress line on standard error.
  static func progress(_ text: String) {
    tell("\r\u{1B}[K\(text)")
  }
}
