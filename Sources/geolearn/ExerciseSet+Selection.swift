import Content
import Exercises

extension CourseOptions {
  /// Every exercise of the course.
  func exercises(
    _ invocation: Invocation, exam: Bool = false
  ) throws(CommandFailure) -> ExerciseSet {
    try files(invocation, exam: exam).exercises()
  }
}

extension ContentFiles {
  /// Every exercise of the course.
  func exercises() throws(CommandFailure) -> ExerciseSet {
    let course = try course()
    do throws(Diagnostics) {
      return try ExerciseSet(course)
    } catch {
      throw CommandFailure("the course has mistakes\n\(error)", .data)
    }
  }
}

extension ExerciseSet {
  /// The graded items that words name, in the order of the course; all of them without any word.
  func selected(_ names: [String]) throws(CommandFailure) -> [Exercise] {
    guard !graded.isEmpty else {
      throw CommandFailure("the course has no tasks", .data)
    }
    guard !names.isEmpty else { return graded }
    var chosen: Set<String> = []
    for name in names { chosen.formUnion(try selected(name).map(\.id)) }
    return graded.filter { chosen.contains($0.id) }
  }

  private func selected(_ name: String) throws(CommandFailure) -> [Exercise] {
    do throws(SelectionError) {
      return try selection(name)
    } catch {
      throw CommandFailure(error.description, .usage)
    }
  }

  /// The one item that a word names; predictions count too.
  func item(_ name: String) throws(CommandFailure) -> Exercise {
    if let practice = practice.first(where: { $0.id == name }) { return practice }
    let found = try selected(name)
    guard found.count == 1 else {
      throw CommandFailure(
        "'\(name)' is \(found.count) items; name one, such as \(found[0].id)", .usage)
    }
    return found[0]
  }
}

extension [Exercise] {
  /// The tasks that the items belong to, in order.
  var tasks: [String] {
    reduce(into: []) { tasks, exercise in
      if !tasks.contains(exercise.task) { tasks.append(exercise.task) }
    }
  }
}
