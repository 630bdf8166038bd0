import Foundation

/// The editor that the learner has named.
struct TextEditor {
  private let command: String

  /// Where it is named, first come, first served.
  private static let variables = ["GEOLEARN_EDITOR", "VISUAL", "EDITOR"]

  /// - Returns: `nil` where no variable names one.
  init?(_ invocation: Invocation) {
    guard let command = Self.variables.lazy.compactMap(invocation.variable).first else {
      return nil
    }
    self.command = command
  }

  /// Opens a file in the terminal and waits until the editor is left; its name may have options.
  ///
  /// - Returns: whether it could be started.
  func open(_ path: String) -> Bool {
    var child = pid_t()
    let words = ["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", path]
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ) == 0 else { return false }
    while waitpid(child, nil, 0) == -1, errno == EINTR { continue }
    return true
  }
}
