/// The subjects of texts, each read when it is first asked for.
final class Subjects {
  private let read: (Int) -> Subject
  private var known: [Int: Subject] = [:]

  init(read: @escaping (Int) -> Subject) { self.read = read }

  /// Whether two texts are about different things.
  func areUnrelated(_ first: Int, _ second: Int) -> Bool {
    self[first].isUnrelated(to: self[second])
  }

  private subscript(text: Int) -> Subject {
    if let subject = known[text] { return subject }
    let subject = read(text)
    known[text] = subject
    return subject
  }
}
