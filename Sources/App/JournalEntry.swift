import Exercises

/// One line of the learner's journal: something done, never taken back, only followed by more.
package enum JournalEntry: Equatable, Sendable {
  /// A page was opened; `lesson` is the name of its file without ending, `step` counts from 1.
  case visited(lesson: String, step: Int)
  /// A number was predicted; near means within the prediction's tolerance.
  case predicted(id: String, isNear: Bool)
  case graded(id: String, Outcome)
  /// Hints up to this level were shown.
  case hinted(id: String, level: Int)
  /// The item begins anew.
  case reset(id: String)

  /// The entry as words, without the time: `graded 1.1 pass`.
  package var line: String {
    switch self {
    case .visited(let lesson, let step): "visited \(lesson) \(step)"
    case .predicted(let id, let isNear): "predicted \(id) \(isNear ? "near" : "far")"
    case .graded(let id, let outcome): "graded \(id) \(outcome.rawValue)"
    case .hinted(let id, let level): "hinted \(id) \(level)"
    case .reset(let id): "reset \(id)"
    }
  }

  /// Reads what `line` writes; `nil` for a line of a newer version, which is left alone.
  package init?(parsing line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("visited", 3):
      guard let step = Int(words[2]) else { return nil }
      self = .visited(lesson: words[1], step: step)
    case ("predicted", 3):
      guard ["near", "far"].contains(words[2]) else { return nil }
      self = .predicted(id: words[1], isNear: words[2] == "near")
    case ("graded", 3):
      guard let outcome = Outcome(rawValue: words[2]) else { return nil }
      self = .graded(id: words[1], outcome)
    case ("hinted", 3):
      guard let level = Int(words[2]) else { return nil }
      self = .hinted(id: words[1], level: level)
    case ("reset", 2): self = .reset(id: words[1])
    default: return nil
    }
  }
}
