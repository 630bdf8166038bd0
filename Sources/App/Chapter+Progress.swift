import Content
import Exercises

extension Chapter {
  /// The names of the graded items.
  package var items: [String] {
    steps.compactMap(\.exercise).filter { $0.name != Exercise.Kind.prediction.rawValue }
      .compactMap(\.exerciseID)
  }

  /// Which of its steps were seen, or which of its items are passed, in order.
  func standing(in progress: Progress) -> [Bool] {
    switch lesson.kind {
    case .section: steps.indices.map { progress.hasVisited(lesson: key, step: $0 + 1) }
    case .task: items.map { progress.outcome(of: $0) == .pass }
    }
  }
}

extension Book {
  /// The page to go on with in a chapter: the one that was opened last, or else the first.
  func entrance(of chapter: Int, _ progress: Progress) -> Place {
    let content = chapters[chapter]
    let seen = progress.last.flatMap { $0.lesson == content.key ? $0.step - 1 : nil } ?? 0
    return .step(chapter: chapter, step: content.steps.indices.contains(seen) ? seen : 0)
  }
}
