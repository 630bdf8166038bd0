import Foundation

/// Where a program is that a command line would find.
struct ToolFinder {
  let path: String

  init(_ invocation: Invocation) {
    path = invocation.variable("PATH") ?? "/usr/bin:/bin"
  }

  /// A program on the path.
  struct Tool: Equatable {
    let path: String
    /// Whether it is a script, such as a version manager's, which starts processes of its own.
    let isScript: Bool
  }

  /// The first program of that name that is no script, because scripts are slow to start; else the
  /// first script.
  func tool(_ name: String) -> Tool? {
    let tools = path.split(separator: ":").map { "\($0)/\(name)" }
      .filter { isProgram($0) }
      .map { Tool(path: $0, isScript: isScript($0)) }
    return tools.first { !$0.isScript } ?? tools.first
  }

  private func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path.hasPrefix("/")
      && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }

  private func isScript(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    let beginning = try? file.read(upToCount: 2)  // what cannot be read is no script
    return beginning == Data("#!".utf8)
  }
}
