import Shingle

/// A moment as the page shows it.
enum PageTime {
  /// The values for a `<time>` element, or `false`.
  static func values(_ time: Timestamp?) -> Any {
    guard let time else { return false }
    return ["machine": time.description, "shown": shown(time)] as PageTemplates.Values
  }

  /// `2019-10-04 09:12 UTC`, or the bare day.
  static func shown(_ time: Timestamp) -> String {
    let text = time.description
    guard !time.isDayOnly, let day = text.split(separator: "T").first else { return text }
    return "\(day) \(text.dropFirst(day.utf8.count + 1).prefix(5)) UTC"
  }

  /// How much later a moment is than the first: `+36 min`, `+4 h 15 min`, `+3 d 2 h`; nil for less
  /// than a minute, and for less than a day where only the day is known.
  static func lag(of time: Timestamp, after first: Timestamp) -> String? {
    let minutes = (time.secondsSince1970 - first.secondsSince1970) / 60
    let (hours, days) = (minutes / 60, minutes / 1440)
    if time.isDayOnly || first.isDayOnly { return days < 1 ? nil : "+\(days) d" }
    if days >= 2 { return "+\(days) d \(hours % 24) h" }
    if hours >= 1 { return "+\(hours) h \(minutes % 60) min" }
    return minutes < 1 ? nil : "+\(minutes) min"
  }
}
