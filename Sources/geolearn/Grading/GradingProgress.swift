import Drawing
import Exercises
import Foundation

/// Tells how far a grading has come: a bar on a terminal, else a line for each learner.
struct GradingProgress {
  let isTerminal: Bool
  let marks: Marks
  let count: Int
  let say: (String) -> Void

  init(_ invocation: Invocation, count: Int, say: @escaping (String) -> Void) {
    isTerminal = invocation.isErrorTerminal && !invocation.isDumb
    marks = invocation.capabilities.marks
    self.count = count
    self.say = say
  }

  func begin(known: Int, of count: Int) {
    guard known > 0 else { return }
    say("\(known) of \(count) were graded before, and their answers have not changed\n")
  }

  func advance(to known: Int, name: String, verdicts: [Verdict]) {
    guard isTerminal else {
      let score = verdicts.reduce(0) { $0 + $1.score }
      let maxScore = verdicts.reduce(0) { $0 + $1.maxScore }
      let unsure = verdicts.contains { $0.outcome == .error } ? ", could not all be judged" : ""
      return say("\(name.presentable): \(score) of \(maxScore) points\(unsure)\n")
    }
    // The line is written over; what is left of the last one is cleared.
    say(
      "\r\(bar(known))  \(known) of \(count)  \(name.presentable.prefix(Self.longestName))\u{1B}[K")
  }

  func end() {
    if isTerminal { say("\r\u{1B}[K") }
  }

  private static let longestName = 24
  private static let width = 30

  private func bar(_ known: Int) -> String {
    let filled = count == 0 ? 0 : Self.width * known / count
    let (full, empty) = marks == .ascii ? ("#", ".") : ("█", "░")
    return String(repeating: full, count: filled)
      + String(repeating: empty, count: Self.width - filled)
  }
}
