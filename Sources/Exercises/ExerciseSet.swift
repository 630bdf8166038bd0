import Content

/// The exercises of a course.
package struct ExerciseSet: Sendable {
  /// What is graded: the estimates and choices of the tasks, in the order of the course.
  package let graded: [Exercise]
  /// Everything else: predictions, and what sections ask in passing.
  package let practice: [Exercise]

  /// Reads every exercise of a course.
  ///
  /// - Throws: every block that cannot be read, and every name that is there twice.
  package init(_ course: Course) throws(Diagnostics) {
    var graded: [Exercise] = []
    var practice: [Exercise] = []
    var mistakes: [Diagnostic] = []
    for lesson in course.lessons {
      for directive in lesson.outline.compactMap(\.exercise) {
        do throws(Diagnostic) {
          let exercise = try Exercise(
            directive, topology: lesson.topology, atlas: course.atlas, policy: course.policy)
          let isGraded = lesson.kind == .task && exercise.kind != .prediction
          if isGraded { graded.append(exercise) } else { practice.append(exercise) }
          if isGraded { try Self.checkName(exercise, task: lesson.number) }
        } catch {
          mistakes.append(error)
        }
      }
    }
    mistakes += Self.repeatedNames(graded + practice)
    guard mistakes.isEmpty else { throw Diagnostics(mistakes) }
    self.graded = graded
    self.practice = practice
  }

  private static func checkName(_ exercise: Exercise, task: Int) throws(Diagnostic) {
    guard !exercise.id.hasPrefix("\(task).") else { return }
    throw Diagnostic(
      file: exercise.file, line: exercise.line,
      message: "id is \(exercise.id); in task \(task) it must begin with '\(task).'")
  }

  private static func repeatedNames(_ exercises: [Exercise]) -> [Diagnostic] {
    exercises.indices.compactMap { index in
      let exercise = exercises[index]
      guard let twin = exercises[..<index].first(where: { $0.id == exercise.id }) else {
        return nil
      }
      return Diagnostic(
        file: exercise.file, line: exercise.line,
        message: "the exercise \(exercise.id) is in \(twin.file):\(twin.line) already")
    }
  }
}

extension ExerciseSet {
  /// The graded exercises that a word names: `1` or `task1` for a task, `1.3b` for one item.
  package func selection(_ name: String) throws(SelectionError) -> [Exercise] {
    let word = name.lowercased().replacing("-", with: "").replacing("task", with: "")
    let selected = graded.filter { $0.id == word || $0.id.hasPrefix("\(word).") }
    guard selected.isEmpty else { return selected }
    throw SelectionError(name: name, known: names)
  }

  /// Every name that ``selection(_:)`` knows, tasks before their items.
  package var names: [String] {
    graded.reduce(into: []) { names, exercise in
      let task = "task\(exercise.id.prefix { $0 != "." })"
      if !names.contains(task) { names.append(task) }
      names.append(exercise.id)
    }
  }
}

/// No graded exercise has the name.
package struct SelectionError: Error, Equatable, Sendable, CustomStringConvertible {
  package let name: String
  package let known: [String]

  package var description: String {
    "no exercise is called '\(name.presentable)'; \(suggestion(for: name, in: known))"
  }
}
