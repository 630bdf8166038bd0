import Content
import Foundation

/// A course of somebody else: a folder with `course.yaml`, `lessons/`, and perhaps `assets/`.
struct CoursePack {
  static let variable = "GEOLEARN_COURSE"
  static let rulesFile = "course.yaml"

  /// As it was given.
  let folder: String
  let name: CourseName
  /// Its `course.yaml`.
  let rules: ContentFiles.Rules
  private let root: String

  /// - Parameter folder: relative to where the program was started.
  init(_ folder: String, _ invocation: Invocation) throws(CommandFailure) {
    self.folder = folder
    root = invocation.absolute(folder)
    guard Self.isFolder(root) else {
      throw CommandFailure("there is no folder '\(folder)' that can be read", .noInput)
    }
    for (part, isThere) in [
      (Self.rulesFile, FileManager.default.fileExists(atPath: "\(root)/\(Self.rulesFile)")),
      ("folder 'lessons'", Self.isFolder("\(root)/lessons")),
    ] where !isThere {
      throw CommandFailure(
        "'\(folder)' is no course: it has no \(part); 'geolearn new course DIR' begins one",
        .noInput)
    }
    let text = try ContentFiles.text(
      at: "\(root)/\(Self.rulesFile)", named: "\(folder)/\(Self.rulesFile)")
    rules = ContentFiles.Rules(text: text, file: Self.rulesFile)
    do throws(Diagnostic) {
      name = try CourseName.parse(text, file: Self.rulesFile)
    } catch {
      throw CommandFailure("the course has mistakes\n\(error)", .data)
    }
  }

  /// What it brings, by path: `lessons/01-quorums.md`.
  func files() throws(CommandFailure) -> [String: String] {
    var files: [String: String] = [:]
    for part in ["lessons", "assets"] where Self.isFolder("\(root)/\(part)") {
      let texts = try ContentFiles.read("\(root)/\(part)", named: "\(folder)/\(part)")
      for (path, text) in texts { files["\(part)/\(path)"] = text }
    }
    guard files.keys.contains(where: { $0.hasPrefix("lessons/") && $0.hasSuffix(".md") }) else {
      throw CommandFailure(
        "'\(folder)' is no course: there is no .md file in its folder 'lessons'; "
          + "'geolearn new lesson NAME --course \(folder)' writes one", .noInput)
    }
    return files
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
