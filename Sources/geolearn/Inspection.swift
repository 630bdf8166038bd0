import App
import Content
import Drawing
import Exercises
import Scenes

/// What is wrong with a course, and how much of it was tried.
///
/// Of a pack only its own files are looked at: the others were tried before they were shipped.
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
      for lesson in course.lessons { proofread(lesson.file, of: course, in: files) }
      for (path, text) in files.demos where files.own?.contains(path) ?? true {
        inspect(demo: text, file: path, in: book)
      }
    } catch {
      diagnostics += error.all
    }
    if let own = files.own, let folder = files.packFolder {
      diagnostics.removeAll { $0.file.hasPrefix("assets/") && !own.contains($0.file) }
      diagnostics = diagnostics.map { $0.placed(in: folder, own) }
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

  var json: JSON {
    .object([
      JSON.Member("lessons", .number(Double(lessons))),
      JSON.Member("scenes", .number(Double(scenes))),
      JSON.Member("items", .number(Double(items))),
      JSON.Member("mistakes", .number(Double(mistakes))),
      JSON.Member("warnings", .number(Double(diagnostics.count - mistakes))),
      JSON.Member("diagnostics", .array(diagnostics.map(\.json))),
    ])
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
    for chapter in book.chapters.indices { inspectFit(of: chapter, in: book) }
  }

  /// The size in which everything must be in sight.
  private static let size = Size(width: 80, height: 24)

  private mutating func inspectFit(of chapter: Int, in book: Book) {
    let lesson = book.chapters[chapter].lesson
    for step in lesson.outline.indices {
      let line = book.page(chapter: chapter, step: step).line
      diagnostics += book.misfits(chapter: chapter, step: step, size: Self.size).map {
        Diagnostic(
          file: lesson.file, line: line,
          message: "at \(Self.size.width)x\(Self.size.height) this step does not fit: \($0)")
      }
    }
  }

  private mutating func proofread(_ file: String, of course: Course, in files: ContentFiles) {
    let proof = LessonProof(files.files[file] ?? "", file: file)
    diagnostics += proof.brokenLinks(in: course) + proof.untestedNumbers
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

extension Diagnostic {
  /// With the path that leads to the file of a pack from where the program was started.
  fileprivate func placed(in folder: String, _ own: Set<String>) -> Diagnostic {
    guard folder != ".", own.contains(file) || file == CoursePack.rulesFile else { return self }
    var placed = self
    placed.file = folder + (folder.hasSuffix("/") ? "" : "/") + file
    return placed
  }

  fileprivate var json: JSON {
    .object([
      JSON.Member("file", .string(file)), JSON.Member("line", .number(Double(line))),
      JSON.Member("column", .number(Double(column))),
      JSON.Member("severity", .string(severity.rawValue)),
      JSON.Member("message", .string(message)),
    ])
  }
}
