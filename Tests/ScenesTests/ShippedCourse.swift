import Content
import Drawing
import Scenes
import Synchronization
import TestSupport

/// A scene of the course as it was written, with everything that is needed to stage it.
struct CourseScene: Sendable, CustomStringConvertible {
  /// Lesson, step and kind, which name the golden files: `02-speed-of-light-05-commit-latency`.
  let name: String
  let directive: Directive
  /// The topology of the lesson.
  let topology: String
  let catalog: SceneCatalog

  var description: String { name }

  private let staged = StagedScenes()

  /// The scene as it stands, or with other values of its knobs.
  func stage(_ turned: Directive? = nil) throws -> any Scene {
    let wanted = turned ?? directive
    return try staged.scene(of: wanted) { try catalog.stage(wanted, topology: topology) }
  }

  /// The directive with every combination of the values of its knobs.
  var settings: [Directive] {
    directive.knobs.reduce([directive]) { settings, knob in
      settings.flatMap { setting in knob.choices.map { setting.setting(knob.key, to: $0) } }
    }
  }
}

/// The scenes that some test has staged, for the next one: the same directive stages the same scene.
private final class StagedScenes: Sendable {
  private let scenes = Mutex<[String: any Scene]>([:])

  func scene(of directive: Directive, stage: () throws -> any Scene) rethrows -> any Scene {
    if let scene = scenes.withLock({ $0[directive.body] }) { return scene }
    let scene = try stage()
    scenes.withLock { $0[directive.body] = scene }
    return scene
  }
}

/// The course as it is shipped.
struct ShippedCourse: Sendable {
  let atlas: Atlas
  let catalog: SceneCatalog
  /// Every scene of every lesson, in order; an exercise has one too where it can be watched.
  let scenes: [CourseScene]

  /// Read once for all tests.
  static func load() throws -> ShippedCourse { try loaded.get() }

  private static let loaded = Result { try ShippedCourse() }

  private init() throws {
    let files = try Repository.courseFiles()
    let course = try Course(files: files)
    let land = try landRings(parsing: files["assets/world/land.txt"] ?? "")
    let areas = try landAreas(parsing: files["assets/world/jurisdictions.txt"] ?? "")
    let catalog = SceneCatalog(atlas: course.atlas, map: WorldMap(land: land, areas: areas))
    atlas = course.atlas
    self.catalog = catalog
    scenes = try course.lessons.flatMap { try Self.scenes(of: $0, catalog: catalog) }
  }

  private static func scenes(of lesson: Lesson, catalog: SceneCatalog) throws -> [CourseScene] {
    let lessonName = lesson.file.dropFirst("lessons/".count).dropLast(".md".count)
    return try lesson.steps().enumerated().flatMap { number, step in
      let position = (number < 9 ? "0" : "") + String(number + 1)
      return try step.directives.compactMap(Self.scene).map { scene in
        CourseScene(
          name: "\(lessonName)-\(position)-\(scene.name)", directive: scene,
          topology: lesson.topology, catalog: catalog)
      }
    }
  }

  /// The directive itself, or the scene within an exercise with the exercise's own values.
  private static func scene(of directive: Directive) throws -> Directive? {
    if directive.kind == "scene" { return directive }
    guard directive.kind == "exercise" else { return nil }
    var arguments = try Arguments(directive)
    guard var text = try arguments.optionalString("scene") else { return nil }
    let keys = text.matches(of: /\$([a-z-]+)/).map { String($0.1) }
    for key in Set(keys).sorted(by: >) {
      text.replace("$\(key)", with: try arguments.strings(key).joined(separator: ", "))
    }
    let lines = text.split(separator: "\n", maxSplits: 1)
    return Directive(
      kind: "scene", name: String(lines[0]), body: String(lines[1]), file: directive.file,
      line: arguments.location(of: "scene").line + 1)
  }
}
