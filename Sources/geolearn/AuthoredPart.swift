import ArgumentParser

/// What an author can begin with a template.
enum AuthoredPart: String, CaseIterable, ExpressibleByArgument {
  case course, lesson, exercise, topology

  /// The text that a new file begins with.
  func text(_ name: String, title: String, number: Int = 0) -> String {
    (embeddedContent["assets/templates/\(template)"] ?? "")
      .replacing("NAME", with: name).replacing("TITLE", with: title)
      .replacing("NUMBER", with: "\(number)")
  }

  private var template: String {
    switch self {
    case .course: "course.yaml"
    case .lesson: "lesson.md"
    case .exercise: "exercise.md"
    case .topology: "topology.yaml"
    }
  }

  /// Where the file stands in its course.
  func path(_ name: String, number: Int = 0) -> String {
    switch self {
    case .course: CoursePack.rulesFile
    case .lesson: "lessons/\(number < 10 ? "0" : "")\(number)-\(name).md"
    case .exercise: "lessons/task-\(number)-\(name).md"
    case .topology: "assets/topologies/\(name).yaml"
    }
  }

  /// Where an author goes on.
  var advice: String {
    switch self {
    case .course: "what the course is called, and what its learners may be told"
    case .lesson:
      "a section with a picture and a prediction; docs/lesson-format.md says what else can be"
    case .exercise: "a task with a graded number, its wrong answers and its hints"
    case .topology: "three regions and their round trips; a lesson takes it by 'topology:'"
    }
  }
}
