import App
import Content
import Drawing
import Foundation
import GeoModel

/// The files of the course: those in the binary, or folders that take their place.
struct ContentFiles {
  /// By path: `lessons/02-speed-of-light.md`.
  let files: [String: String]
  /// Whether these are the files in the binary, which were tried before it was shipped.
  let isShipped: Bool
  /// What a teacher wrote on what he allows; `nil` where nobody did.
  var rules: Rules?
  /// Whether the command line says that this is an exam.
  var isExam = false
  /// Who is asked.
  var learner = ""

  struct Rules {
    let text: String
    let file: String
  }

  init(files: [String: String]) {
    self.files = files
    isShipped = false
  }

  /// - Parameters:
  ///   - lessons: a folder to read instead of the embedded `lessons/`.
  ///   - assets: a folder to read instead of the embedded `assets/`.
  init(lessons: String?, assets: String?, _ invocation: Invocation) throws(CommandFailure) {
    var files = embeddedContent
    for (name, folder) in [("lessons", lessons), ("assets", assets)] {
      guard let folder else { continue }
      files = files.filter { !$0.key.hasPrefix("\(name)/") }
      for (path, text) in try Self.read(folder, invocation) { files["\(name)/\(path)"] = text }
    }
    self.files = files
    isShipped = lessons == nil && assets == nil
  }

  /// Nobody means to read more than this.
  private static let mostFiles = 1000

  /// The texts below a folder, by relative path.
  private static func read(_ folder: String, _ invocation: Invocation) throws(CommandFailure)
    -> [String: String]
  {
    let root = invocation.absolute(folder)
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: root) else {
      throw CommandFailure("there is no folder '\(folder)' that can be read", .noInput)
    }
    let visible = paths.filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && ["md", "yaml", "txt", "demo"].contains(URL(filePath: path).pathExtension)
    }
    guard visible.count <= mostFiles else {
      throw CommandFailure(
        "'\(folder)' holds \(visible.count) files; at most \(mostFiles) can be a course", .data)
    }
    var texts: [String: String] = [:]
    for path in visible { texts[path] = try text(at: "\(root)/\(path)", named: path) }
    return texts
  }

  /// The text of a file; it must be UTF-8.
  static func text(at path: String, named name: String) throws(CommandFailure) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("there is no file '\(name)' that can be read", .noInput)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure("'\(name)' is not UTF-8 text", .data)
    }
    return text
  }
}

extension ContentFiles {
  /// The course; every mistake in its topologies and the frames of its lessons is said in one go.
  func course() throws(CommandFailure) -> Course {
    do throws(Diagnostics) {
      return try governedCourse()
    } catch {
      throw CommandFailure("the course has mistakes\n\(error)", .data)
    }
  }

  /// The course under the rules of its teacher.
  func governedCourse() throws(Diagnostics) -> Course {
    var course = try Course(files: files)
    if let rules { course = try course.governed(by: rules.text, file: rules.file) }
    course.policy.isExam = course.policy.isExam || isExam
    course.policy.learner = learner
    return course
  }

  /// The course, ready to be shown.
  ///
  /// The files of an author are read to the end first, since he wants to hear of every mistake.
  func book() throws(CommandFailure) -> Book {
    let course = try course()
    do throws(Diagnostics) {
      let book = Book(course: course, map: try map())
      if !isShipped { _ = try book.pages() }
      return book
    } catch {
      throw CommandFailure("the course has mistakes\n\(error)", .data)
    }
  }

  /// The map of the world.
  func map() throws(Diagnostics) -> WorldMap {
    WorldMap(
      land: try areas(in: "assets/world/land.txt").flatMap(\.rings),
      areas: try areas(in: "assets/world/jurisdictions.txt"))
  }

  private func areas(in path: String) throws(Diagnostics) -> [LandArea] {
    do throws(LandFileError) {
      return try landAreas(parsing: files[path] ?? "")
    } catch {
      throw Diagnostics([Diagnostic(file: path, line: error.line, message: error.message)])
    }
  }
}
