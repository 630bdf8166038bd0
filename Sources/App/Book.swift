import Content
import Drawing
import Exercises
import GeoModel
import Scenes

/// The course, ready to be read: every page with its parts in their places.
package struct Book: Sendable {
  /// Sections first, then tasks.
  package let chapters: [Chapter]
  package let catalog: SceneCatalog

  /// - Throws: every directive that cannot be read, with its place.
  package init(course: Course, map: WorldMap) throws(Diagnostics) {
    var mistakes: [Diagnostic] = []
    catalog = SceneCatalog(atlas: course.atlas, map: map)
    chapters = course.lessons.map { lesson in
      Chapter(
        lesson: lesson,
        steps: lesson.steps.map { step in
          do throws(Diagnostic) {
            return try StepPage(step, of: lesson, atlas: course.atlas)
          } catch {
            mistakes.append(error)
            return StepPage(title: step.title)
          }
        })
    }
    if !mistakes.isEmpty { throw Diagnostics(mistakes) }
  }

  /// The page with a graded item or a prediction of that name.
  package func place(of id: String) -> Place? {
    for (chapter, content) in chapters.enumerated() {
      for (step, page) in content.steps.enumerated() where page.exercise?.id == id {
        return .step(chapter: chapter, step: step)
      }
    }
    return nil
  }
}

/// A section or a task.
package struct Chapter: Sendable {
  package let lesson: Lesson
  package let steps: [StepPage]

  /// The name under which the journal knows it: `02-speed-of-light`.
  package var key: String {
    let name = lesson.file.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }

  /// `2  The speed of light`, or `Task 1  Latency math`.
  package var heading: String { heading(labelWidth: 0) }

  /// The heading with its title behind a label of at least so many columns, for lists.
  func heading(labelWidth: Int) -> String {
    label + String(repeating: " ", count: max(0, labelWidth - label.count)) + "  \(lesson.title)"
  }

  package var label: String {
    switch lesson.kind {
    case .section: "\(lesson.number)"
    case .task: "Task \(lesson.number)"
    }
  }
}

/// One page: prose, perhaps a question, perhaps a picture, perhaps a correction of the handout.
package struct StepPage: Sendable {
  package let title: String
  /// What stands before the question, or everything where there is none.
  package private(set) var prose: [Block] = []
  /// What is shown once the question is answered.
  package private(set) var revealed: [Block] = []
  package private(set) var exercise: Exercise?
  package private(set) var scene: Directive?
  package private(set) var erratum: Erratum?
  /// The topology where a directive names none.
  package private(set) var topology = ""

  init(title: String) {
    self.title = title
  }

  init(_ step: Step, of lesson: Lesson, atlas: Atlas) throws(Diagnostic) {
    title = step.title
    topology = lesson.topology
    for block in step.blocks {
      guard case .directive(let directive) = block else {
        if exercise == nil { prose.append(block) } else { revealed.append(block) }
        continue
      }
      try add(directive, of: lesson, atlas: atlas)
    }
  }

  private mutating func add(_ directive: Directive, of lesson: Lesson, atlas: Atlas)
    throws(Diagnostic)
  {
    let isTaken =
      switch directive.kind {
      case "scene": scene != nil
      case "exercise": exercise != nil
      default: erratum != nil
      }
    if isTaken {
      throw Diagnostic(
        file: directive.file, line: directive.line, column: 1,
        message: "this step has a second \(directive.kind); a step holds one: begin a new step")
    }
    switch directive.kind {
    case "scene": scene = directive
    case "exercise":
      exercise = try Exercise(directive, topology: lesson.topology, atlas: atlas)
    default:
      erratum = try Erratum(
        directive, topology: Self.topology(of: lesson, directive, atlas), atlas: atlas)
    }
  }

  private static func topology(of lesson: Lesson, _ directive: Directive, _ atlas: Atlas)
    throws(Diagnostic) -> Topology
  {
    do {
      return try atlas.topology(named: lesson.topology)
    } catch {
      throw Diagnostic(
        file: directive.file, line: directive.line, column: 1, message: error.description)
    }
  }
}
