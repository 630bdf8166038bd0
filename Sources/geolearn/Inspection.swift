import App
import Content
import Drawing
import Exercises
import Scenes

/// What is wrong with a course, and how much of it was tried.
struct Inspection {
  /// In the order of files and lines.
  private(set) var diagnostics: [Diagnostic] = []
  private var lessons = 0
  private var scenes = 0
  private var items = 0

  init(_ files: ContentFiles) {
    do throws(Diagnostics) {
      let course = try files.governedCourse()
      lessons = course.lessons.count
      diagnostics += course.warnings
      let book = Book(course: course, map: try files.map())
      try inspect(book)
      _ = try ExerciseSet(course)
      for (path, text) in files.demos { inspect(demo: text, file: path, in: book) }
    } catch {
      diagnostics += error.all
    }
    diagnostics = Diagnostics(diagnostics).all
  }

  /// Reads a topology that the course does not have.
  mutating func inspect(topology text: String, file: String) {
    do throws(Diagnostics) {
      diagnostics += try TopologyFile.parse(text, file: file).warnings
    } catch {
      diagnostics += error.all
    }
  }

  var mistakes: Int { diagnostics.count { $0.severity == .error } }

  /// `2 lessons, 20 scenes, 12 items: no mistakes, 2 warnings`
  var summary: String {
    let warnings = diagnostics.count - mistakes
    let tried = "\(lessons.of("lesson")), \(scenes.of("scene")), \(items.of("item"))"
    return "\(tried): \(mistakes.of("mistake")), \(warnings.of("warning"))"
  }

  /// Plays a demo, and takes what is not as it expects for a mistake.
  private mutating func inspect(demo text: String, file: String, in book: Book) {
    do throws(Diagnostics) {
      let demo = try Demo(parsing: text, file: file, atlas: book.catalog.atlas)
      do throws(Diagnostic) {
        diagnostics += try DemoRun(demo, book: book).failures
      } catch {
        diagnostics.append(error)
      }
    } catch {
      diagnostics += error.all
    }
  }

  private mutating func inspect(_ book: Book) throws(Diagnostics) {
    for page in try book.pages() {
      if let scene = page.scene { inspect(scene, of: page, in: book) }
      guard let exercise = page.exercise else { continue }
      items += 1
      diagnostics += exercise.selfTest()
      if let scene = exercise.scene { inspect(scene, of: page, in: book) }
    }
  }

  private mutating func inspect(_ scene: Directive, of page: StepPage, in book: Book) {
    scenes += 1
    for setting in scene.everySetting {
      do throws(Diagnostic) {
        _ = try book.catalog.stage(setting, topology: page.topology)
      } catch {
        if !diagnostics.contains(error) { diagnostics.append(error) }
      }
    }
  }
}

extension Directive {
  /// More combinations than this nobody waits for; each knob is then turned alone.
  private static let mostCombinations = 1000

  /// The directive at every combination of the choices of its knobs.
  var everySetting: [Directive] {
    let combinations = knobs.reduce(1) { min($0 * $1.choices.count, Self.mostCombinations + 1) }
    guard combinations <= Self.mostCombinations else {
      return knobs.flatMap { knob in knob.choices.map { setting(knob.key, to: $0) } }
    }
    return knobs.reduce([self]) { directives, knob in
      directives.flatMap { directive in
        knob.choices.map { directive.setting(knob.key, to: $0) }
      }
    }
  }
}

extension Int {
  /// `no mistakes`, `1 warning`, `2 warnings`
  fileprivate func of(_ noun: String) -> String {
    switch self {
    case 0: "no \(noun)s"
    case 1: "1 \(noun)"
    default: "\(self) \(noun)s"
    }
  }
}
