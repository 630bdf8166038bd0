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
}
