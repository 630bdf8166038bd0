import Content
import Exercises

/// How far the learner has come, as text: for a pipe, and at the beginning of the plain reader.
package struct PlainStatus {
  let book: Book
  let progress: Progress

  package init(book: Book, progress: Progress) {
    self.book = book
    self.progress = progress
  }

  /// Sections and tasks, one in a line, and what to do next.
  package var text: String {
    let lines = book.chapters.map { "  \($0.heading): \(standing(of: $0))" }
    return """
      geolearn: \(book.title)

      \(lines.joined(separator: "\n"))

      \(score)\(advice)

      """
  }

  /// `4 of 9 steps`, `done`, or how long it will take.
  func standing(of chapter: Chapter) -> String {
    let (done, all) = count(chapter)
    let unit = chapter.lesson.kind == .section ? "steps" : "items"
    if all > 0, done == all { return "done" }
    if done > 0 { return "\(done) of \(all) \(unit)" }
    return "\(all) \(unit), \(chapter.lesson.minutes) minutes"
  }

  private func count(_ chapter: Chapter) -> (done: Int, all: Int) {
    let standing = chapter.standing(in: progress)
    return (standing.count(where: \.self), standing.count)
  }

  private var score: String {
    let (near, all) = progress.predictionScore
    return all > 0 ? "You predicted \(near) of \(all) within 20 %.\n" : ""
  }

  private var advice: String {
    guard let chapter = book.chapters.first(where: { count($0).done < count($0).all }) else {
      return "Everything is done."
    }
    let begun = count(chapter).done > 0 ? "go on with" : "begin with"
    switch chapter.lesson.kind {
    case .section:
      let number = chapter.lesson.number
      return "Next: \(begun) section \(number): geolearn learn \(number)"
    case .task:
      let item = chapter.items.first { progress.outcome(of: $0) != .pass }
      return "Next: \(begun) task \(chapter.lesson.number): geolearn learn \(item ?? "")"
    }
  }
}
