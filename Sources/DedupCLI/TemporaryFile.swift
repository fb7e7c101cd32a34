import ShingleFeeds

extension SpillFile {
  /// In the directory that TMPDIR names, or else in the one for large temporary files.
  convenience init() { self.init(in: Terminal.environment("TMPDIR") ?? "/var/tmp") }

  /// Says why what has no room was kept in memory all the same.
  func sayFailure() {
    guard let failure else { return }
    Terminal.say(
      "shingle: warning: \(failure); the run takes more memory or time than asked "
        + "(TMPDIR names another directory)")
  }
}
