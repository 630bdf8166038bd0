import Foundation

/// Writes a Swift file that holds the course: every file of the given folders, by relative path.
///
/// Usage: `embed-content OUTPUT FOLDER...`. Called by the build-tool plugin of the same name.
@main
enum EmbedContent {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    guard let output = arguments.first else {
      throw CocoaError(.fileNoSuchFile)
    }
    let folders = arguments.dropFirst()
    var entries: [String] = []
    for folder in folders {
      for file in try files(in: folder) {
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        entries.append("  \(literal("\(folder.lastPathComponent)/\(file)")): \(literal(text)),\n")
      }
    }
    let source = """
      /// The files of the course by path, as they were when the program was built.
      let embeddedContent: [String: String] = [
      \(entries.joined())]

      """
    try source.write(to: output, atomically: true, encoding: .utf8)
  }

  /// The visible files below a folder, as sorted relative paths.
  private static func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      let isVisible = !path.split(separator: "/").contains { $0.hasPrefix(".") }
      let url = folder.appendingPathComponent(path)
      return try isVisible && url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
    }
    .sorted()
  }

  /// A raw string literal that no text can end early: its delimiter is longer than any run of `#`.
  private static func literal(_ text: String) -> String {
    let longestRun = text.split(whereSeparator: { $0 != "#" }).map(\.count).max() ?? 0
    let hashes = String(repeating: "#", count: longestRun + 1)
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
  }
}
