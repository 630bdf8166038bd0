/// What the name of a lesson's file says: `02-speed-of-light.md`, `task-1-latency-math.md`.
package struct LessonName {
  package let kind: Lesson.Kind
  package let number: Int

  /// - Parameter file: a path, of which only the last part counts.
  package init?(_ file: String) {
    guard let name = file.split(separator: "/").last, name.hasSuffix(".md") else { return nil }
    var words = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
    kind = words.first == "task" ? .task : .section
    if kind == .task { words.removeFirst() }
    guard words.count >= 2, let digits = words.first, digits.count <= 3,
      let number = Int(digits), number >= 0, !words.contains("")
    else { return nil }
    self.number = number
  }
}
