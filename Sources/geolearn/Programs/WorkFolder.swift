import Foundation

/// A folder for one run of a learner's program; gone when the last owner lets go of it, which is
/// why it is a class. One that a crash has left behind is removed by the next run.
final class WorkFolder {
  let path: String
  /// Where the program begins, and all that it may write.
  var home: String { "\(path)/room" }

  private static let prefix = "geolearn-run-"

  init(_ invocation: Invocation) throws(CommandFailure) {
    let folder = invocation.variable("TMPDIR") ?? FileManager.default.temporaryDirectory.path
    Self.sweep(folder)
    path = "\(folder)/\(Self.prefix)\(getpid())-\(UUID())"
    do {
      try FileManager.default.createDirectory(
        atPath: "\(path)/room", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        "no folder can be made in '\(folder)': \(error.localizedDescription)", .cannotCreate)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)  // the next run tries again
  }

  func write(_ data: Data, to name: String) throws(CommandFailure) {
    guard FileManager.default.createFile(atPath: "\(path)/\(name)", contents: data) else {
      throw CommandFailure("'\(path)/\(name)' cannot be written", .cannotCreate)
    }
  }

  /// Removes what is left of runs whose process is no more.
  private static func sweep(_ folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let owner = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let owner = pid_t(owner), kill(owner, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")  // it may be another's
    }
  }
}
