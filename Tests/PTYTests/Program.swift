import Foundation

/// The built program, which lies near the test bundle.
enum Program {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Where `geolearn` is.
  static func path() throws -> String {
    for argument in CommandLine.arguments where argument.contains("/") {
      var folder = URL(filePath: argument)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "geolearn").path
        if isProgram(candidate) { return candidate }
      }
    }
    throw Failure(description: "no geolearn near \(CommandLine.arguments)")
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }
}
