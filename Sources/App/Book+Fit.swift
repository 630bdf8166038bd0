import Drawing
import Exercises

extension Book {
  /// What of a step is not in sight at once on a screen, or before an audience; empty where
  /// everything is.
  package func misfits(chapter: Int, step: Int, size: Size) -> [String] {
    let page = page(chapter: chapter, step: step)
    var state = state(size, Progress())
    state.open(.step(chapter: chapter, step: step))
    var misfits = state.isCut ? ["it has to be scrolled"] : []
    if let exercise = page.exercise, exercise.kind == .prediction {
      state = self.state(size, Progress([.predicted(id: exercise.id, isNear: true)]))
      state.open(.step(chapter: chapter, step: step))
      if state.isCut { misfits.append("after the guess it has to be scrolled") }
    }
    if page.scene != nil, !state.showsPicture {
      misfits.append("there is no room for its picture beside the text")
    }
    state.present(chapter: chapter, step: step)
    return misfits + state.misfits.map { "before an audience, \($0)" }
  }

  private func state(_ size: Size, _ progress: Progress) -> AppState {
    AppState(
      book: self, progress: progress, size: size, marks: .braille, theme: .terminal,
      motion: .reduced)
  }
}

extension AppState {
  private var labels: [String] { keys.flatMap(\.hints).map(\.label) }

  /// Whether there is more than can be seen.
  fileprivate var isCut: Bool { labels.contains { $0.hasPrefix("Pg") } }

  /// Whether a picture stands beside the text, where its keys work.
  fileprivate var showsPicture: Bool { labels.contains("space") }
}
