import Content
import Drawing
import Exercises
import Scenes

/// The course, ready to be read: every page is put together when it is first opened.
package struct Book: Sendable {
  /// Sections first, then tasks.
  package let chapters: [Chapter]
  package let catalog: SceneCatalog
  /// What the teacher allows.
  private let policy: CoursePolicy
  /// What the menu is headed by.
  var title: String {
    (policy.isExam ? "Exam: " : "") + courseTitle
  }
  private let courseTitle: String
  private let shelf = Shelf()

  /// - Parameter map: the land on which maps are drawn.
  package init(course: Course, map: WorldMap) {
    catalog = SceneCatalog(atlas: course.atlas, map: map)
    chapters = course.lessons.map { Chapter(lesson: $0) }
    policy = course.policy
    courseTitle = course.title
  }

  /// The page, or where it cannot be read, one that says why.
  package func page(chapter: Int, step: Int) -> StepPage {
    do throws(Diagnostics) {
      return try page(step, of: chapter)
    } catch {
      return StepPage(title: chapters[chapter].steps[step].title, mistakes: error)
    }
  }

  /// Every page, in order.
  ///
  /// - Throws: everything that cannot be read, with its place.
  package func pages() throws(Diagnostics) -> [StepPage] {
    var pages: [StepPage] = []
    var mistakes: [Diagnostic] = []
    for chapter in chapters.indices {
      for step in chapters[chapter].steps.indices {
        do throws(Diagnostics) {
          pages.append(try page(step, of: chapter))
        } catch {
          mistakes += error.all
        }
      }
    }
    guard mistakes.isEmpty else { throw Diagnostics(mistakes) }
    return pages
  }

  private func page(_ step: Int, of chapter: Int) throws(Diagnostics) -> StepPage {
    let (lesson, policy) = (chapters[chapter].lesson, policy)
    return try shelf.page(chapter: chapter, step: step) { () throws(Diagnostics) in
      let step = try lesson.step(at: step)
      do throws(Diagnostic) {
        return try StepPage(step, of: lesson, policy)
      } catch {
        throw Diagnostics([error])
      }
    }
  }

  /// The page with a graded item or a prediction of that name.
  package func place(of id: String) -> Place? {
    for (chapter, content) in chapters.enumerated() {
      for (step, outline) in content.steps.enumerated() where outline.exercise?.exerciseID == id {
        return .step(chapter: chapter, step: step)
      }
    }
    return nil
  }
}

/// A section or a task.
package struct Chapter: Sendable {
  package let lesson: Lesson

  /// What is known of its pages before they are opened.
  package var steps: [StepOutline] { lesson.outline }

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
  /// Where the title stands in the lesson's file.
  package private(set) var line = 1
  /// What stands before the question, or everything where there is none.
  package private(set) var prose: [Block] = []
  /// What is shown once the question is answered.
  package private(set) var revealed: [Block] = []
  package private(set) var exercise: Exercise?
  package private(set) var scene: Directive?
  package private(set) var erratum: Erratum?
  /// The topology where a directive names none.
  package private(set) var topology = ""
  /// For the speaker; empty when there are none.
  package private(set) var notes = ""

  /// A page that says why it cannot be read.
  init(title: String, mistakes: Diagnostics) {
    self.title = title
    prose = mistakes.all.map { .paragraph([.text($0.description)]) }
  }

  init(_ step: Step, of lesson: Lesson, _ policy: CoursePolicy) throws(Diagnostic) {
    title = step.title
    line = step.line
    topology = lesson.topology
    notes = step.notes
    for block in step.blocks {
      guard case .directive(let directive) = block else {
        if exercise == nil { prose.append(block) } else { revealed.append(block) }
        continue
      }
      try add(directive, of: lesson, policy)
    }
  }

  /// What there is to see once the question has been answered: everything, where there is none.
  var conclusion: StepPage {
    var page = self
    page.prose = exercise == nil ? prose : revealed
    page.scene = scene ?? exercise?.scene
    (page.exercise, page.revealed) = (nil, [])
    return page
  }

  private mutating func add(
    _ directive: Directive, of lesson: Lesson, _ policy: CoursePolicy
  ) throws(Diagnostic) {
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
    case "exercise": exercise = try Self.exercise(directive, of: lesson, policy)
    default: erratum = try lesson.erratum(directive)
    }
  }

  private static func exercise(
    _ directive: Directive, of lesson: Lesson, _ policy: CoursePolicy
  ) throws(Diagnostic) -> Exercise {
    let exercise = try Exercise(
      directive, topology: lesson.topology, atlas: lesson.atlas, policy: policy)
    guard exercise.id == directive.exerciseID else {
      throw Diagnostic(
        file: directive.file, line: directive.line, column: 1,
        message: "the id is found before the page is read; write it as in 'id: \(exercise.id)'")
    }
    return lesson.kind == .task && exercise.kind != .prediction ? exercise.personal : exercise
  }
}

extension Directive {
  /// The name of an exercise, without reading the rest of it.
  var exerciseID: String? { text(of: "id") }
}
