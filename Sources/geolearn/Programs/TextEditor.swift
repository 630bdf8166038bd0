import Foundation

/// The editor that the learner has named.
struct TextEditor {
  private let command: String

  /// - Returns: `nil` where neither `VISUAL` nor `EDITOR` names one.
  init?(_ invocation: Invocation) {
    guard let command = invocation.variable("VISUAL") ?? invocation.variable("EDITOR") else {
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
