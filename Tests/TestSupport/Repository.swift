import Foundation

/// The files of the course as they stand in the working copy.
package enum Repository {
  /// The folder that holds `Package.swift`.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The visible files below `lessons/` and `assets/`, by path relative to the root.
  package static func courseFiles() throws -> [String: String] {
    try files(in: "lessons").merging(files(in: "assets")) { first, _ in first }
  }

  /// The visible text files below a folder, by path relative to the root.
  package static func files(in folder: String) throws -> [String: String] {
    let url = root.appendingPathComponent(folder)
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      let file = url.appendingPathComponent(path)
      let isVisible = !path.split(separator: "/").contains { $0.hasPrefix(".") }
      guard isVisible, try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      else { continue }
      files["\(folder)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
    }
    return files
  }

  /// All text files that belong to the repository, by path; not what a build leaves behind.
  package static func allFiles() throws -> [String: String] {
    let made = [".build", ".git", ".swiftpm", "Package.resolved"]
    var all: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: root.path)
    where !made.contains(name) {
      let url = root.appendingPathComponent(name)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
        all.merge(try files(in: name)) { first, _ in first }
      } else {
        all[name] = try String(contentsOf: url, encoding: .utf8)
      }
    }
    return all
  }
}
