import Exercises

/// What the learner has done so far: the journal, folded.
package struct Progress: Equatable, Sendable {
  private var visited: [String: Set<Int>] = [:]
  private var predictions: [String: Bool] = [:]
  private var outcomes: [String: Outcome] = [:]
  private var hintLevels: [String: Int] = [:]
  /// The page opened last.
  package private(set) var last: Page?

  /// A page by the name of its lesson, and its step, from 1.
  package struct Page: Equatable, Sendable {
    package let lesson: String
    package let step: Int
  }

  package init(_ entries: [JournalEntry] = []) {
    for entry in entries { add(entry) }
  }

  package mutating func add(_ entry: JournalEntry) {
    switch entry {
    case .visited(let lesson, let step):
      visited[lesson, default: []].insert(step)
      last = Page(lesson: lesson, step: step)
    case .predicted(let id, let isNear): predictions[id] = predictions[id] ?? isNear
    // A pass stays a pass: trying again with other numbers takes nothing away.
    case .graded(let id, let outcome):
      if outcomes[id] != .pass { outcomes[id] = outcome }
    case .hinted(let id, let level): hintLevels[id] = max(level, hintLevels[id] ?? 0)
    case .reset(let id):
      outcomes[id] = nil
      hintLevels[id] = nil
    }
  }

  package func hasVisited(lesson: String, step: Int) -> Bool {
    visited[lesson]?.contains(step) == true
  }

  package func hasPredicted(_ id: String) -> Bool { predictions[id] != nil }

  /// How a graded item stands; `nil` when it was never answered.
  package func outcome(of id: String) -> Outcome? { outcomes[id] }

  package func hintLevel(of id: String) -> Int { hintLevels[id] ?? 0 }

  /// How many numbers were predicted, and how many of them well.
  package var predictionScore: (near: Int, all: Int) {
    (predictions.count { $0.value }, predictions.count)
  }
}
