import Foundation

/// `geolearn` as it was built, which lies near the test bundle.
enum BuiltProgram {
  struct Missing: Error {}

  static func path() throws -> String {
    for argument in CommandLine.arguments where argument.contains("/") {
      var folder = URL(filePath: argument)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let path = folder.appending(path: "geolearn").path
        let isFolder = (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]))?
          .isDirectory
        if isFolder == false, FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    throw Missing()
  }
}
